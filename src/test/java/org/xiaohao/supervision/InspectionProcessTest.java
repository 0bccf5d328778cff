package org.xiaohao.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionOperations;
import org.xiaohao.campaign.ProblemFound;
import org.xiaohao.ledger.ConsistencyCheck;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.RosterService;
import org.xiaohao.shared.Refusal;
import org.xiaohao.supervision.Assignment.To;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** Inspections of the office and tasks of the leading group, started as in Tasklist. */
@CampaignTest
@RecordApplicationEvents
class InspectionProcessTest {

  @Autowired TestCampaign campaign;
  @Autowired InspectionService inspections;
  @Autowired AssignmentService assignments;
  @Autowired AssignmentCareService care;
  @Autowired RosterService rosters;
  @Autowired Ledger ledger;
  @Autowired Lights lights;
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
    campaign.launch(TestCampaign.only(TestCampaign.plan(), "essay"));
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
    var plan = "{\"title\":\"检查\",\"until\":\"%s\",\"checks\":\"记录\"}";
    assertRefused("campaign.date-past", "inspection", plan.formatted("2017-02-27"));
    assertRefused("campaign.date-off", "inspection", plan.formatted("2017-03-04"));
    assertRefused("supervision.day-missing", "inspection", plan.formatted(""));
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

