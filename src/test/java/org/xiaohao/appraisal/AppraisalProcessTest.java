package org.xiaohao.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.xiaohao.testing.TestCampaign.json;
import static org.xiaohao.testing.TestCampaign.moment;

import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.appraisal.Round.State;
import org.xiaohao.campaign.CampaignService;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PhaseStatus;
import org.xiaohao.shared.Refusal;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
class AppraisalProcessTest {

  private static final String ROUND = "appraisal";
  private static final Party STAFF = new Party(Level.PERSON, "arts.staff");
  private static final Party LIBRARY = new Party(Level.AFFILIATED_UNIT, "library");
  private static final String NO_ROWS = "{\"rows\":[],\"more\":[]}";

  @Autowired TestCampaign campaign;
  @Autowired AppraisalService service;
  @Autowired AppraisalReports reports;
  @Autowired Rounds rounds;
  @Autowired Proposals proposals;
  @Autowired Scores scores;
  @Autowired Verdicts verdicts;
  @Autowired CampaignService campaigns;
  @Autowired Campaigns phases;
  @Autowired TaskService tasks;
  @Autowired RuntimeService runtime;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void launch() {
    campaign.launch(TestCampaign.only(TestCampaign.plan(), "essay"));
  }

  @Test
  void every_point_names_its_record_and_comes_from_the_table() {
    handIn("arts.staff", "2017-03-01T10:00");
    handIn("library.staff", "2017-03-31T10:00");
    start("2017-04-03T09:00");

    assertThat(points(STAFF)).contains(tupleOf("ON_TIME", key("essay/arts.staff"), 2));
    assertThat(points(new Party(Level.PERSON, "library.staff")))
        .contains(tupleOf("LATE", key("essay/library.staff"), -1));
    assertThat(points(new Party(Level.PERSON, "library.head")))
        .contains(tupleOf("MISSING", key("essay/library.head"), -3));
    assertThat(proposals.all(key(ROUND), Level.PERSON)).hasSize(15);
    assertThat(proposals.all(key(ROUND), Level.DIVISION)).hasSize(2);
    assertThat(proposals.all(key(ROUND), Level.AFFILIATED_UNIT)).hasSize(1);
    assertThat(proposals.find(key(ROUND), STAFF)).get().extracting(Proposal::place).isEqualTo(1);
    var sums =
        proposals.all(key(ROUND), Level.PERSON).stream()
            .filter(
                one ->
                    one.total()
                        != proposals.points(key(ROUND), one.party()).stream()
                            .mapToInt(Point::points)
                            .sum());
    assertThat(sums).isEmpty();
  }

  @Test
  void a_fact_of_the_future_does_not_count() {
    start("2017-03-01T09:00");

    assertThat(points(STAFF)).isEmpty();
  }

  @Test
  void nobody_named_goes_straight_to_the_leading_group_and_is_published() {
    start("2017-03-01T09:00");
    assertThat(state()).isEqualTo(State.REVIEWING);

    review("helixin", NO_ROWS);
    assertThat(campaign.openTasks(ROUND)).containsExactly("userTask_decide");
    decide("yangjianping", NO_ROWS);

    assertThat(state()).isEqualTo(State.PUBLISHED);
    assertThat(campaign.isRunning(ROUND)).isFalse();
    assertThat(reports.published(campaign.id(), Verdict.COMMEND)).isEmpty();
  }

  @Test
  void the_office_has_points_counted_anew() {
    start("2017-03-01T09:00");
    handIn("arts.staff", "2017-03-01T10:00");
    assertThat(points(STAFF)).isEmpty();

    campaign.complete(ROUND, "userTask_review", "helixin", Map.of("outcome", "RECOMPUTE"));

    assertThat(points(STAFF)).hasSize(1);
    assertThat(campaign.openTasks(ROUND)).containsExactly("userTask_review");
  }

