package org.xiaohao.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.xiaohao.testing.TestCampaign.json;
import static org.xiaohao.testing.TestCampaign.moment;

import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.xiaohao.benchmark.Selection.State;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem.WaitsFor;
import org.xiaohao.shared.Refusal;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
class SelectionProcessTest {

  private static final String LIBRARY = "benchmarks/benchmarks/library";
  private static final String OFFICE = "guowei";

  @Autowired TestCampaign campaign;
  @Autowired Selections selections;
  @Autowired SelectionService service;
  @Autowired SelectionWork work;
  @Autowired Campaigns campaigns;
  @Autowired Ledger ledger;
  @Autowired HistoryService history;
  @Autowired TaskService tasks;

  /** The last working day before 16 April, on which the work begins. */
  @BeforeEach
  void launch() {
    campaign.launch(
        "2017-04-14T08:00",
        TestCampaign.only(TestCampaign.plan(), "benchmarks"),
        TestCampaign.roster());
  }

  @Test
  void benchmarks_are_proposed_discussed_and_confirmed_with_the_standard() {
    assertThat(state()).isEqualTo(State.PROPOSING);
    assertThat(due("userTask_propose")).isEqualTo(date("2017-04-21T18:00"));
    assertThat(ledger.find(campaign.key(LIBRARY)).orElseThrow().waitsFor())
        .isEqualTo(WaitsFor.OWNER);
    campaign.advanceTo("2017-04-19T10:00");

    propose("library.liaison", "标准草案。".repeat(4000));
    assertThat(state()).isEqualTo(State.DISCUSSING);
    assertThat(due("userTask_discuss")).isEqualTo(date("2017-04-25T18:00"));
    assertThat(selections.visit(campaign.key(LIBRARY)))
        .contains(new FieldVisit("苏州图书馆", LocalDate.parse("2017-04-18"), "馆长等3人", "总分馆制"));

    discuss("library.head", "ACCEPTED", "");
    assertThat(state()).isEqualTo(State.CONFIRMING);
    assertThat(due("userTask_confirm")).isEqualTo(date("2017-04-28T18:00"));

    confirm("ACCEPTED", "每周开放不少于63小时", "");

    assertThat(state()).isEqualTo(State.CONFIRMED);
    var standard = selections.standard(campaign.key(LIBRARY)).orElseThrow();
    assertThat(standard.text()).isEqualTo("每周开放不少于63小时");
    assertThat(standard.unitId()).isEqualTo("library");
    var version = selections.newest(campaign.key(LIBRARY));
    assertThat(version.standard()).hasSize(20_000);
    assertThat(version.benchmarks())
        .containsExactly(new Benchmark("读者服务", "苏州图书馆", "总分馆制", "电话沟通"));
    assertThat(version.discussion())
        .isEqualTo(new Discussion(LocalDate.parse("2017-04-19"), "全馆8人", "一致同意"));
    assertThat(end()).isEqualTo("endEvent_confirmed");
  }

  @Test
  void the_discussion_sends_a_proposal_back_and_its_versions_are_kept() {
    campaign.advanceTo("2017-04-19T10:00");
    propose("library.liaison", "第一稿");
    refused("benchmark.reason", () -> discuss("library.head", "RETURNED", ""));
    discuss("library.head", "RETURNED", TestCampaign.TYPED);

    assertThat(state()).isEqualTo(State.RETURNED);
    assertThat(due("userTask_propose"))
        .as("three working days")
        .isEqualTo(date("2017-04-24T18:00"));
    assertThat(brief("userTask_propose")).contains("**退回理由**：" + TestCampaign.SHOWN);

    propose("library.liaison", "第二稿");
    assertThat(state()).isEqualTo(State.DISCUSSING);
    assertThat(selections.versions(campaign.key(LIBRARY)))
        .extracting(ProposalVersion::standard)
        .containsExactly("第二稿", "第一稿");
    assertThat(selections.get(campaign.key(LIBRARY)).timesReturned()).isEqualTo(1);
  }

  @Test
  void the_office_sends_an_agreed_proposal_back() {
    campaign.advanceTo("2017-04-19T10:00");
    propose("library.liaison", "第一稿");
    discuss("library.head", "ACCEPTED", "");
    refused("benchmark.reason", () -> confirm("RETURNED", "", " "));
    confirm("RETURNED", "", "标准要能检查");

    assertThat(state()).isEqualTo(State.RETURNED);
    assertThat(selections.standard(campaign.key(LIBRARY))).isEmpty();
    assertThat(brief("userTask_propose")).contains("标准要能检查").contains("一致同意");
    assertThat(campaign.openTasks(LIBRARY)).containsExactly("userTask_propose");
  }

  @Test
  void a_head_who_proposed_leaves_the_discussion_to_the_leader_in_charge() {
    campaign.advanceTo("2017-04-19T10:00");
    propose("library.head", "第一稿");

    assertThat(tasks.getIdentityLinksForTask(campaign.task(LIBRARY, "userTask_discuss").getId()))
        .extracting(link -> link.getGroupId())
        .containsExactly(campaign.id() + ".leader.library");
    var discussion = new Discussion(LocalDate.parse("2017-04-19"), "全馆", "同意");
    refused(
        "benchmark.own-proposal",
        () -> service.agree(campaign.key(LIBRARY), discussion, "library.head"));
    discuss("luzhanzhong", "ACCEPTED", "");
    assertThat(state()).isEqualTo(State.CONFIRMING);
  }

