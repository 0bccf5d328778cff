package org.xiaohao.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** The end of a campaign: its last gate, what happened before it, and what is left open. */
@CampaignTest
class CampaignProcessTest {

  private static final String CLOSE = "userTask_close";
  private static final String RECORD_PAST = "userTask_recordPast";
  private static final List<String> PHASES =
      List.of("phase/study", "phase/benchmark", "phase/improvement");

  @Autowired TestCampaign campaign;
  @Autowired Campaigns campaigns;
  @Autowired JdbcClient jdbc;

  @Test
  void a_campaign_that_was_over_at_its_launch_is_recorded_and_closed() {
    campaign.launch("2017-06-05T08:00");
    assertThat(PHASES).allSatisfy(phase -> assertThat(open(phase)).containsExactly(RECORD_PAST));
    assertThat(campaigns.phases(campaign.id()))
        .extracting(PhaseStatus::state)
        .containsOnly(PhaseStatus.State.CLOSED);

    campaign.advanceTo("2017-06-14T08:00");

    assertThat(PHASES).allSatisfy(phase -> assertThat(isLate(phase, RECORD_PAST)).isTrue());
    assertThat(PHASES).allSatisfy(phase -> assertThat(open(phase)).containsExactly(RECORD_PAST));

    recordPast();

    assertThat(PHASES).noneMatch(campaign::isRunning);
    close("补录完毕");
    assertThat(campaigns.get(campaign.id()).state()).isEqualTo(Campaign.State.CLOSED);
    assertThat(running()).isZero();
  }

  @Test
  void what_is_open_behind_the_last_gate_lapses_with_the_campaign() {
    campaign.launch("2017-05-26T08:00");
    campaign.advanceTo("2017-05-31T18:00");
    assertThat(open("phase/improvement")).contains(CLOSE);

    campaign.advanceTo("2017-06-05T08:00");

    assertThat(isLate("phase/improvement", CLOSE)).isTrue();

    campaign.complete(
        "phase/improvement",
        CLOSE,
        "helixin",
        Map.of("decision", "CARRY_OVER", "reason", "六月底前补齐"));
    recordPast();

    assertThat(PHASES).noneMatch(campaign::isRunning);
    assertThat(open("")).containsExactly(CLOSE);
    campaign.advanceTo("2017-06-08T08:00");
    assertThat(isLate("", CLOSE)).isTrue();
    assertThat(items("is_open")).isPositive();

    close("活动结束");

    assertThat(items("is_open")).isZero();
    assertThat(items("state = 'LAPSED'")).isPositive();
    assertThat(campaigns.get(campaign.id()).state()).isEqualTo(Campaign.State.CLOSED);
    assertThat(running()).isZero();
  }

  @Test
  void a_gate_in_the_middle_that_nobody_closes_is_reported() {
    campaign.launch("2017-04-27T08:00");
    campaign.advanceTo("2017-04-28T18:00");
    assertThat(open("phase/benchmark")).contains(CLOSE);

    campaign.advanceTo("2017-05-05T08:00");

    assertThat(isLate("phase/benchmark", CLOSE)).isTrue();
  }

  private List<String> open(String phase) {
    return campaign.openTasks(phase);
  }

  private void recordPast() {
    for (var phase : PHASES) {
      if (open(phase).contains(RECORD_PAST)) {
        campaign.complete(phase, RECORD_PAST, "helixin", Map.of("kinds", TestCampaign.json("[]")));
      }
    }
  }

  private void close(String note) {
    campaign.complete("", CLOSE, "helixin", Map.of("note", note));
  }

  private boolean isLate(String rest, String task) {
    return jdbc.sql("select count(*) from supervision_late where item_key = ? and task = ?")
            .params(campaign.key(rest), task)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Without the appraisal: it begins with the end of the last phase and outlives the campaign. */
  private int items(String condition) {
    return jdbc.sql(
            "select count(*) from ledger_item where campaign_id = ? and "
                + condition
                + " and room <> 'appraisal'")
        .param(campaign.id())
        .query(Integer.class)
        .single();
  }

  /** Nor supervision, which follows what outlives the campaign. */
  private int running() {
    return jdbc.sql(
            """
            select count(*) from ACT_RU_EXECUTION
            where BUSINESS_KEY_ like ? and BUSINESS_KEY_ not like '%/appraisal%'
              and BUSINESS_KEY_ not like '%/supervision'
            """)
        .param(campaign.id() + "%")
        .query(Integer.class)
        .single();
  }
}
