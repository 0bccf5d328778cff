package org.xiaohao.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** A phase is over once its gate is closed and its past is recorded, and then its process ends. */
@CampaignTest
class PhaseEndTest {

  @Autowired TestCampaign campaign;
  @Autowired Campaigns campaigns;
  @Autowired Ledger ledger;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;

  @Test
  void the_process_of_a_phase_ends_with_its_gate() {
    campaign.launch();
    found("开馆时间太短");
    found("馆舍老旧");
    campaign.complete(
        "P0002",
        "userTask_triage",
        "helixin",
        Map.of(
            "outcome", "LONG_TERM", "unit", "library", "nextLook", "2017-08-01", "reason", "立项"));
    campaign.advanceTo("2017-03-30T18:00");
    assertThat(campaign.openTasks("phase/study")).containsExactly("userTask_close");
    assertThat(campaign.variable("phase/study", "userTask_close", "brief"))
        .contains("问题清单", "共 2 个，已销号 0 个，未销号 1 个", "图书馆 1", "另有 1 个列为长期跟踪");

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

  private void found(String text) {
    transactions.executeWithoutResult(
        status ->
            events.publishEvent(
                new ProblemFound(
                    campaign.id(),
                    ProblemFound.Source.CONSULTATION,
                    campaign.key("end/" + text),
                    "座谈",
                    "library",
                    text,
                    null,
                    "library.liaison")));
    campaign.runJobs();
  }

  private void recordPast(String row) {
    campaign.complete(
        "phase/study",
        "userTask_recordPast",
        "helixin",
        Map.of("kinds", TestCampaign.json("[" + row.replace('\'', '"') + "]")));
  }
}
