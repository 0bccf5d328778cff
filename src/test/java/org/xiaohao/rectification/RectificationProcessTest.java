package org.xiaohao.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xiaohao.rectification.ProblemSteps.OWNER;
import static org.xiaohao.testing.TestCampaign.moment;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.attachment.AttachmentService;
import org.xiaohao.campaign.CampaignService;
import org.xiaohao.campaign.ProblemFound;
import org.xiaohao.ledger.ConsistencyCheck;
import org.xiaohao.rectification.Problem.Rating;
import org.xiaohao.rectification.Problem.State;
import org.xiaohao.roster.DeputyService;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.RosterService;
import org.xiaohao.shared.Refusal;
import org.xiaohao.supervision.Light;
import org.xiaohao.supervision.Lights;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
class RectificationProcessTest {

  private static final String P1 = "P0001";

  @Autowired TestCampaign campaign;
  @Autowired CampaignService campaigns;
  @Autowired ProblemList problems;
  @Autowired ProblemCareService care;
  @Autowired HandoverService handover;
  @Autowired RectificationService service;
  @Autowired Trail trail;
  @Autowired Lights lights;
  @Autowired RosterService rosters;
  @Autowired DeputyService deputies;
  @Autowired ApplicationEventPublisher events;
  @Autowired AttachmentService files;
  @Autowired ConsistencyCheck consistency;
  @Autowired HistoryService history;
  @Autowired RuntimeService runtime;
  @Autowired JdbcClient jdbc;

  private ProblemSteps steps;

  @Autowired
  void steps(FormService forms, RepositoryService repository) {
    steps = new ProblemSteps(campaign, forms, repository);
  }

  @BeforeEach
  void launch() {
    // The numbers of the sample hang on the key, and so on the campaign: here everything or
    // nothing.
    launch(0);
  }

  /**
   * Everybody takes part in every test's campaign; a problem goes to the one that is not closed.
   */
  private void launch(int lookBackSample) {
    jdbc.sql("update campaign set state = 'CLOSED'").update();
    campaign.launch(TestCampaign.only(Plans.withLookBack(lookBackSample), "self-check"));
  }

  @Test
  void anybody_registers_a_problem_and_the_form_leaves_no_variable() {
    steps.register(OWNER, "群众来件答复慢");

    var problem = problem(P1);
    assertThat(problem.unitId()).isEqualTo("arts");
    assertThat(problem.origin().source()).isEqualTo(ProblemFound.Source.SUGGESTION);
    assertThat(problem.origin().registeredBy()).isEqualTo(OWNER);
    assertThat(problem.title()).isEqualTo("P0001 · 群众来件答复慢");
    assertThat(campaign.task(P1, "userTask_triage").getName()).isEqualTo("研判问题：P0001 · 群众来件答复慢");
    var instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(campaign.key(P1))
            .singleResult();
    assertThat(runtime.getVariables(instance.getId())).containsOnlyKeys("title");
  }

  @Test
  void what_a_self_check_found_is_linked_to_the_report_of_the_unit_and_so_are_its_parts() {
    steps.register(
        OWNER, null, "{\"text\":\"制度缺失；培训走过场\",\"source\":\"CHECK_SUPERIORS\",\"about\":\"OWN\"}");
    assertThat(problem(P1).origin().sourceKey()).isEqualTo(campaign.key("self-check/arts#P0001"));
    assertThat(problem(P1).origin().occasion()).isEqualTo("自查报告");
    steps.register(OWNER, null, "{\"text\":\"又一个\",\"source\":\"SELF_CHECK\",\"about\":\"OWN\"}");
    assertThat(problem("P0002").origin().sourceKey())
        .isEqualTo(campaign.key("self-check/arts#P0002"));

    care.split(campaign.key(P1), List.of("制度缺失", "培训走过场"), "两件事", "helixin");
    assertThat(problem("P0003").origin().sourceKey())
        .isEqualTo(campaign.key("self-check/arts#P0001#P0003"));
    assertThat(problem("P0004").origin().source()).isEqualTo(ProblemFound.Source.CHECK_SUPERIORS);
  }

