package org.xiaohao.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.shared.TestDatabases;
import org.xiaohao.supervision.Escalations.Told;
import org.xiaohao.supervision.Late.Concern;

class EscalationsTest {

  private static final Instant LIMIT = Instant.parse("2017-03-30T10:00:00Z");

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void a_limit_passes_once_and_each_level_is_told_once(DataSource database) {
    var escalations = new Escalations(JdbcClient.create(database), new JdbcTemplate(database));

    var first = escalations.record(late(LIMIT), LIMIT).orElseThrow();
    assertThat(escalations.record(late(LIMIT), LIMIT)).isEmpty();
    assertThat(escalations.record(late(LIMIT.plusSeconds(86_400)), LIMIT))
        .as("another round")
        .isPresent();

    assertThat(first.told()).isEqualTo(-1);
    escalations.told(List.of(new Told(first.id(), 0), new Told(first.id(), 1)), LIMIT);
    assertThat(escalations.notToldTo("c", 2)).extracting(Late::told).containsExactly(1, -1);
    assertThat(escalations.notToldTo("c", 1)).extracting(Late::told).containsExactly(-1);
    assertThat(escalations.notToldTo("other", 2)).isEmpty();
    assertThatThrownBy(() -> escalations.told(List.of(new Told(first.id(), 1)), LIMIT))
        .isInstanceOf(DuplicateKeyException.class);
  }

  private static Late late(Instant dueAt) {
    return new Late(0, "c", "c/essay/x", "userTask_submit", dueAt, Concern.OWNER, "讨论材料(提交材料)", -1);
  }
}