  @Test
  void who_is_named_is_told_objects_and_is_cleared() {
    named();
    assertThat(campaign.openTasks(ROUND)).containsExactly("userTask_object", "userTask_object");
    assertThat(notices("arts.staff"))
        .singleElement()
        .asString()
        .contains("某arts.staff同志：", "拟通报批评", "异议期限", "?item=", "领导小组办公室");
    assertThat(notices("library.head")).hasSize(1);

    answer("arts.staff", "OBJECTED", "当天因公出差,材料已按时报送");
    assertThatThrownBy(() -> decideObjection("helixin", "UPHELD", " "))
        .hasMessageContaining("须写明理由");
    decideObjection("helixin", "UPHELD", "经核实属实");
    answer("library.head", "ACCEPTED", "");

    assertThat(proposals.find(key(ROUND), STAFF))
        .get()
        .extracting(Proposal::verdict)
        .isEqualTo(Verdict.NONE);
    decide("yangjianping", rows(LIBRARY, "CRITICISE", ""));
    assertThat(reports.published(campaign.id(), Verdict.CRITICISE))
        .extracting(Proposal::party)
        .containsExactly(LIBRARY);
  }

  @Test
  void an_objection_that_is_rejected_leaves_the_proposal_as_it_is() {
    named();
    answer("arts.staff", "OBJECTED", "有异议");
    decideObjection("helixin", "REJECTED", "记录属实");
    answer("library.head", "ACCEPTED", "");

    assertThat(proposals.find(key(ROUND), STAFF))
        .get()
        .extracting(Proposal::verdict)
        .isEqualTo(Verdict.CRITICISE);
    assertThat(rounds.objection(key(ROUND), STAFF))
        .get()
        .extracting(Objection::outcome)
        .isEqualTo(Objection.Outcome.REJECTED);
  }

  @Test
  void silence_is_no_objection() {
    named();

    // three working days after Wednesday, 1 March
    campaign.advanceTo("2017-03-06T17:59");
    assertThat(campaign.openTasks(ROUND)).hasSize(2);
    campaign.advanceTo("2017-03-06T18:00");

    assertThat(campaign.openTasks(ROUND)).containsExactly("userTask_decide");
    assertThat(rounds.objections(key(ROUND))).isEmpty();
  }

  @Test
  void only_who_is_named_answers_and_nobody_decides_the_own_objection() {
    named();
    assertThatThrownBy(() -> service.answer(key(ROUND), STAFF, Answer.ACCEPTED, "", "arts.head"))
        .isInstanceOf(Refusal.class);
    service.answer(key(ROUND), LIBRARY, Answer.OBJECTED, "有异议", "library.head");
    assertThatThrownBy(
            () ->
                service.decideObjection(
                    key(ROUND), LIBRARY, Objection.Outcome.UPHELD, "是", "library.head"))
        .hasMessageContaining("办公室");
    assertThatThrownBy(() -> service.answer(key(ROUND), STAFF, Answer.OBJECTED, " ", "arts.staff"))
        .hasMessageContaining("须写明理由");
  }

  @Test
  void the_leading_group_changes_with_a_reason_and_who_reviewed_does_not_decide() {
    start("2017-03-01T09:00");
    review("liuguangli", "{\"rows\":[],\"more\":" + more("艺术科", "COMMEND", "组织得力") + "}");
    var arts = new Party(Level.DIVISION, "arts");

    assertThatThrownBy(() -> decide("liuguangli", rows(arts, "COMMEND", "")))
        .hasMessageContaining("须由领导小组其他成员审定");
    assertThatThrownBy(() -> decide("yangjianping", rows(arts, "NONE", "")))
        .hasMessageContaining("须写明理由");
    decide("yangjianping", rows(arts, "NONE", "再观察"));

    assertThat(proposals.find(key(ROUND), arts))
        .get()
        .extracting(Proposal::verdict, Proposal::reason)
        .containsExactly(Verdict.NONE, "再观察");
  }

  @Test
  void who_was_not_heard_is_not_criticised() {
    start("2017-03-01T09:00");
    review("helixin", "{\"rows\":[],\"more\":" + more("艺术科", "COMMEND", "组织得力") + "}");
    var arts = new Party(Level.DIVISION, "arts");

    assertThatThrownBy(() -> decide("yangjianping", rows(arts, "CRITICISE", "工作拖沓")))
        .hasMessageContaining("没有向“艺术科”说明");
    assertThatThrownBy(() -> decide("yangjianping", rows(LIBRARY, "CRITICISE", "工作拖沓")))
        .hasMessageContaining("“图书馆”不在审定名单中");
    assertThatThrownBy(() -> decide("yangjianping", rows(LIBRARY, "COMMEND", "好")))
        .hasMessageContaining("不在审定名单中");
    assertThatThrownBy(
            () -> decide("yangjianping", rows(new Party(Level.PERSON, "x"), "CRITICISE", "工作拖沓")))
        .hasMessageContaining("考核对象中没有“x”");
    assertThat(state()).isEqualTo(State.HEARING);
    decide("yangjianping", rows(arts, "COMMEND", ""));

    assertThat(reports.published(campaign.id(), Verdict.CRITICISE)).isEmpty();
    assertThat(notices("arts.head")).singleElement().asString().contains("予以表扬");
  }

