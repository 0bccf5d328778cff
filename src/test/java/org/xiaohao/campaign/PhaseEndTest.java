package org.xiaohao.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** A phase is over once its gate is closed and its past is recorded, and then its process ends. */
@CampaignTest
class PhaseEndTest {

  @Autowired TestCampaign campaign;
  @Autowired Campaigns campaigns;
  @Autowired Ledger ledger;

  @Test
  void the_process_of_a_phase_ends_with_its_gate() {
    campaign.launch();
    campaign.advanceTo("2017-03-30T18:00");
    assertThat(campaign.openTasks("phase/study")).containsExactly("userTask_close");

    campaign.complete(
        "phase/study",
        "userTask_close",
        "helixin",
        Map.of("decision", "CARRY_OVER", "reason", "一周内补报"));

    assertThat(campaigns.phase(campaign.key("phase/study")).state())
        .isEqualTo(PhaseStatus.State.CLOSED);
    assertThat(campaign.isRunning("phase/study")).isFalse();
  }

  @Test
  void the_process_of_a_phase_of_the_past_ends_once_its_things_are_recorded() {
    campaign.launch("2017-04-10T08:00");
    assertThat(campaign.openTasks("phase/study")).containsExactly("userTask_recordPast");

    recordPast("{'kind': '讨论材料', 'all': true}");

    assertThat(campaign.isRunning("phase/study")).isFalse();
    assertThat(campaign.isRunning("phase/benchmark")).isTrue();
    assertThat(ledger.states(campaign.id(), "essay", null)).containsOnlyKeys("ACCEPTED");
    assertThat(ledger.states(campaign.id(), "study-rule", null)).containsOnlyKeys("PAST");
  }

  @Test
  void what_was_done_before_the_launch_is_recorded_one_by_one() {
    campaign.launch("2017-04-10T08:00");
    var shown = campaign.variable("phase/study", "userTask_recordPast", "kinds");
    assertThat(shown).contains(campaign.key("essay/arts.head"), "讨论材料 · 某arts.head（2017年3月30日）");

    recordPast(
        "{'kind': '讨论材料', 'all': false, 'done': ['%s', '%s']}"
            .formatted(campaign.key("essay/arts.head"), campaign.key("self-check/arts")));

    assertThat(ledger.find(campaign.key("essay/arts.head")).orElseThrow().done()).isTrue();
    assertThat(ledger.find(campaign.key("essay/arts.staff")).orElseThrow().state())
        .isEqualTo("PAST");
    assertThat(ledger.find(campaign.key("self-check/arts")).orElseThrow().done())
        .as("of another phase, and not past")
        .isFalse();
  }

  private void recordPast(String row) {
    campaign.complete(
        "phase/study",
        "userTask_recordPast",
        "helixin",
        Map.of("kinds", TestCampaign.json("[" + row.replace('\'', '"') + "]")));
  }
}