  @Test
  void who_takes_part_in_several_campaigns_says_which_one_is_meant() {
    var plan = TestCampaign.papersOnly(Plans.withLookBack(0));
    var other = plan.id();
    campaigns.launch(plan, TestCampaign.roster());
    campaign.runJobs();
    assertThatThrownBy(() -> steps.register(OWNER, "答复慢"))
        .hasMessageContaining("同时参加几项活动")
        .hasMessageContaining(other)
        .hasMessageContaining(campaign.id());
    steps.register(
        OWNER, null, "{\"text\":\"答复慢\",\"about\":\"OWN\",\"campaign\":\"%s\"}".formatted(other));
    assertThat(problems.of(other)).hasSize(1);
    assertThat(problems.of(campaign.id())).isEmpty();
  }

  @Test
  void half_of_the_time_without_evidence_is_behind_plan() {
    steps.register(OWNER, "群众来件答复慢");
    steps.toOwner(P1);
    campaign.advanceTo("2017-03-15T12:00");
    assertThat(light()).as("11 of 23 working days").isEqualTo(Light.NONE);
    campaign.advanceTo("2017-03-16T12:00");
    assertThat(light()).as("12 of 23").isEqualTo(Light.YELLOW);

    evidenceUploaded();

    assertThat(light()).as("at once, not only next morning").isEqualTo(Light.NONE);
    campaign.advanceTo("2017-03-28T12:00");
    assertThat(light()).as("three days left").isEqualTo(Light.BLUE);
    campaign.advanceTo("2017-03-31T18:00");
    assertThat(light()).isEqualTo(Light.RED);
  }

  @Test
  void more_time_brings_a_problem_back_into_its_plan() {
    steps.register(OWNER, "群众来件答复慢");
    steps.toOwner(P1);
    campaign.advanceTo("2017-03-16T12:00");
    assertThat(light()).isEqualTo(Light.YELLOW);

    care.move(campaign.key(P1), LocalDate.of(2017, 5, 26), "等待设备到货", "liuguangli");

    assertThat(light()).isEqualTo(Light.NONE);
  }