  @Test
  void who_objected_with_success_is_not_criticised() {
    named();
    answer("arts.staff", "OBJECTED", "当天因公出差");
    decideObjection("helixin", "UPHELD", "经核实属实");
    answer("library.head", "ACCEPTED", "");
    assertThat(proposals.find(key(ROUND), STAFF).orElseThrow().heardIn()).isNull();
    assertThat(proposals.find(key(ROUND), LIBRARY).orElseThrow().heardIn()).isEqualTo(1);

    assertThatThrownBy(() -> decide("yangjianping", rows(STAFF, "CRITICISE", "影响很坏")))
        .hasMessageContaining("的申诉已经成立");
    decide("yangjianping", rows(STAFF, "NONE", ""));

    assertThat(reports.published(campaign.id(), Verdict.CRITICISE))
        .extracting(Proposal::party)
        .containsExactly(LIBRARY);
  }

  @Test
  void the_form_offers_criticism_only_for_those_who_were_heard() {
    named();
    answer("arts.staff", "OBJECTED", "当天因公出差");
    decideObjection("helixin", "UPHELD", "经核实属实");
    answer("library.head", "ACCEPTED", "");

    var task = campaign.tasksOf("yangjianping").get(0);
    var form = tasks.getVariable(task.getId(), "proposal").toString();
    assertThat(form).matches(".*\"heard\":\\[[^]]*library[^]]*].*");
    assertThat(form).matches(".*\"rows\":\\[[^]]*arts\\.staff[^]]*].*");
  }

  @Test
  void the_leading_group_sends_the_proposal_back_and_who_is_added_is_heard() {
    named();
    answer("arts.staff", "ACCEPTED", "");
    answer("library.head", "OBJECTED", "闭馆改造");
    decideObjection("helixin", "REJECTED", "没有报告");

    assertThatThrownBy(() -> sendBack("yangjianping", " ")).hasMessageContaining("须写明理由");
    assertThatThrownBy(() -> campaign.complete(ROUND, "userTask_decide", "yangjianping", Map.of()))
        .hasMessageContaining("请选择审定名单");
    sendBack("yangjianping", "艺术科也应批评");

    assertThat(state()).isEqualTo(State.REVIEWING);
    assertThat(rounds.get(key(ROUND)).sentBack()).isEqualTo("艺术科也应批评");
    assertThat(campaign.openTasks(ROUND)).containsExactly("userTask_review");
    // two working days after Wednesday, 1 March
    assertThat(rounds.get(key(ROUND)).dueAt()).isEqualTo(moment("2017-03-03T18:00"));
    assertThat(campaign.variable(ROUND, "userTask_review", "brief")).contains("艺术科也应批评");

    review("helixin", "{\"rows\":[],\"more\":" + more("艺术科", "CRITICISE", "工作拖沓") + "}");
    assertThat(campaign.openTasks(ROUND)).as("who was heard is not asked again").hasSize(1);
    assertThat(notices("arts.staff")).hasSize(1);
    answer("arts.head", "OBJECTED", "有异议");
    decideObjection("helixin", "REJECTED", "记录属实");
    assertThat(rounds.get(key(ROUND)).sentBack()).isNull();
    decide("yangjianping", rows(STAFF, "CRITICISE", ""));

    assertThat(reports.published(campaign.id(), Verdict.CRITICISE))
        .extracting(one -> one.party().id())
        .containsExactly("arts", "library", "arts.staff");
  }

