package org.xiaohao.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PhaseStatus;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** An office adopts the product in the middle of the campaign of 2017. */
@CampaignTest
class LateLaunchTest {

  @Autowired TestCampaign campaign;
  @Autowired Campaigns campaigns;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void launchInPhaseTwo() {
    campaign.launch("2017-04-10T08:00");
  }

  @Test
  void the_campaign_starts_in_its_present_phase() {
    assertThat(campaigns.phases(campaign.id()))
        .extracting(PhaseStatus::state)
        .containsExactly(
            PhaseStatus.State.CLOSED, PhaseStatus.State.RUNNING, PhaseStatus.State.PLANNED);
    assertThat(campaign.openTasks("self-check/arts")).containsExactly("userTask_submit");
    assertThat(campaign.isRunning("essay/arts.staff")).isFalse();
  }

  @Test
  void what_lies_in_the_past_is_offered_for_recording() {
    assertThat(campaign.openTasks("phase/study")).containsExactly("userTask_recordPast");
    assertThat(number("select count(*) from ledger_item where campaign_id = ? and state = 'PAST'"))
        .isPositive();
    assertThat(
            number(
                """
                select count(*) from ledger_item
                where campaign_id = ? and is_open and phase_id = 'study'
                """))
        .isZero();
  }

  @Test
  void nobody_gets_a_flood_of_notices() {
    campaign.advanceTo("2017-04-11T09:00");

    var most =
        jdbc.sql(
                """
                select count(*) as notices from notification_outbox
                where campaign_id = ? and channel = 'MAIL'
                group by person_id order by notices desc
                """)
            .param(campaign.id())
            .query(Integer.class)
            .list();
    // A digest, for the office the list of all units, and what has just become late.
    assertThat(most).allMatch(notices -> notices <= 3);
    assertThat(
            number(
                """
                select count(*) from supervision_late l join ledger_item i on i.item_key = l.item_key
                where i.campaign_id = ? and i.phase_id = 'study'
                """))
        .isZero();
  }

  private int number(String sql) {
    return jdbc.sql(sql).param(campaign.id()).query(Integer.class).single();
  }
}