  @Test
  void a_problem_is_yellow_while_its_head_is_late_and_when_it_was_returned_twice() {
    steps.register(OWNER, "群众来件答复慢");
    steps.toOwner(P1);
    steps.rectify(P1, OWNER);
    campaign.advanceTo("2017-03-08T12:00");
    assertThat(light()).as("the head had three days").isEqualTo(Light.YELLOW);
    for (var times = 1; times <= 2; times++) {
      campaign.complete(
          P1, "userTask_check", "arts.head", Map.of("outcome", "RETURNED", "reason", "缺照片"));
      assertThat(light()).isEqualTo(times == 1 ? Light.NONE : Light.YELLOW);
      steps.rectify(P1, OWNER);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2017-02-27, campaign.date-past",
    "2017-02-28, campaign.date-past",
    "2017-03-25, campaign.date-off",
    "2017-04-04, campaign.date-off"
  })
  void a_long_term_problem_is_looked_at_again_on_a_working_day_to_come(LocalDate day, String code) {
    steps.register(OWNER, "场馆老旧");

    assertThatThrownBy(
            () ->
                care.followLongTerm(
                    campaign.key(P1), "arts", Rating.UNKNOWN, day, "等待立项", "liuguangli"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    assertThat(state(P1)).isEqualTo(State.REGISTERED);
  }

  private Light light() {
    return lights.of(campaign.key(P1));
  }

  private void evidenceUploaded() {
    var bytes = "%PDF-1.4 新流程".getBytes(StandardCharsets.UTF_8);
    files.add(campaign.key(P1), "新流程.pdf", new ByteArrayInputStream(bytes), OWNER);
  }

  @Test
  void a_typed_business_key_takes_over_no_other_problem() {
    steps.register(OWNER, "第一个");
    assertThatThrownBy(
            () -> steps.register(OWNER, campaign.key(P1), "{\"text\":\"冒用编号\",\"about\":\"OWN\"}"))
        .hasMessageContaining("不能重复发起");
    steps.register(OWNER, "随手写的", "{\"text\":\"第二个\",\"about\":\"OWN\"}");
    assertThat(problem("P0002").origin().text()).isEqualTo("第二个");
    assertThat(campaign.openTasks("P0002")).containsExactly("userTask_triage");
  }

  @Test
  void nobody_starts_another_process() {
    assertThatThrownBy(
            () -> campaign.as(OWNER, () -> runtime.startProcessInstanceByKey("submission", "x")))
        .isInstanceOf(AuthorizationException.class);
  }

  @Test
  void what_another_room_finds_becomes_a_problem_once() {
    var found =
        new ProblemFound(
            campaign.id(),
            ProblemFound.Source.REVIEW_MEETING,
            campaign.key("review/O001"),
            "评议会",
            "library",
            "开馆时间太短",
            null,
            "helixin");
    events.publishEvent(found);
    events.publishEvent(found);

    assertThat(problems.of(campaign.id())).hasSize(1);
    assertThat(problem(P1).origin().sourceKey()).isEqualTo(campaign.key("review/O001"));
    assertThat(campaign.openTasks(P1)).containsExactly("userTask_triage");
  }

  @Test
  void a_problem_goes_its_way_and_is_closed_out_with_a_number() {
    steps.register(OWNER, "群众来件答复慢");
    steps.accept(P1);
    assertThat(state(P1)).isEqualTo(State.ANALYSING);
    assertThat(problem(P1).rating().weight()).isEqualTo(3);
    steps.propose(P1, OWNER, LocalDate.of(2017, 3, 31));
    assertThat(state(P1)).isEqualTo(State.PROPOSED);
    steps.confirm(P1, true);
    assertThat(problem(P1).dueAt()).isEqualTo(moment("2017-03-31T18:00"));
    assertThat(campaign.task(P1, "userTask_rectify").getAssignee()).isEqualTo(OWNER);
    steps.rectify(P1, OWNER);
    assertThat(state(P1)).isEqualTo(State.CHECKING);
    steps.check(P1, "arts.head");
    assertThat(campaign.task(P1, "userTask_verify").getAssignee()).isEqualTo("helixin");
    steps.verify(P1);

    var problem = problem(P1);
    assertThat(problem.state()).isEqualTo(State.CLOSED_OUT);
    assertThat(problem.closing().number()).isEqualTo(campaign.key("X0001"));
    assertThat(campaign.isRunning(P1)).isFalse();
    assertThat(what(P1))
        .containsExactly(
            "REGISTERED",
            "ACCEPTED",
            "PROPOSED",
            "CONFIRMED",
            "SUBMITTED",
            "CHECKED",
            "CLOSED_OUT");
    assertEnd("endEvent_closedOut");
    assertSound();
  }

  @Test
  void the_office_explains_what_is_no_problem() {
    steps.register(OWNER, "食堂太咸");
    assertThatThrownBy(() -> steps.triage(P1, "EXPLAINED", Map.of("reason", "")))
        .hasMessageContaining("作出的说明");
    steps.triage(P1, "EXPLAINED", Map.of("reason", "已向提出人说明"));
    assertThat(state(P1)).isEqualTo(State.EXPLAINED);
    assertEnd("endEvent_explained");
    assertSound();
  }

  @Test
  void the_office_merges_it_with_another_one() {
    steps.register(OWNER, "答复慢");
    steps.register(OWNER, "回复不及时");
    steps.triage("P0002", "MERGED", Map.of("into", campaign.key(P1), "reason", "同一件事"));
    assertThat(state("P0002")).isEqualTo(State.MERGED);
    assertThat(what(P1)).endsWith("TOOK_IN");
    assertEnd("endEvent_merged");
    assertSound();
  }

  @Test
  void a_long_term_problem_is_looked_at_again_and_ends_with_a_reason() {
    steps.register(OWNER, "馆舍老旧");
    steps.triage(
        P1, "LONG_TERM", Map.of("nextLook", "2017-03-20", "reason", "等待上级立项", "unit", "arts"));
    assertThat(state(P1)).isEqualTo(State.LONG_TERM);
    assertThat(campaign.openTasks(P1)).isEmpty();
    assertSound();

    campaign.advanceTo("2017-03-20T08:00");
    assertThat(state(P1)).isEqualTo(State.LONG_TERM_DUE);
    followUp("CONTINUE", "2017-04-10");
    assertThat(state(P1)).isEqualTo(State.LONG_TERM);
    campaign.advanceTo("2017-04-10T08:00");
    followUp("END", "");
    assertThat(state(P1)).isEqualTo(State.FOLLOWED_UP);
    assertEnd("endEvent_followedUp");
    assertSound();
  }

  @Test
  void a_long_term_problem_is_taken_up_at_a_look_or_before() {
    longTerm();
    campaign.advanceTo("2017-03-20T08:00");
    assertThatThrownBy(() -> care.reopen(campaign.key(P1), "提前", false, "helixin"))
        .hasMessageContaining("请在任务中作出决定");
    followUp("RECTIFY", "");
    assertThat(campaign.openTasks(P1)).containsExactly("userTask_analyse");

    steps.register(OWNER, "又一个");
    steps.triage(
        "P0002", "LONG_TERM", Map.of("nextLook", "2017-04-20", "reason", "等", "unit", "arts"));
    care.reopen(campaign.key("P0002"), "资金已到位", false, "helixin");
    assertThat(campaign.openTasks("P0002")).containsExactly("userTask_analyse");
    assertSound();
  }

  @Test
  void a_proposal_is_returned_and_made_anew() {
    steps.register(OWNER, TestCampaign.TYPED);
    steps.accept(P1);
    steps.propose(P1, OWNER, LocalDate.of(2017, 3, 31));
    steps.returnProposal(P1, "不具体：" + TestCampaign.TYPED);
    assertThat(state(P1)).isEqualTo(State.ANALYSING);
    assertThat(campaign.variable(P1, "userTask_analyse", "brief"))
        .contains("### P0001 · " + TestCampaign.SHOWN)
        .contains("不具体：" + TestCampaign.SHOWN);
    assertThat(campaign.variable(P1, "userTask_analyse", "proposal")).contains("修订制度");
    assertSound();
  }

  @Test
  void it_is_returned_by_the_head_and_by_the_verifier() {
    steps.register(OWNER, "答复慢");
    steps.toOwner(P1);
    steps.rectify(P1, OWNER);
    campaign.complete(
        P1, "userTask_check", "arts.head", Map.of("outcome", "RETURNED", "reason", "缺照片"));
    assertThat(state(P1)).isEqualTo(State.RECTIFYING);
    steps.rectify(P1, OWNER);
    steps.check(P1, "arts.head");
    campaign.complete(
        P1, "userTask_verify", "helixin", Map.of("outcome", "RETURNED", "note", "现场未改"));

    assertThat(problem(P1).progress().timesReturned()).isEqualTo(2);
    assertThat(problem(P1).progress().evidence()).isZero();
    assertThat(campaign.variable(P1, "userTask_rectify", "brief")).contains("现场未改");
    assertSound();
  }

  @Test
  void what_the_head_rectifies_the_leader_in_charge_checks() {
    steps.register(OWNER, "答复慢");
    steps.accept(P1);
    steps.propose(P1, "arts.head", LocalDate.of(2017, 3, 31));
    steps.confirm(P1, false);
    steps.rectify(P1, "arts.head");
    assertThat(campaign.tasksOf("arts.head"))
        .extracting(t -> t.getTaskDefinitionKey())
        .doesNotContain("userTask_check");
    steps.check(P1, "luzhanzhong");
    assertThat(state(P1)).isEqualTo(State.VERIFYING);
  }

  @Test
  void more_time_is_asked_for_granted_and_not_a_second_time() {
    steps.register(OWNER, "答复慢");
    steps.toOwner(P1);
    care.askExtension(campaign.key(P1), LocalDate.of(2017, 4, 7), "等待批复", OWNER);
    decideExtension("PASSED", "");
    assertThat(problem(P1).dueAt()).isEqualTo(moment("2017-04-07T18:00"));
    assertThat(campaign.task(P1, "userTask_rectify").getDueDate().toInstant())
        .isEqualTo(moment("2017-04-07T18:00"));
    assertThatThrownBy(
            () -> care.askExtension(campaign.key(P1), LocalDate.of(2017, 4, 14), "再等", OWNER))
        .hasMessageContaining("不能再延");
    campaign.advanceTo("2017-04-07T17:59");
    assertThat(late("userTask_rectify")).isZero();
    campaign.advanceTo("2017-04-07T18:00");
    assertThat(late("userTask_rectify")).isEqualTo(1);
    assertSound();
  }

  @Test
  void more_time_is_refused_and_an_open_request_ends_with_the_problem() {
    steps.register(OWNER, "答复慢");
    steps.toOwner(P1);
    care.askExtension(campaign.key(P1), LocalDate.of(2017, 4, 7), "忙", OWNER);
    assertThatThrownBy(() -> decideExtension("RETURNED", "")).hasMessageContaining("须写明理由");
    decideExtension("RETURNED", "理由不充分");
    assertThat(problem(P1).dueAt()).isEqualTo(moment("2017-03-31T18:00"));

    care.askExtension(campaign.key(P1), LocalDate.of(2017, 4, 7), "真的忙", OWNER);
    campaign.advanceTo("2017-03-01T18:00");
    assertThat(late("userTask_decideExtension")).isEqualTo(1);
    steps.rectify(P1, OWNER);
    steps.check(P1, "arts.head");
    steps.verify(P1);
    assertThat(campaign.isRunning(P1)).isFalse();
    assertEnd("endEvent_verified");
    assertSound();
  }

  @Test
  void more_time_that_is_granted_after_the_hand_in_counts_when_it_is_returned() {
    steps.register(OWNER, "答复慢");
    steps.toOwner(P1);
    care.askExtension(campaign.key(P1), LocalDate.of(2017, 4, 7), "等待批复", OWNER);
    steps.rectify(P1, OWNER);
    var checkDay = problem(P1).dueAt();
    decideExtension("PASSED", "");

    assertThat(problem(P1).date().effectiveDate()).isEqualTo(LocalDate.of(2017, 4, 7));
    assertThat(problem(P1).limitAt()).isEqualTo(moment("2017-04-07T18:00"));
    assertThat(problem(P1).progress().extensions()).isEqualTo(1);
    assertThat(problem(P1).dueAt()).as("the head checks as soon as before").isEqualTo(checkDay);
    assertThat(told(OWNER)).singleElement().asString().contains("新期限4月7日");

    campaign.complete(
        P1, "userTask_check", "arts.head", Map.of("outcome", "RETURNED", "reason", "缺照片"));
    assertThat(campaign.task(P1, "userTask_rectify").getDueDate().toInstant())
        .isEqualTo(moment("2017-04-07T18:00"));
    assertSound();
  }

  @Test
  void more_time_until_a_day_that_has_passed_or_that_the_limit_has_overtaken_is_not_granted() {
    steps.register(OWNER, "答复慢");
    steps.toOwner(P1);
    care.askExtension(campaign.key(P1), LocalDate.of(2017, 4, 7), "等待批复", OWNER);
    care.move(campaign.key(P1), LocalDate.of(2017, 4, 14), "放宽", "liuguangli");
    assertThatThrownBy(() -> decideExtension("PASSED", "")).hasMessageContaining("没有意义");
    campaign.advanceTo("2017-04-07T18:00");
    assertThatThrownBy(() -> decideExtension("PASSED", "")).hasMessageContaining("已经过去");
    assertThat(problem(P1).progress().extensions()).isZero();
    decideExtension("RETURNED", "日子已过");
    assertThat(problem(P1).limitAt()).isEqualTo(moment("2017-04-14T18:00"));
    assertSound();
  }

  private List<String> told(String person) {
    return jdbc.sql(
            """
            select subject from notification_outbox
            where item_key = ? and person_id = ? and channel = 'MAIL' order by id
            """)
        .params(campaign.key(P1), person)
        .query(String.class)
        .list();
  }

  @Test
  void the_office_moves_the_limit_with_all_that_hangs_on_it() {
    steps.register(OWNER, "答复慢");
    steps.toOwner(P1);
    care.move(campaign.key(P1), LocalDate.of(2017, 4, 14), "清明假期", "helixin");
    assertThat(campaign.task(P1, "userTask_rectify").getDueDate().toInstant())
        .isEqualTo(moment("2017-04-14T18:00"));
    assertThat(campaign.variable(P1, "userTask_rectify", "brief")).contains("2017年4月14日");
    assertSound();
  }

  @Test
  void every_limit_that_passes_is_reported() {
    steps.register(OWNER, "答复慢");
    passLimit("userTask_triage");
    steps.accept(P1);
    passLimit("userTask_analyse");
    steps.propose(P1, OWNER, LocalDate.of(2017, 3, 31));
    passLimit("userTask_confirm");
    steps.confirm(P1, false);
    passLimit("userTask_rectify");
    steps.rectify(P1, OWNER);
    passLimit("userTask_check");
    steps.check(P1, "arts.head");
    passLimit("userTask_verify");
    steps.verify(P1);
    assertThat(state(P1)).isEqualTo(State.CLOSED_OUT);
  }

  @Test
  void late_looks_are_reported() {
    longTerm();
    campaign.advanceTo("2017-03-20T08:00");
    passLimit("userTask_followUp");
  }

  @Test
  void a_look_back_confirms_or_reopens() {
    launch(100);
    steps.register(OWNER, "答复慢");
    steps.toClosedOut(P1);
    assertThat(state(P1)).isEqualTo(State.LOOK_BACK);
    assertThat(problem(P1).closing().number()).isEqualTo(campaign.key("X0001"));
    assertThat(campaign.isRunning(P1)).isTrue();
    assertSound();

    campaign.advanceTo("2017-03-28T08:00");
    assertThat(state(P1)).isEqualTo(State.LOOK_BACK_DUE);
    passLimit("userTask_lookBack");
    lookBack("RETURNED", "又慢了");
    assertThat(state(P1)).isEqualTo(State.ANALYSING);
    assertThat(problem(P1).progress().timesReopened()).isEqualTo(1);
    assertThat(problem(P1).closing()).isNull();

    steps.propose(P1, OWNER, LocalDate.of(2017, 4, 28));
    steps.confirm(P1, false);
    steps.rectify(P1, OWNER);
    steps.check(P1, "arts.head");
    steps.verify(P1);
    assertThat(problem(P1).closing().number()).isEqualTo(campaign.key("X0002"));
    campaign.advanceTo("2017-05-31T09:00");
    lookBack("PASSED", "");
    assertThat(state(P1)).isEqualTo(State.CLOSED_OUT);
    assertEnd("endEvent_stands");
    assertSound();
  }

  @Test
  void the_office_reopens_before_and_after_the_look_back() {
    launch(100);
    steps.register(OWNER, "答复慢");
    steps.toClosedOut(P1);
    care.reopen(campaign.key(P1), "群众来信反映", false, "helixin");
    assertThat(campaign.openTasks(P1)).containsExactly("userTask_analyse");
    assertSound();

    launch(0);
    steps.register(OWNER, "答复慢");
    steps.toClosedOut(P1);
    assertThat(campaign.isRunning(P1)).isFalse();
    care.reopen(campaign.key(P1), "群众来信反映", false, "helixin");
    assertThat(campaign.openTasks(P1)).containsExactly("userTask_analyse");
    assertThat(trail.events(campaign.key(P1)))
        .last()
        .satisfies(event -> assertThat(event.why()).contains("X0001", "群众来信反映"));
    assertSound();
  }

  @Test
  void it_is_merged_split_or_cancelled_later_on() {
    steps.register(OWNER, "一");
    steps.register(OWNER, "二");
    steps.register(OWNER, "三");
    steps.toOwner(P1);
    steps.accept("P0002");
    care.merge(campaign.key("P0002"), campaign.key(P1), "同一件事", false, "helixin");
    assertThat(state("P0002")).isEqualTo(State.MERGED);
    care.split(campaign.key(P1), List.of("一之一", "一之二"), "两件事", "helixin");
    assertThat(state(P1)).isEqualTo(State.SPLIT);
    assertThat(campaign.openTasks("P0004")).containsExactly("userTask_triage");
    assertThat(campaign.openTasks("P0005")).containsExactly("userTask_triage");
    care.cancel(campaign.key("P0003"), "单位已撤销", "helixin");
    assertThat(state("P0003")).isEqualTo(State.CANCELLED);
    campaign.runJobs();
    List.of(P1, "P0002", "P0003").forEach(p -> assertThat(campaign.isRunning(p)).isFalse());
    assertEnd("endEvent_mergedLater");
    assertEnd("endEvent_split");
    assertEnd("endEvent_cancelled");
    care.reopen(campaign.key("P0003"), "恢复", false, "helixin");
    assertThat(campaign.openTasks("P0003")).containsExactly("userTask_triage");
    assertSound();
  }

  @Test
  void when_the_owner_leaves_the_unit_names_another_one() {
    steps.register(OWNER, "答复慢");
    steps.toOwner(P1);
    steps.rectify(P1, OWNER);
    leaves(OWNER);
    assertThat(state(P1)).isEqualTo(State.ANALYSING);
    assertThat(campaign.openTasks(P1)).containsExactly("userTask_analyse");
    assertThat(what(P1)).endsWith("OWNER_LEFT");
    steps.propose(P1, "arts.liaison", LocalDate.of(2017, 3, 31));
    assertSound();
  }

  @Test
  void when_the_owner_changes_unit_the_problem_stays_and_gets_another_owner() {
    steps.register(OWNER, "答复慢");
    steps.toOwner(P1);
    var roster = TestCampaign.roster();
    rosters.take(
        campaign.id(),
        new Roster(
            roster.units(),
            roster.branches(),
            roster.people().stream()
                .map(
                    p -> p.id().equals(OWNER) ? TestCampaign.person(OWNER, "library", p.rank()) : p)
                .toList()),
        LocalDate.of(2017, 3, 1));
    campaign.runJobs();

    assertThat(problem(P1).unitId()).isEqualTo("arts");
    assertThat(campaign.openTasks(P1)).containsExactly("userTask_analyse");
    assertThat(what(P1)).endsWith("OWNER_MOVED");
    steps.propose(P1, "arts.liaison", LocalDate.of(2017, 3, 31));
    assertSound();
  }

  @Test
  void who_verifies_and_the_director_are_told_that_an_owner_is_absent() {
    steps.register(OWNER, "答复慢");
    steps.toOwner(P1);

    deputies.name(
        campaign.id(),
        OWNER,
        "arts.liaison",
        LocalDate.of(2017, 3, 30),
        LocalDate.of(2017, 4, 1),
        "出差",
        TestCampaign.ZONE,
        OWNER);

    for (var person : List.of(ProblemSteps.VERIFIER, "liuguangli", "arts.head")) {
      assertThat(
              jdbc.sql(
                      """
                      select count(*) from notification_outbox where campaign_id = ?
                        and person_id = ? and notice_key like 'absence/%' and body like '%答复慢%'
                      """)
                  .params(campaign.id(), person)
                  .query(Integer.class)
                  .single())
          .as(person)
          .isPositive();
    }
  }

  @Test
  void when_the_verifier_leaves_the_office_verifies() {
    steps.register(OWNER, "答复慢");
    steps.toOwner(P1);
    steps.rectify(P1, OWNER);
    steps.check(P1, "arts.head");
    leaves("helixin");
    assertThat(campaign.task(P1, "userTask_verify").getAssignee()).isNull();
    campaign.complete(P1, "userTask_verify", "liuguangli", Map.of("outcome", "PASSED"));
    assertThat(state(P1)).isEqualTo(State.CLOSED_OUT);
    assertSound();
  }

  @Test
  void the_office_names_another_verifier() {
    steps.register(OWNER, "答复慢");
    steps.toOwner(P1);
    steps.rectify(P1, OWNER);
    steps.check(P1, "arts.head");
    handover.nameVerifier(campaign.key(P1), "guowei", "出差", "liuguangli");
    assertThat(campaign.task(P1, "userTask_verify").getAssignee()).isEqualTo("guowei");
    assertSound();
  }

  @Test
  void it_goes_to_another_unit_before_and_after_somebody_rectifies_it() {
    steps.register(OWNER, "答复慢");
    steps.accept(P1);
    handover.reassign(campaign.key(P1), "library", "属图书馆职责", "liuguangli");
    assertThat(campaign.openTasks(P1)).containsExactly("userTask_analyse");
    assertThat(campaign.tasksOf("library.head")).anyMatch(task -> task.getName().contains(P1));
    handover.reassign(campaign.key(P1), "arts", "退给艺术科", "liuguangli");
    steps.propose(P1, OWNER, LocalDate.of(2017, 3, 31));
    handover.reassign(campaign.key(P1), "library", "措施属图书馆职责", "liuguangli");
    campaign.runJobs();
    assertThat(campaign.openTasks(P1)).containsExactly("userTask_analyse");
    assertThat(campaign.tasksOf("library.liaison")).anyMatch(task -> task.getName().contains(P1));
    assertThat(campaign.tasksOf("arts.liaison")).noneMatch(task -> task.getName().contains(P1));
    assertThat(problem(P1).state()).isEqualTo(State.ANALYSING);
    assertThat(problem(P1).remedy().owner()).isNull();
    assertThat(what(P1)).endsWith("PROPOSED", "REASSIGNED");
    handover.reassign(campaign.key(P1), "arts", "退给艺术科", "liuguangli");
    steps.propose(P1, OWNER, LocalDate.of(2017, 3, 31));
    steps.confirm(P1, false);
    care.askExtension(campaign.key(P1), LocalDate.of(2017, 4, 14), "忙", OWNER);
    steps.rectify(P1, OWNER);

    handover.reassign(campaign.key(P1), "library", "职责已调整", "liuguangli");
    campaign.runJobs();
    assertThat(campaign.openTasks(P1)).containsExactly("userTask_analyse");
    assertThat(problem(P1))
        .satisfies(problem -> assertThat(problem.unitId()).isEqualTo("library"))
        .satisfies(problem -> assertThat(problem.remedy().owner()).isNull())
        .satisfies(problem -> assertThat(problem.remedy().measure()).isEqualTo("修订制度"))
        .satisfies(problem -> assertThat(problem.progress().evidence()).isZero());
    assertThat(what(P1)).endsWith("SUBMITTED", "REASSIGNED");
    assertSound();
  }

  @Test
  void somebody_else_of_the_unit_rectifies_it() {
    steps.register(OWNER, "答复慢");
    steps.toOwner(P1);
    handover.nameOwner(campaign.key(P1), "arts.liaison", "借调", "liuguangli");
    assertThat(campaign.task(P1, "userTask_rectify").getAssignee()).isEqualTo("arts.liaison");
    assertThat(campaign.variable(P1, "userTask_rectify", "brief")).contains("某arts\\.liaison");
    assertThatThrownBy(() -> service.submit(campaign.key(P1), "前", "后", OWNER))
        .hasMessageContaining("不由您负责整改");
    steps.rectify(P1, "arts.liaison");
    steps.check(P1, "arts.head");
    steps.verify(P1);
    assertThat(state(P1)).isEqualTo(State.CLOSED_OUT);
    assertSound();
  }

  private void longTerm() {
    steps.register(OWNER, "馆舍老旧");
    steps.triage(
        P1, "LONG_TERM", Map.of("nextLook", "2017-03-20", "reason", "等待立项", "unit", "arts"));
  }

  private void followUp(String outcome, String nextLook) {
    campaign.complete(
        P1,
        "userTask_followUp",
        "helixin",
        Map.of("outcome", outcome, "nextLook", nextLook, "reason", "情况如此"));
  }

  private void lookBack(String outcome, String note) {
    campaign.complete(P1, "userTask_lookBack", "guowei", Map.of("outcome", outcome, "note", note));
  }

  private void decideExtension(String outcome, String comment) {
    campaign.complete(
        P1,
        "userTask_decideExtension",
        "liuguangli",
        Map.of("outcome", outcome, "comment", comment));
  }

  private void leaves(String person) {
    var roster = TestCampaign.roster();
    rosters.take(
        campaign.id(),
        new Roster(
            roster.units(),
            roster.branches(),
            roster.people().stream().filter(p -> !p.id().equals(person)).toList()),
        LocalDate.of(2017, 3, 1));
    campaign.runJobs();
  }

  private void passLimit(String task) {
    var due = campaign.task(P1, task).getDueDate().toInstant();
    campaign.advanceTo(due.atZone(TestCampaign.ZONE).toLocalDateTime().toString());
    assertThat(late(task)).as(task).isEqualTo(1);
  }

  private int late(String task) {
    return jdbc.sql("select count(*) from supervision_late where item_key = ? and task = ?")
        .params(campaign.key(P1), task)
        .query(Integer.class)
        .single();
  }

  private void assertEnd(String end) {
    assertThat(
            history.createHistoricActivityInstanceQuery().activityId(end).list().stream()
                .map(
                    activity ->
                        history
                            .createHistoricProcessInstanceQuery()
                            .processInstanceId(activity.getProcessInstanceId())
                            .singleResult()
                            .getBusinessKey()))
        .anyMatch(key -> key.startsWith(campaign.id() + "/"));
  }

  /** The chain verifies, and each open row has exactly one instance. */
  private void assertSound() {
    assertThat(new TrailCheck(jdbc).chain(campaign.id()).broken()).isNull();
    assertThat(consistency.differences())
        .filteredOn(difference -> difference.key().startsWith(campaign.id() + "/"))
        .isEmpty();
  }

  private List<String> what(String problem) {
    return trail.events(campaign.key(problem)).stream().map(ProblemEvent::what).toList();
  }

  private Problem problem(String problem) {
    return problems.get(campaign.key(problem));
  }

  private State state(String problem) {
    return problem(problem).state();
  }
}