  @Test
  void who_objected_with_success_is_heard_again_when_named_again() {
    named();
    answer("arts.staff", "OBJECTED", "当天因公出差");
    decideObjection("helixin", "UPHELD", "经核实属实");
    answer("library.head", "ACCEPTED", "");
    sendBack("yangjianping", "另有两次缺席");
    review("helixin", "{\"rows\":[],\"more\":" + more("arts.staff", "CRITICISE", "另有两次缺席") + "}");

    assertThat(campaign.openTasks(ROUND)).containsExactly("userTask_object");
    assertThat(notices("arts.staff")).hasSize(2);
    answer("arts.staff", "ACCEPTED", "");
    assertThat(campaign.openTasks(ROUND))
        .as("what was decided before is not asked again")
        .containsExactly("userTask_decide");
    decide("yangjianping", rows(STAFF, "CRITICISE", ""));

    assertThat(reports.published(campaign.id(), Verdict.CRITICISE))
        .extracting(Proposal::party)
        .contains(STAFF);
  }

  @Test
  void counting_anew_does_not_name_again_who_objected_with_success() {
    named();
    answer("arts.staff", "OBJECTED", "当天因公出差");
    decideObjection("helixin", "UPHELD", "经核实属实");
    answer("library.head", "OBJECTED", "闭馆改造");
    decideObjection("helixin", "REJECTED", "没有报告");
    jdbc.sql("update appraisal_proposal set verdict = 'CRITICISE' where round_key = ?")
        .param(key(ROUND))
        .update();

    verdicts.spare(key(ROUND), STAFF);
    verdicts.spare(key(ROUND), LIBRARY);

    assertThat(proposals.find(key(ROUND), STAFF).orElseThrow().verdict()).isEqualTo(Verdict.NONE);
    assertThat(proposals.find(key(ROUND), LIBRARY).orElseThrow().verdict())
        .isEqualTo(Verdict.CRITICISE);
  }

  @Test
  void who_reviewed_sends_nothing_back_and_nobody_but_the_leading_group_does() {
    start("2017-03-01T09:00");
    review("liuguangli", NO_ROWS);

    assertThatThrownBy(() -> service.sendBack(key(ROUND), "再议", "liuguangli"))
        .hasMessageContaining("须由领导小组其他成员审定");
    assertThatThrownBy(() -> service.sendBack(key(ROUND), "再议", "arts.head"))
        .hasMessageContaining("只能由领导小组审定");
  }

  @Test
  void a_task_of_the_model_before_decides_without_being_asked() {
    start("2017-03-01T09:00");
    review("helixin", NO_ROWS);
    var task = campaign.task(ROUND, "userTask_decide");
    runtime.removeVariablesLocal(task.getExecutionId(), List.of("outcome", "reason"));
    campaign.complete(ROUND, "userTask_decide", "yangjianping", Map.of("proposal", json(NO_ROWS)));

    assertThat(state()).isEqualTo(State.PUBLISHED);
  }

  @Test
  void no_more_are_heard_than_a_hearing_bears() {
    start("2017-03-01T09:00");
    criticised("a", 70, 10);
    criticised("b", 40, 8);

    assertThatThrownBy(() -> review("helixin", NO_ROWS)).hasMessageContaining("最多听取 100 个");
    assertThat(state()).isEqualTo(State.REVIEWING);
    scores.bound(rounds.get(key(ROUND)));

    assertThat(proposals.with(key(ROUND), Verdict.CRITICISE))
        .as("equals are not parted")
        .hasSize(70)
        .allMatch(one -> one.lost() == 10);
  }

  /** What 100,000 people may bring: one in twenty lost as much, and thousands lost nothing. */
  @Test
  void of_five_thousand_equals_nobody_is_named_and_the_forms_stay_short_and_say_so() {
    start("2017-03-01T09:00");
    criticised("e", 5_000, 6);
    inserted("p", 150, 0, Verdict.COMMEND);

    rounds.leftOut(key(ROUND), scores.bound(rounds.get(key(ROUND))));

    assertThat(proposals.count(key(ROUND), Verdict.CRITICISE)).isZero();
    assertThat(proposals.named(key(ROUND))).hasSize(100);
    review("helixin", NO_ROWS);
    assertThat(campaign.openTasks(ROUND)).as("nobody is heard").containsExactly("userTask_decide");
    assertThat(campaign.variable(ROUND, "userTask_decide", "brief"))
        .contains("拟表扬 150 个", "只列前 100 个（名）；其余 50 个（名）按建议办理");
    sendBack("yangjianping", "请办公室研究");
    assertThat(campaign.variable(ROUND, "userTask_review", "brief"))
        .contains("另有 5000 个（名）达到通报批评的标准，没有列入", "最多听取 100 个（名）");
    assertThat(campaign.variable(ROUND, "userTask_review", "proposal").length())
        .as("characters of the form")
        .isLessThan(10_000);

    jdbc.sql("update appraisal_proposal set reason = '带病工作' where round_key = ? and party_id = ?")
        .params(key(ROUND), "p150")
        .update();
    assertThat(proposals.named(key(ROUND)))
        .as("whom somebody changed is always there")
        .hasSize(101)
        .anyMatch(one -> one.party().id().equals("p150"));
  }