  @ParameterizedTest
  @CsvSource({
    "PROPOSING, 2017-04-21T18:00, endEvent_proposeEscalated, userTask_propose",
    "DISCUSSING, 2017-04-25T18:00, endEvent_discussEscalated, userTask_discuss",
    "CONFIRMING, 2017-04-28T18:00, endEvent_confirmEscalated, userTask_confirm"
  })
  void a_step_that_is_late_escalates_and_goes_on(
      State step, String limit, String end, String task) {
    bringTo(step);
    campaign.advanceTo(limit.replace("18:00", "17:59"));
    assertThat(passed(end)).isFalse();
    campaign.advanceTo(limit);

    assertThat(state()).isEqualTo(step);
    assertThat(passed(end)).isTrue();
    assertThat(campaign.openTasks(LIBRARY)).containsExactly(task);
  }

  @ParameterizedTest
  @EnumSource(names = {"PROPOSING", "DISCUSSING", "CONFIRMING"})
  void it_is_waived_with_a_reason_at_any_step(State step) {
    bringTo(step);
    var key = campaign.key(LIBRARY);
    refused("benchmark.reason", () -> service.waive(key, "", OFFICE));
    refused("benchmark.office-only", () -> service.waive(key, "新设单位", "library.head"));
    service.waive(key, "新设单位", OFFICE);

    assertThat(state()).isEqualTo(State.WAIVED);
    assertThat(passed("endEvent_settled")).isTrue();
    assertThat(campaign.isRunning(LIBRARY)).isFalse();
    assertThat(ledger.find(key).orElseThrow().counts()).isFalse();
  }

  @Test
  void what_is_open_when_the_campaign_closes_lapses() {
    assertThat(work.lapse(campaigns.get(campaign.id()), 200)).isEqualTo(3);

    assertThat(state()).isEqualTo(State.LAPSED);
    assertThat(passed("endEvent_settled")).isTrue();
    assertThat(campaign.isRunning(LIBRARY)).isFalse();
  }

  @Test
  void moving_the_limit_moves_task_timer_and_brief() {
    service.move(campaign.key(LIBRARY), LocalDate.parse("2017-05-05"), "实地调研推迟", OFFICE);

    assertThat(selections.get(campaign.key(LIBRARY)).limitAt())
        .isEqualTo(moment("2017-05-05T18:00"));
    assertThat(due("userTask_propose")).isEqualTo(date("2017-04-27T18:00"));
    assertThat(brief("userTask_propose")).contains("2017年5月5日前确定").contains("4月27日");
    campaign.advanceTo("2017-04-27T17:59");
    assertThat(passed("endEvent_proposeEscalated")).isFalse();
    campaign.advanceTo("2017-04-27T18:00");
    assertThat(passed("endEvent_proposeEscalated")).isTrue();
  }

  private void bringTo(State step) {
    if (step != State.PROPOSING) {
      campaign.advanceTo("2017-04-19T10:00");
      propose("library.liaison", "第一稿");
    }
    if (step == State.CONFIRMING) {
      discuss("library.head", "ACCEPTED", "");
    }
    assertThat(state()).isEqualTo(step);
  }

  private void propose(String by, String standard) {
    campaign.complete(
        LIBRARY,
        "userTask_propose",
        by,
        Map.of(
            "proposal",
            json(
                """
                {"benchmarks": [{"workKind": "读者服务", "model": "苏州图书馆", "reason": "总分馆制",
                   "means": "电话沟通"}, {"workKind": "", "model": ""}], "standard": "%s",
                 "visitPlace": "苏州图书馆", "visitDay": "2017-04-18", "visitors": "馆长等3人",
                 "learned": "总分馆制"}
                """
                    .formatted(standard))));
  }

  private void discuss(String by, String outcome, String reason) {
    campaign.complete(
        LIBRARY,
        "userTask_discuss",
        by,
        Map.of(
            "outcome",
            outcome,
            "reason",
            reason,
            "discussion",
            json("{\"day\": \"2017-04-19\", \"participants\": \"全馆8人\", \"result\": \"一致同意\"}")));
  }

  private void confirm(String outcome, String standard, String reason) {
    campaign.complete(
        LIBRARY,
        "userTask_confirm",
        OFFICE,
        Map.of(
            "outcome",
            outcome,
            "reason",
            reason,
            "fixed",
            json("{\"standard\": \"" + standard + "\"}")));
  }

  private State state() {
    return selections.get(campaign.key(LIBRARY)).state();
  }

  private Date due(String element) {
    return campaign.task(LIBRARY, element).getDueDate();
  }

  private static Date date(String localDateTime) {
    return Date.from(moment(localDateTime));
  }

  private String brief(String element) {
    return (String) tasks.getVariable(campaign.task(LIBRARY, element).getId(), "brief");
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThat(NestedExceptionUtils.getMostSpecificCause(catchThrowable(act)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private String end() {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(campaign.key(LIBRARY))
        .singleResult()
        .getEndActivityId();
  }

  private boolean passed(String activity) {
    var instance =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(campaign.key(LIBRARY))
            .singleResult();
    return history
            .createHistoricActivityInstanceQuery()
            .processInstanceId(instance.getId())
            .activityId(activity)
            .finished()
            .count()
        == 1;
  }
}
