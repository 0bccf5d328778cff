package org.xiaohao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
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
import org.xiaohao.appraisal.AppraisalReports;
import org.xiaohao.appraisal.AppraisalReports.YearEnd;
import org.xiaohao.appraisal.AppraisalService;
import org.xiaohao.appraisal.Level;
import org.xiaohao.appraisal.Party;
import org.xiaohao.appraisal.Point;
import org.xiaohao.appraisal.Proposal;
import org.xiaohao.appraisal.Verdict;
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

  private static final String APPRAISAL = "appraisal";
  private static final Party STAFF = new Party(Level.PERSON, "arts.staff");

  /** Ends with the JVM, after the application that uses it. */
  private static final EmbeddedPostgres SERVER = start();

  @Autowired TestCampaign campaign;
  @Autowired Submissions submissions;
  @Autowired Standings standings;
  @Autowired ConsistencyCheck consistency;
  @Autowired AppraisalService appraisal;
  @Autowired AppraisalReports reports;

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

  @Test
  void an_appraisal_is_counted_heard_decided_and_published() {
    campaign.launch(TestCampaign.papersOnly(TestCampaign.plan()));
    campaign.complete(
        "essay/arts.staff",
        "userTask_submit",
        "arts.staff",
        Map.of("paper", json("{\"text\":\"发现问题三个。\"}")));

    appraisal.start(campaign.id(), "helixin");
    campaign.runJobs();
    assertThat(reports.score(campaign.id(), STAFF, "arts.head").points())
        .extracting(Point::kind, Point::points)
        .containsExactly(tuple("ON_TIME", 2));
    campaign.complete(
        APPRAISAL,
        "userTask_review",
        "helixin",
        Map.of(
            "outcome",
            "CONFIRM",
            "proposal",
            json(
                """
                {"rows": [], "more": [
                  {"name": "图书馆", "verdict": "CRITICISE", "reason": "落实不力"},
                  {"name": "艺术科", "verdict": "COMMEND", "reason": "行动迅速"}]}
                """)));
    campaign.complete(
        APPRAISAL,
        "userTask_object",
        "library.head",
        Map.of("answer", "OBJECTED", "text", "闭馆改造，已报告。"));
    campaign.complete(
        APPRAISAL,
        "userTask_decideObjection",
        "helixin",
        Map.of("outcome", "REJECTED", "reason", "没有报告。"));
    campaign.complete(
        APPRAISAL,
        "userTask_decide",
        "yangjianping",
        Map.of("outcome", "DECIDE", "proposal", json("{\"rows\": []}")));

    assertThat(reports.published(campaign.id(), Verdict.COMMEND))
        .extracting(Proposal::name)
        .containsExactly("艺术科", "某arts.staff");
    assertThat(reports.published(campaign.id(), Verdict.CRITICISE))
        .extracting(Proposal::name)
        .containsExactly("图书馆");
    assertThat(reports.yearEnd(campaign.id(), "yangjianping"))
        .extracting(line -> line.standing().name(), YearEnd::people)
        .containsExactly(tuple("局办公室", 0L), tuple("艺术科", 1L), tuple("图书馆", 0L));
    assertThat(campaign.isRunning(APPRAISAL)).isFalse();
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