  private void criticised(String prefix, int number, int lost) {
    inserted(prefix, number, lost, Verdict.CRITICISE);
  }

  private void inserted(String prefix, int number, int lost, Verdict verdict) {
    jdbc.sql(
            "insert into appraisal_proposal (round_key, level, party_id, party_name, position,"
                + " total, lost, place, share, proposed, verdict)"
                + " select ?, 'PERSON', ? || x, 'x', x, 0, ?, 1, 99, ?, ?"
                + " from system_range(1, ?) as g(x)")
        .params(key(ROUND), prefix, lost, verdict.name(), verdict.name(), number)
        .update();
  }

  @Test
  void nobody_changes_the_own_verdict_and_nobody_unknown_is_named() {
    start("2017-03-01T09:00");
    assertThatThrownBy(
            () ->
                review("helixin", "{\"rows\":[],\"more\":" + more("helixin", "COMMEND", "好") + "}"))
        .hasMessageContaining("本人");
    assertThatThrownBy(
            () -> review("helixin", "{\"rows\":[],\"more\":" + more("无名氏", "COMMEND", "好") + "}"))
        .hasMessageContaining("无名氏");
    assertThat(state()).isEqualTo(State.REVIEWING);
  }

  @Test
  void every_step_of_office_and_leading_group_escalates() {
    named();
    answer("arts.staff", "OBJECTED", "有异议");
    campaign.advanceTo("2017-03-03T18:00");
    assertThat(late()).containsExactly("userTask_decideObjection");
    decideObjection("helixin", "REJECTED", "记录属实");
    campaign.advanceTo("2017-03-06T18:00");
    campaign.advanceTo("2017-03-09T18:00");
    assertThat(late()).containsExactly("userTask_decideObjection", "userTask_decide");
  }

  @Test
  void the_review_escalates() {
    start("2017-03-01T09:00");
    campaign.advanceTo("2017-03-03T18:00");

    assertThat(late()).containsExactly("userTask_review");
  }

  @Test
  void it_begins_when_the_last_phase_has_ended_and_once_only() {
    campaign.advanceTo("2017-03-01T09:00");
    for (var phase : phases.phases(campaign.id())) {
      assertThat(rounds.find(campaign.id())).isEmpty();
      if (phase.state() != PhaseStatus.State.CLOSED) {
        campaigns.closePhase(phase.key(), true, "测试", "helixin");
      }
    }
    campaign.runJobs();

    assertThat(state()).isEqualTo(State.REVIEWING);
    assertThatThrownBy(() -> service.start(campaign.id(), "helixin")).hasMessageContaining("已经开始");
  }

