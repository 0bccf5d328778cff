package org.xiaohao.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.shared.TestDatabases;

/** A restart of a simulated campaign. */
class StoredTimeTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDateTime START = LocalDateTime.of(2017, 2, 28, 8, 0);
  private static final Instant STARTED = START.atZone(ZONE).toInstant();
  private static final Instant LATER = Instant.parse("2017-04-05T10:00:00Z");

  @AfterEach
  void realTime() {
    ClockUtil.reset();
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void goesOnWhereItEnded(DataSource database) {
    var jdbc = JdbcClient.create(database);
    assertThat(clock(jdbc, true).instant()).isAfterOrEqualTo(STARTED).isBefore(LATER);
    new StoredTime(jdbc).save(STARTED.plusSeconds(60));
    new StoredTime(jdbc).save(LATER);
    assertThat(clock(jdbc, true).instant()).isAfterOrEqualTo(LATER);
    assertThat(clock(jdbc, false).instant()).isEqualTo(STARTED);
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void aSettingBeyondWhatIsStoredWins(DataSource database) {
    var jdbc = JdbcClient.create(database);
    new StoredTime(jdbc).save(Instant.parse("2017-01-01T00:00:00Z"));
    assertThat(clock(jdbc, true).instant()).isAfterOrEqualTo(STARTED);
  }

  private static SimulatedClock clock(JdbcClient jdbc, boolean ticking) {
    var settings = new SimulationProperties(START, ZONE, ticking);
    return new ClockConfiguration().simulatedClock(settings, jdbc);
  }
}
