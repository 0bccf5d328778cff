package org.xiaohao.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionOperations;
import org.xiaohao.campaign.ProblemFound;
import org.xiaohao.ledger.ConsistencyCheck;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.shared.Refusal;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** Inspections of the office and tasks of the leading group, started as in Tasklist. */
@CampaignTest
@RecordApplicationEvents
class InspectionProcessTest {

  @Autowired TestCampaign campaign;
  @Autowired InspectionService inspections;
  @Autowired AssignmentService assignments;
  @Autowired Ledger ledger;
  @Autowired ConsistencyCheck consistency;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionOperations transactions;
  @Autowired ApplicationEvents events;

  /** Whoever starts something by hand means the newest campaign that runs. */
  @BeforeEach
  void launch() {
    jdbc.sql("update campaign set state = 'CLOSED'").update();
    campaign.launch();
  }

  @Test
  void a_round_visits_each_unit_and_is_summed_up() {
    start("guowei", "inspection", inspection("艺术科\\n图书馆"));
    assertThat(campaign.openTasks("I0001")).containsExactly("userTask_visit", "userTask_visit");
    assertThat(ledger.find(campaign.key("I0001")))
        .hasValueSatisfying(item -> assertThat(item.title()).isEqualTo("四月督导检查"));
    assertConsistent();

    visit(
        "arts",
        "[{\"kind\":\"PROBLEM\",\"text\":\"学习记录不全\"},{\"kind\":\"PRAISE\",\"text\":\"台账清楚\"}]");
    assertThat(campaign.openTasks("I0001")).containsExactly("userTask_visit");
    visit("library", "[]");

    assertThat(events.stream(ProblemFound.class))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.source()).isEqualTo(ProblemFound.Source.INSPECTION);
              assertThat(found.unitId()).isEqualTo("arts");
              assertThat(found.text()).isEqualTo("学习记录不全");
              assertThat(found.sourceKey()).isEqualTo(campaign.key("I0001/arts/1"));
            });
    assertThat(
            jdbc.sql(
                    "select text from supervision_finding where campaign_id = ? and kind = 'PRAISE'")
                .param(campaign.id())
                .query(String.class)
                .list())
        .containsExactly("台账清楚");
    assertThat(
            jdbc.sql("select count(*) from supervision_visit_check where visit_key like ? and kept")
                .param(campaign.key("I0001/%"))
                .query(Integer.class)
                .single())
        .isEqualTo(2);

    assertThat(campaign.variable("I0001", "userTask_sumUp", "brief"))
        .contains("已检查2个单位", "问题·艺术科：学习记录不全");
    campaign.complete(
        "I0001",
        "userTask_sumUp",
        "guowei",
        Map.of("conclusion", TestCampaign.json("{\"summary\":\"总体较好\"}")));
    assertThat(campaign.isRunning("I0001")).isFalse();
    assertThat(ledger.find(campaign.key("I0001")).orElseThrow().done()).isTrue();
    assertConsistent();
  }

  @Test
  void a_late_round_is_red_and_reported() {
    start("guowei", "inspection", inspection("艺术科"));
    assertThat(campaign.variable("I0001", "userTask_visit", "visit"))
        .as("its form shows the lines as Markdown")
        .contains("\\\\*\\\\*学习\\\\*\\\\*记录");
    campaign.advanceTo("2017-03-07T18:00");
    assertThat(lateOf("I0001")).contains("userTask_visit OFFICE");
    visit("arts", "[]");
    campaign.advanceTo("2017-03-09T18:00");
    assertThat(lateOf("I0001")).contains("userTask_sumUp OFFICE");
  }

  @Test
  void only_the_office_plans_and_what_it_plans_makes_sense() {
    assertThatThrownBy(() -> start("arts.staff", "inspection", inspection("")))
        .isInstanceOf(AuthorizationException.class);
    assertRefused("supervision.unit-unknown", "inspection", inspection("没有这个科"));
    assertRefused(
        "supervision.day-passed",
        "inspection",
        "{\"title\":\"检查\",\"until\":\"2017-02-27\",\"checks\":\"记录\"}");
    assertRefused(
        "supervision.checks-missing", "inspection", "{\"title\":\"检查\",\"until\":\"2017-03-07\"}");
    assertRefused("supervision.title-missing", "inspection", "{}");
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("inspection").count())
        .isZero();
  }

  @Test
  void a_task_of_the_leading_group_is_reported_returned_and_accepted() {
    start("yangjianping", "assignment", assignment("PERSON", "arts.staff"));
    assertThat(ledger.find(campaign.key("A0001")).orElseThrow().unitId()).isEqualTo("arts");
    assertThat(campaign.variable("A0001", "userTask_do", "brief")).contains("某yangjianping交办");

    report("arts.staff", TestCampaign.TYPED);
    assertThat(campaign.variable("A0001", "userTask_decide", "brief")).contains(TestCampaign.SHOWN);
    decide("songwenjie", "RETURNED");
    assertThat(campaign.variable("A0001", "userTask_do", "brief")).contains("请写详细");
    report("arts.staff", "已联系三家,结果附后");
    assertConsistent();
    decide("yangjianping", "ACCEPTED");

    assertThat(campaign.isRunning("A0001")).isFalse();
    assertThat(ledger.find(campaign.key("A0001")).orElseThrow())
        .satisfies(
            item -> {
              assertThat(item.done()).isTrue();
              assertThat(item.timesReturned()).isEqualTo(1);
            });
  }

  @Test
  void a_task_of_the_leading_group_has_the_same_lights() {
    start("yangjianping", "assignment", assignment("UNIT", "图书馆"));
    campaign.advanceTo("2017-03-07T18:00");
    assertThat(lateOf("A0001")).containsExactly("userTask_do OWNER");
    report("library.liaison", "已办");
    campaign.advanceTo("2017-03-10T18:00");
    assertThat(lateOf("A0001")).contains("userTask_decide OFFICE");
  }

  @Test
  void who_reported_does_not_decide() {
    start("yangjianping", "assignment", assignment("OFFICE", ""));
    report("liuguangli", "已办");
    assertThatThrownBy(() -> decide("liuguangli", "ACCEPTED")).hasStackTraceContaining("您自己报告的结果");
    decide("songwenjie", "ACCEPTED");
    assertThat(campaign.isRunning("A0001")).isFalse();
  }

  @Test
  void what_is_open_when_the_campaign_closes_lapses() {
    start("guowei", "inspection", inspection(""));
    start("yangjianping", "assignment", assignment("OFFICE", ""));

    transactions.executeWithoutResult(status -> inspections.lapse(campaign.id(), 100));
    transactions.executeWithoutResult(status -> assignments.lapse(campaign.id(), 100));

    assertThat(campaign.isRunning("I0001")).isFalse();
    assertThat(campaign.isRunning("A0001")).isFalse();
    assertConsistent();
  }

  private static String inspection(String units) {
    return "{\"title\":\"四月督导检查\",\"units\":\"%s\",\"until\":\"2017-03-07\",\"checks\":\"**学习**记录\"}"
        .formatted(units);
  }

  private static String assignment(String to, String name) {
    return "{\"title\":\"联系标杆单位\",\"what\":\"联系三家\",\"to\":\"%s\",\"name\":\"%s\",\"by\":\"2017-03-07\"}"
        .formatted(to, name);
  }

  private void start(String person, String process, String form) {
    campaign.as(
        person,
        () -> runtime.startProcessInstanceByKey(process, Map.of(process, TestCampaign.json(form))));
    campaign.runJobs();
  }

  private void visit(String unit, String findings) {
    var task =
        tasks.createTaskQuery().processInstanceBusinessKey(campaign.key("I0001")).list().stream()
            .filter(open -> unit.equals(tasks.getVariable(open.getId(), "unitId")))
            .findFirst()
            .orElseThrow();
    campaign.as(
        "guowei",
        () -> {
          tasks.claim(task.getId(), "guowei");
          tasks.complete(
              task.getId(),
              Map.of(
                  "visit",
                  TestCampaign.json(
                      "{\"checks\":[{\"line\":\"学习记录\",\"kept\":true}],\"findings\":%s,\"note\":\"\"}"
                          .formatted(findings))));
          return null;
        });
    campaign.runJobs();
  }

  private void report(String person, String text) {
    campaign.complete(
        "A0001",
        "userTask_do",
        person,
        Map.of("result", TestCampaign.json("{\"report\":\"" + text + "\"}")));
  }

  private void decide(String person, String outcome) {
    campaign.complete(
        "A0001", "userTask_decide", person, Map.of("outcome", outcome, "comment", "请写详细"));
  }

  private void assertRefused(String code, String process, String form) {
    assertThatThrownBy(() -> start("guowei", process, form))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private List<String> lateOf(String item) {
    return jdbc.sql(
            "select task || ' ' || concern from supervision_late where item_key = ? order by id")
        .param(campaign.key(item))
        .query(String.class)
        .list();
  }

  /** Campaigns of earlier tests have lost their instances. */
  private void assertConsistent() {
    assertThat(consistency.differences())
        .filteredOn(difference -> difference.key().startsWith(campaign.key("")))
        .isEmpty();
  }
}
