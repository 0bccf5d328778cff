package org.xiaohao.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** The office moves a phase or a work: rows, timers, the gate, and what is inside where wanted. */
@CampaignTest
class ScheduleProcessTest {

  private static final String CLOSE = "userTask_close";

  @Autowired TestCampaign campaign;
  @Autowired ScheduleService service;
  @Autowired Campaigns campaigns;
  @Autowired Ledger ledger;
  @Autowired JdbcClient jdbc;

  @Test
  void a_phase_begins_and_its_works_begin_and_end_on_the_days_they_were_moved_to() {
    campaign.launch(
        "2017-03-29T08:00",
        TestCampaign.only(TestCampaign.plan(), "benchmarks"),
        TestCampaign.roster());
    move("phase/benchmark", null, "2017-04-06", "2017-04-30", false);
    campaign.advanceTo("2017-04-05T23:00");
    assertThat(phase("phase/benchmark").state()).isEqualTo(PhaseStatus.State.PLANNED);
    campaign.advanceTo("2017-04-06T00:00");
    assertThat(phase("phase/benchmark").state()).isEqualTo(PhaseStatus.State.RUNNING);

    move("phase/benchmark", "gaps", "2017-03-31", "2017-04-18", false);
    move("phase/benchmark", "standards", "2017-04-20", "2017-04-30", false);
    campaign.advanceTo("2017-04-18T17:00");
    assertThat(waits("phase/benchmark", "event_gapsEnds")).isTrue();
    campaign.advanceTo("2017-04-18T18:00");
    assertThat(waits("phase/benchmark", "event_gapsEnds")).isFalse();
    campaign.advanceTo("2017-04-19T23:00");
    assertThat(state("benchmarks/benchmarks/arts")).isEqualTo("PLANNED");
    campaign.advanceTo("2017-04-20T00:00");
    assertThat(state("benchmarks/benchmarks/arts")).isEqualTo("PROPOSING");
  }

  @Test
  void a_phase_that_is_extended_behind_its_open_gate_gives_the_gate_a_new_limit() {
    campaign.launch(
        "2017-03-29T08:00", TestCampaign.only(TestCampaign.plan()), TestCampaign.roster());
    campaign.advanceTo("2017-03-30T18:00");
    assertThat(gateDue()).isEqualTo(TestCampaign.moment("2017-04-01T18:00"));

    move("phase/study", null, "2017-02-28", "2017-04-07", false);
    assertThat(gateDue()).isEqualTo(TestCampaign.moment("2017-04-11T18:00"));
    campaign.advanceTo("2017-04-11T17:00");
    assertThat(timesLate()).isZero();
    campaign.advanceTo("2017-04-11T18:00");
    assertThat(timesLate()).isEqualTo(1);

    move("phase/study", null, "2017-02-28", "2017-04-14", false);
    campaign.runJobs();
    assertThat(gateDue()).isEqualTo(TestCampaign.moment("2017-04-18T18:00"));
    campaign.advanceTo("2017-04-18T18:00");
    assertThat(timesLate()).isEqualTo(2);
  }

  @Test
  void limits_inside_move_along_with_a_phase_where_wanted_and_study_days_stay() {
    campaign.launch();
    move("phase/benchmark", null, "2017-04-07", "2017-05-07", true);
    assertThat(planDate("self-check/arts")).isEqualTo("2017-04-22");
    assertThat(planDate("consultation/opinion-forms/arts")).isEqualTo("2017-05-07");
    assertThat(planDate("benchmarks/benchmarks/arts")).isEqualTo("2017-05-07");
    assertThat(campaigns.works(campaign.id(), "benchmark"))
        .extracting(work -> work.startsPlan() + "/" + work.endsPlan())
        .containsExactly("2017-04-07/2017-04-22", "2017-04-23/2017-05-07");
    assertThat(planDate("meeting/cppcc-review")).as("agreed with guests").isLessThan("2017-04-22");

    move("phase/study", null, "2017-02-28", "2017-04-06", true);
    assertThat(planDate("essay/arts.staff")).isEqualTo("2017-04-06");
    assertThat(campaign.task("essay/arts.staff", "userTask_submit").getDueDate())
        .isEqualTo(TestCampaign.moment("2017-04-06T18:00"));
    assertThat(planDate("session/weekly-2017-03-30/arts")).isEqualTo("2017-03-30");
    assertThat(campaigns.works(campaign.id(), "study").get(4).endsPlan())
        .as("a topic stays with its study days")
        .isEqualTo("2017-03-30");
  }

  @Test
  void limits_inside_stay_where_nobody_asks_for_more() {
    campaign.launch();
    move("phase/improvement", "personal", "2017-05-01", "2017-05-14", false);
    assertThat(planDate("personal-opinion/arts.staff")).isEqualTo("2017-05-07");

    move("phase/improvement", "personal", "2017-05-01", "2017-05-17", true);
    assertThat(planDate("personal-opinion/arts.staff")).isEqualTo("2017-05-10");
    assertThat(planDate("function-list/arts")).as("of another work").isEqualTo("2017-05-30");
  }

  private void move(String phase, String work, String starts, String ends, boolean along) {
    service.move(
        campaign.key(phase),
        work,
        LocalDate.parse(starts),
        LocalDate.parse(ends),
        along,
        "市里统一安排",
        "helixin");
  }

  private PhaseStatus phase(String rest) {
    return campaigns.phase(campaign.key(rest));
  }

  private String state(String rest) {
    return ledger.find(campaign.key(rest)).orElseThrow().state();
  }

  private String planDate(String rest) {
    return ledger.find(campaign.key(rest)).orElseThrow().planDate().toString();
  }

  private Instant gateDue() {
    return campaign.task("phase/study", CLOSE).getDueDate().toInstant();
  }

  private int timesLate() {
    return jdbc.sql("select count(*) from supervision_late where item_key = ? and task = ?")
        .params(campaign.key("phase/study"), CLOSE)
        .query(Integer.class)
        .single();
  }

  /** Whether a token of the phase waits at that event. */
  private boolean waits(String phase, String event) {
    return jdbc.sql(
                """
                select count(*) from ACT_RU_EXECUTION e
                join ACT_RU_EXECUTION i on i.ID_ = e.PROC_INST_ID_
                where i.BUSINESS_KEY_ = ? and e.ACT_ID_ = ? and e.IS_ACTIVE_
                """)
            .params(campaign.key(phase), event)
            .query(Integer.class)
            .single()
        > 0;
  }
}
