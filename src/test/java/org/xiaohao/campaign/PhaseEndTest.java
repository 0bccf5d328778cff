package org.xiaohao.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** A phase is over once its gate is closed and its past is recorded, and then its process ends. */
@CampaignTest
class PhaseEndTest {

  @Autowired TestCampaign campaign;
  @Autowired Campaigns campaigns;

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

    campaign.complete(
        "phase/study",
        "userTask_recordPast",
        "helixin",
        Map.of("kinds", TestCampaign.json("[\"讨论材料\"]")));

    assertThat(campaign.isRunning("phase/study")).isFalse();
    assertThat(campaign.isRunning("phase/benchmark")).isTrue();
  }
}
