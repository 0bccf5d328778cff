package org.xiaohao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiaohao.testing.TestCampaign.json;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xiaohao.campaign.PhaseLedger.UnitCount;
import org.xiaohao.ledger.ConsistencyCheck;
import org.xiaohao.ledger.Standings;
import org.xiaohao.submission.HandedIn;
import org.xiaohao.submission.Submissions;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** The database of production: migrations, engine and every room's SQL through a whole phase. */
@CampaignTest
@DirtiesContext
class CampaignOnPostgreSqlIT {

  /** Ends with the JVM, after the application that uses it. */
  private static final EmbeddedPostgres SERVER = start();

  @Autowired TestCampaign campaign;
  @Autowired Submissions submissions;
  @Autowired Standings standings;
  @Autowired ConsistencyCheck consistency;

  @DynamicPropertySource
  static void useIt(DynamicPropertyRegistry properties) {
    properties.add("spring.datasource.url", () -> SERVER.getJdbcUrl("postgres", "postgres"));
    properties.add("spring.datasource.username", () -> "postgres");
  }

  @Test
  void a_phase_passes_with_one_paper_handed_in_and_everything_else_missing() {
    campaign.launch();
    var essay = "essay/arts.staff";
    var text = "深入开展批评和自我批评。𠮷".repeat(1700);
    campaign.complete(
        essay,
        "userTask_submit",
        "arts.staff",
        Map.of("paper", json("{\"text\":\"" + text + "\"}")));
    campaign.complete(
        essay, "userTask_review", "arts.head", Map.of("outcome", "ACCEPTED", "comment", "好"));

    campaign.advanceTo("2017-03-31T09:00");

    assertThat(submissions.versions(campaign.key(essay)).get(0).content())
        .isEqualTo(HandedIn.text(text));
    var arts =
        standings.counts(campaign.id(), "study").stream()
            .filter(count -> count.name().equals("艺术科"))
            .findFirst()
            .orElseThrow();
    // three essays and ten sessions
    assertThat(arts).isEqualTo(new UnitCount("艺术科", 13, 1));
    assertThat(campaign.openTasks("phase/study")).contains("userTask_close");
    assertThat(consistency.differences()).isEmpty();
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