  @Test
  void points_of_a_person_are_seen_by_the_person_the_head_the_office_and_the_leading_group() {
    start("2017-03-01T09:00");

    for (var reader : List.of("arts.staff", "arts.head", "helixin", "yangjianping")) {
      assertThat(reports.score(campaign.id(), STAFF, reader).standing().party()).isEqualTo(STAFF);
    }
    for (var reader : List.of("arts.liaison", "library.head", "library.staff", "nobody")) {
      assertThatThrownBy(() -> reports.score(campaign.id(), STAFF, reader))
          .hasMessageContaining("个人得分只有本人");
    }
    assertThatThrownBy(
            () ->
                reports.score(campaign.id(), new Party(Level.PERSON, "yangjianping"), "arts.head"))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void points_of_a_unit_are_seen_by_those_who_answer_for_it() {
    start("2017-03-01T09:00");

    for (var reader : List.of("library.head", "library.liaison", "luzhanzhong", "helixin")) {
      assertThat(reports.score(campaign.id(), LIBRARY, reader).points()).isEmpty();
    }
    for (var reader : List.of("library.staff", "arts.head")) {
      assertThatThrownBy(() -> reports.score(campaign.id(), LIBRARY, reader))
          .isInstanceOf(Refusal.class);
    }
  }

  @Test
  void the_year_end_sheet_has_every_unit_in_order_for_office_and_leading_group() {
    start("2017-03-01T09:00");

    assertThat(reports.yearEnd(campaign.id(), "yangjianping"))
        .extracting(line -> line.standing().party().id())
        .containsExactly("office", "arts", "library");
    assertThatThrownBy(() -> reports.yearEnd(campaign.id(), "arts.head"))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void a_verdict_is_nobody_s_to_know_before_it_is_published() {
    named();

    assertThat(reports.score(campaign.id(), STAFF, "arts.head").verdict()).isNull();
    assertThat(reports.published(campaign.id(), Verdict.CRITICISE)).isEmpty();
  }

  /** One person and one unit are named for criticism, on 1 March. */
  private void named() {
    start("2017-03-01T09:00");
    review(
        "helixin",
        "{\"rows\":[],\"more\":[%s,%s]}"
            .formatted(one("arts.staff", "CRITICISE", "拖延"), one("图书馆", "CRITICISE", "落实不力")));
  }

  private void start(String when) {
    campaign.advanceTo(when);
    service.start(campaign.id(), "helixin");
    campaign.runJobs();
  }

  private void handIn(String person, String when) {
    campaign.advanceTo(when);
    campaign.complete(
        "essay/" + person,
        "userTask_submit",
        person,
        Map.of("paper", json("{\"text\":\"发现问题三个\"}")));
  }

  private void review(String person, String proposal) {
    campaign.complete(
        ROUND, "userTask_review", person, Map.of("outcome", "CONFIRM", "proposal", json(proposal)));
  }

  private void answer(String person, String answer, String text) {
    var task =
        campaign.tasksOf(person).stream()
            .filter(one -> one.getTaskDefinitionKey().equals("userTask_object"))
            .findFirst()
            .orElseThrow();
    campaign.as(
        person,
        () -> {
          if (task.getAssignee() == null) {
            tasks.claim(task.getId(), person);
          }
          tasks.complete(task.getId(), Map.of("answer", answer, "text", text));
          return null;
        });
    campaign.runJobs();
  }

  private void decideObjection(String person, String outcome, String reason) {
    campaign.complete(
        ROUND, "userTask_decideObjection", person, Map.of("outcome", outcome, "reason", reason));
  }

  private void decide(String person, String proposal) {
    campaign.complete(
        ROUND, "userTask_decide", person, Map.of("outcome", "DECIDE", "proposal", json(proposal)));
  }

  private void sendBack(String person, String reason) {
    campaign.complete(
        ROUND,
        "userTask_decide",
        person,
        Map.of("outcome", "SEND_BACK", "reason", reason, "proposal", json(NO_ROWS)));
  }

  private static String rows(Party party, String verdict, String reason) {
    return "{\"rows\":[{\"party\":\"%s\",\"verdict\":\"%s\",\"reason\":\"%s\"}]}"
        .formatted(party.key(), verdict, reason);
  }

  private static String more(String name, String verdict, String reason) {
    return "[" + one(name, verdict, reason) + "]";
  }

  private static String one(String name, String verdict, String reason) {
    return "{\"name\":\"%s\",\"verdict\":\"%s\",\"reason\":\"%s\"}"
        .formatted(name, verdict, reason);
  }

  private List<Tuple> points(Party party) {
    return proposals.points(key(ROUND), party).stream()
        .map(point -> tupleOf(point.kind(), point.key(), point.points()))
        .toList();
  }

  private static Tuple tupleOf(String kind, String key, int points) {
    return tuple(kind, key, points);
  }

  private State state() {
    return rounds.get(key(ROUND)).state();
  }

  private String key(String rest) {
    return campaign.key(rest);
  }

  private List<String> late() {
    return jdbc.sql("select task from supervision_late where item_key = ? order by id")
        .param(key(ROUND))
        .query(String.class)
        .list();
  }

  private List<String> notices(String person) {
    return jdbc.sql(
            "select body from notification_outbox where campaign_id = ? and person_id = ?"
                + " and notice_key like 'appraisal/%' and channel = 'MAIL'")
        .params(campaign.id(), person)
        .query(String.class)
        .list();
  }
}