  @ParameterizedTest
  @CsvSource({
    "2017-02-27, campaign.date-past",
    "2017-03-04, campaign.date-off",
    "'', supervision.day-missing"
  })
  void an_assignment_is_due_on_a_working_day_to_come(String day, String code) {
    var form = assignment("UNIT", "图书馆").replace("2017-03-07", day);
    assertThatThrownBy(() -> start("yangjianping", "assignment", form))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void a_round_is_blue_near_its_end_yellow_while_visits_are_late_and_then_red() {
    start("guowei", "inspection", inspection("艺术科"));
    campaign.advanceTo("2017-03-03T12:00");
    assertThat(light("I0001")).isEqualTo(Light.NONE);
    campaign.advanceTo("2017-03-06T12:00");
    assertThat(light("I0001")).isEqualTo(Light.BLUE);
    campaign.advanceTo("2017-03-07T18:00");
    assertThat(light("I0001")).as("to be summed up in two days").isEqualTo(Light.YELLOW);
    campaign.advanceTo("2017-03-10T08:00");
    assertThat(light("I0001")).isEqualTo(Light.RED);
  }

  @Test
  void an_assignment_is_blue_then_red_and_yellow_when_it_was_returned_twice() {
    start("yangjianping", "assignment", assignment("PERSON", "arts.staff"));
    assertThat(light("A0001")).isEqualTo(Light.NONE);
    for (var times = 1; times <= 2; times++) {
      report("arts.staff", "已联系");
      decide("songwenjie", "RETURNED");
      assertThat(light("A0001")).isEqualTo(times == 1 ? Light.NONE : Light.YELLOW);
    }
    start("yangjianping", "assignment", assignment("UNIT", "图书馆"));
    campaign.advanceTo("2017-03-02T12:00");
    assertThat(light("A0002")).isEqualTo(Light.BLUE);
    campaign.advanceTo("2017-03-07T18:00");
    assertThat(light("A0002")).isEqualTo(Light.RED);
  }

  @Test
  void only_who_has_to_do_an_assignment_or_stands_in_reports_it() {
    start("yangjianping", "assignment", assignment("PERSON", "arts.staff"));
    start("yangjianping", "assignment", assignment("UNIT", "图书馆"));
    assertThatThrownBy(() -> assignments.report(campaign.key("A0001"), "已办", "arts.head"))
        .hasMessageContaining("由他人承办");
    assertThatThrownBy(() -> assignments.report(campaign.key("A0002"), "已办", "library.staff"))
        .hasMessageContaining("由他人承办");
  }

  @Test
  void an_assignment_is_given_to_somebody_else_with_a_reason() {
    start("yangjianping", "assignment", assignment("PERSON", "arts.staff"));

    assertThatThrownBy(() -> reassign(To.UNIT, "图书馆", " ", "songwenjie"))
        .hasMessageContaining("请写明理由");
    assertThatThrownBy(() -> reassign(To.UNIT, "图书馆", "病假", "arts.staff"))
        .hasMessageContaining("领导小组或办公室");
    reassign(To.UNIT, "图书馆", "病假", "songwenjie");

    assertThat(ledger.find(campaign.key("A0001")).orElseThrow())
        .satisfies(
            item -> {
              assertThat(item.unitId()).isEqualTo("library");
              assertThat(item.personId()).isNull();
            });
    assertThat(happened("A0001")).containsExactly("songwenjie REASSIGNED 病假");
    assertThat(told("A0001", "arts.staff"))
        .singleElement()
        .asString()
        .startsWith("交办事项改由他人承办：联系标杆单位 / ")
        .contains("“联系标杆单位”已改由图书馆承办", "理由：病假", "AT_ONCE", "CANCELLED");
    assertThat(told("A0001", "library.liaison"))
        .singleElement()
        .asString()
        .startsWith("交办事项改由图书馆承办：联系标杆单位，期限3月7日")
        .contains("理由：病假", "NOTED", "item=");
    assertThat(told("A0001", "songwenjie")).as("who did it").isEmpty();
    assertThat(campaign.task("A0001", "userTask_do").getAssignee()).isNull();
    report("library.head", "已办");
    decide("yangjianping", "ACCEPTED");
    assertThat(campaign.isRunning("A0001")).isFalse();
    assertThatThrownBy(() -> reassign(To.OFFICE, "", "病假", "songwenjie"))
        .hasMessageContaining("已有变动");
    assertConsistent();
  }

  @Test
  void an_assignment_gets_another_date_and_its_timer_with_it() {
    start("yangjianping", "assignment", assignment("UNIT", "图书馆"));
    var key = campaign.key("A0001");

    assertThatThrownBy(() -> care.move(key, LocalDate.parse("2017-03-11"), "等待批复", "yangjianping"))
        .hasMessageContaining("不上班");
    care.move(key, LocalDate.parse("2017-03-14"), "等待批复", "guowei");
    assertThat(told("A0001", "library.liaison"))
        .singleElement()
        .asString()
        .startsWith("交办事项改期：联系标杆单位，新期限3月14日")
        .contains("理由：等待批复", "NOTED");

    campaign.advanceTo("2017-03-08T12:00");
    assertThat(lateOf("A0001")).isEmpty();
    assertThat(light("A0001")).isEqualTo(Light.NONE);
    assertThat(campaign.variable("A0001", "userTask_do", "brief")).contains("3月14日");
    campaign.advanceTo("2017-03-14T18:00");
    assertThat(lateOf("A0001")).containsExactly("userTask_do OWNER");
    assertThat(light("A0001")).isEqualTo(Light.RED);
    care.move(key, LocalDate.parse("2017-03-20"), "再等一周", "yangjianping");
    assertThat(light("A0001")).isEqualTo(Light.NONE);
    campaign.advanceTo("2017-03-20T18:00");
    assertThat(lateOf("A0001")).as("the new limit passes, too").hasSize(2);
  }

  @Test
  void an_assignment_is_called_off_with_a_reason() {
    start("yangjianping", "assignment", assignment("UNIT", "图书馆"));

    care.cancel(campaign.key("A0001"), "工作已并入他项", "yangjianping");

    assertThat(told("A0001", "library.liaison"))
        .singleElement()
        .asString()
        .startsWith("交办事项取消：联系标杆单位")
        .contains("理由：工作已并入他项", "CANCELLED");
    assertThat(campaign.isRunning("A0001")).isFalse();
    assertThat(ledger.find(campaign.key("A0001")).orElseThrow().counts()).isFalse();
    assertThat(happened("A0001")).containsExactly("yangjianping CANCELLED 工作已并入他项");
    assertConsistent();
  }

  @Test
  void a_round_of_visits_is_moved_before_its_limit_and_called_off() {
    start("guowei", "inspection", inspection("艺术科\\n图书馆"));
    var key = campaign.key("I0001");
    assertThatThrownBy(
            () -> inspections.move(key, LocalDate.parse("2017-03-14"), "错开会期", "yangjianping"))
        .hasMessageContaining("领导小组办公室办理");

    inspections.move(key, LocalDate.parse("2017-03-14"), "错开会期", "guowei");

    campaign.advanceTo("2017-03-09T18:00");
    assertThat(lateOf("I0001")).isEmpty();
    assertThat(
            tasks.createTaskQuery().processInstanceBusinessKey(key).list().stream()
                .map(task -> String.valueOf(tasks.getVariable(task.getId(), "brief"))))
        .anyMatch(brief -> brief.contains("艺术科") && brief.contains("3月14日"))
        .anyMatch(brief -> brief.contains("图书馆") && brief.contains("3月14日"));
    campaign.advanceTo("2017-03-14T18:00");
    assertThat(lateOf("I0001")).isNotEmpty();
    assertThatThrownBy(() -> inspections.move(key, LocalDate.parse("2017-03-20"), "再推一周", "guowei"))
        .hasMessageContaining("不能再改期");

    inspections.cancel(key, "另行安排", "guowei");

    assertThat(campaign.isRunning("I0001")).isFalse();
    assertThat(happened("I0001")).containsExactly("guowei MOVED 错开会期", "guowei CANCELLED 另行安排");
    assertThat(told("I0001", "helixin"))
        .satisfiesExactly(
            moved ->
                assertThat(moved).startsWith("督导检查改期：四月督导检查，新期限3月14日").contains("理由：错开会期", "NOTED"),
            cancelled ->
                assertThat(cancelled).startsWith("督导检查取消：四月督导检查").contains("理由：另行安排", "CANCELLED"));
    assertThat(told("I0001", "guowei")).as("who did both").isEmpty();
    assertConsistent();
  }

  @Test
  void who_leaves_hands_an_assignment_over_to_the_unit() {
    start("yangjianping", "assignment", assignment("PERSON", "arts.staff"));
    start("yangjianping", "assignment", assignment("PERSON", "library.staff"));
    campaign.complete(
        "A0002",
        "userTask_do",
        "library.staff",
        Map.of("result", TestCampaign.json("{\"report\":\"已办\"}")));

    var people =
        TestCampaign.roster().people().stream()
            .filter(person -> !person.id().equals("arts.staff"))
            .filter(person -> !person.id().equals("library.staff"))
            .toList();
    rosters.take(
        campaign.id(),
        new Roster(TestCampaign.roster().units(), TestCampaign.roster().branches(), people),
        LocalDate.of(2017, 3, 1));
    campaign.runJobs();

    assertThat(told("A0001", "arts.liaison"))
        .singleElement()
        .asString()
        .startsWith("交办事项改由艺术科承办")
        .contains("某arts.staff同志已离开本单位");
    assertThat(told("A0002", "library.liaison")).as("reported before").isEmpty();
    assertThat(happened("A0001")).containsExactly(" DOER_LEFT 某arts.staff");
    assertThat(ledger.find(campaign.key("A0002")).orElseThrow().personId())
        .as("were it returned")
        .isNull();
    assertConsistent();
    report("arts.liaison", "已接手办结");
    decide("yangjianping", "ACCEPTED");
    assertThat(campaign.isRunning("A0001")).isFalse();
  }

  private void reassign(To to, String name, String reason, String by) {
    care.reassign(campaign.key("A0001"), to, name, reason, by);
  }

  private List<String> happened(String item) {
    return jdbc.sql(
            "select who || ' ' || what || ' ' || why from ledger_event where item_key = ? order by id")
        .param(campaign.key(item))
        .query(String.class)
        .list();
  }

  private Light light(String item) {
    return lights.of(campaign.key(item));
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

  /** What somebody was told of a change: subject, text, and what the calendar does. */
  private List<String> told(String item, String person) {
    return jdbc.sql(
            """
            select subject || ' / ' || body || ' / ' || urgency || ' / ' || link || ' / '
              || calendar
            from notification_outbox where item_key = ? and person_id = ? and channel = 'MAIL'
              and notice_key like 'care/%' order by id
            """)
        .params(campaign.key(item), person)
        .query(String.class)
        .list();
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
