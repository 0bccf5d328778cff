package org.xiaohao.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xiaohao.testing.TestCampaign.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.ledger.Agenda;
import org.xiaohao.notification.Appointment;
import org.xiaohao.notification.Appointment.Kind;
import org.xiaohao.roster.Branch;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rank;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.RosterService;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Refusal;
import org.xiaohao.submission.Submission.State;
import org.xiaohao.submission.SubmissionVersion.Outcome;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.RosterFile;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
class SubmissionProcessTest {

  private static final String ESSAY = "essay/arts.staff";
  private static final String DUTIES = "duty-list/arts";

  @Autowired TestCampaign campaign;
  @Autowired Submissions submissions;
  @Autowired SubmissionService service;
  @Autowired RosterService rosters;
  @Autowired TaskService tasks;
  @Autowired Rosters people;
  @Autowired Agenda agenda;
  @Autowired ObjectMapper mapper;
  @Autowired Campaigns campaigns;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void launch() {
    campaign.launch(TestCampaign.only(TestCampaign.plan(), "essay", "personal-opinion"));
  }

  /** The unit's papers of the third phase, in which everything else is over. */
  private void launchThirdPhase() {
    campaign.launch(
        "2017-05-08T09:00",
        TestCampaign.only(TestCampaign.plan(), "function-list", "duty-list", "work-flow-charts"),
        TestCampaign.roster());
  }

  @Test
  void everybody_owes_one_essay_and_sees_only_their_own() {
    assertThat(submissions.ofPaper(campaign.id(), "essay")).hasSize(15);
    assertThat(campaign.tasksOf("arts.staff"))
        .extracting(task -> task.getName())
        .containsExactly("提交材料：讨论材料 · 某arts.staff");
  }

  @Test
  void an_essay_is_handed_in_and_accepted() {
    submit(ESSAY, "arts.staff", "发现问题三个,对策如下……");
    assertThat(state(ESSAY)).isEqualTo(State.SUBMITTED);

    review(ESSAY, "arts.head", "ACCEPTED", "");

    assertThat(state(ESSAY)).isEqualTo(State.ACCEPTED);
    assertThat(row(ESSAY).late()).isFalse();
    assertThat(campaign.isRunning(ESSAY)).isFalse();
  }

  @Test
  void a_text_of_20000_characters_is_stored_whole() {
    var text = "深入开展批评和自我批评。".repeat(1700);
    assertThat(text).hasSizeGreaterThan(20_000);

    submit(ESSAY, "arts.staff", text);

    assertThat(versions(ESSAY).get(0).content().text()).isEqualTo(text);
  }

  @Test
  void a_returned_essay_comes_back_with_the_reason_and_a_new_limit() {
    campaign.advanceTo("2017-03-30T10:00");
    submit(ESSAY, "arts.staff", "太短");

    review(ESSAY, "arts.head", "RETURNED", TestCampaign.TYPED);

    assertThat(state(ESSAY)).isEqualTo(State.RETURNED);
    assertThat(row(ESSAY).timesReturned()).isEqualTo(1);
    assertThat(subjects("arts.staff"))
        .containsExactly("材料退回，请于4月5日（周三）18:00前重报：" + row(ESSAY).title());
    // three working days after Thursday, 30 March; Saturday, 1 April is worked
    assertThat(row(ESSAY).dueAt()).isEqualTo(TestCampaign.moment("2017-04-05T18:00"));
    assertThat(campaign.variable(ESSAY, "userTask_submit", "brief")).contains(TestCampaign.SHOWN);
    submit(ESSAY, "arts.staff", "已补充");
    review(ESSAY, "arts.head", "ACCEPTED", "好");
    assertThat(versions(ESSAY)).extracting(SubmissionVersion::number).containsExactly(2, 1);
    assertThat(versions(ESSAY).get(1).outcome()).isEqualTo(Outcome.RETURNED);
    assertThat(versions(ESSAY).get(1).comment()).isEqualTo(TestCampaign.TYPED);
  }

  @Test
  void nobody_returns_without_a_reason() {
    submit(ESSAY, "arts.staff", "一稿");
    assertThatThrownBy(() -> review(ESSAY, "arts.head", "RETURNED", " "))
        .hasMessageContaining("退回材料须写明理由");
    assertThat(state(ESSAY)).isEqualTo(State.SUBMITTED);
  }

  @Test
  void a_head_s_own_essay_goes_to_the_leader_in_charge_and_never_to_the_head() {
    submit("essay/arts.head", "arts.head", "我的材料");
    assertThat(campaign.tasksOf("arts.head"))
        .extracting(t -> t.getTaskDefinitionKey())
        .doesNotContain("userTask_review");
    review("essay/arts.head", "luzhanzhong", "ACCEPTED", "");
    assertThat(state("essay/arts.head")).isEqualTo(State.ACCEPTED);
  }

  @Test
  void a_member_of_the_office_does_not_review_the_own_essay() {
    // the head of the office's unit is reviewed by the leader in charge, a bureau leader by the
    // office
    submit("essay/liuguangli", "liuguangli", "我的材料");
    assertThatThrownBy(() -> review("essay/liuguangli", "liuguangli", "ACCEPTED", ""))
        .hasMessageContaining("须由他人审核");
    review("essay/liuguangli", "helixin", "ACCEPTED", "");
    assertThat(state("essay/liuguangli")).isEqualTo(State.ACCEPTED);
  }

  @Test
  void it_can_be_withdrawn_before_the_review() {
    submit(ESSAY, "arts.staff", "一稿");

    service.withdraw(campaign.key(ESSAY), "arts.staff");
    campaign.runJobs();

    assertThat(state(ESSAY)).isEqualTo(State.OPEN);
    assertThat(campaign.openTasks(ESSAY)).containsExactly("userTask_submit");
    assertThat(versions(ESSAY)).hasSize(1);
  }

  @Test
  void nobody_else_withdraws_or_hands_it_in() {
    assertThatThrownBy(
            () -> service.submit(campaign.key(ESSAY), HandedIn.text("替写"), "arts.liaison"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("不由您提交");
    submit(ESSAY, "arts.staff", "一稿");
    assertThatThrownBy(() -> service.withdraw(campaign.key(ESSAY), "arts.head"))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void the_office_waives_it_with_a_reason() {
    assertThatThrownBy(() -> service.waive(campaign.key(ESSAY), "", "helixin"))
        .hasMessageContaining("免交须写明理由");
    assertThatThrownBy(() -> service.waive(campaign.key(ESSAY), "病假", "arts.head"))
        .hasMessageContaining("只能由领导小组办公室办理");

    campaign.launch(
        "2017-03-28T08:00", TestCampaign.only(TestCampaign.plan(), "essay"), TestCampaign.roster());
    service.waive(campaign.key(ESSAY), "长期病假", "helixin");
    campaign.runJobs();

    assertThat(state(ESSAY)).isEqualTo(State.WAIVED);
    assertThat(campaign.isRunning(ESSAY)).isFalse();
  }

  /** Entries in calendars come by mail, and so do their changes. */
  @Test
  void a_limit_that_a_calendar_notes_moves_with_the_paper_and_goes_with_it() throws Exception {
    campaign.advanceTo("2017-03-30T10:00");
    for (var person : List.of("arts.staff", "arts.liaison")) {
      submit("essay/" + person, person, "太短");
      review("essay/" + person, "arts.head", "RETURNED", "请补充");
    }
    campaign.advanceTo("2017-03-30T11:00");
    service.move(campaign.key(ESSAY), LocalDate.of(2017, 4, 7), "宽限", "helixin");
    campaign.advanceTo("2017-03-30T12:00");
    service.waive(campaign.key(ESSAY), "长期病假", "helixin");
    service.waive(campaign.key("essay/arts.head"), "不在岗", "helixin");
    service.lapse(row("essay/arts.liaison"));

    var entries = calendars(ESSAY);
    assertThat(entries)
        .extracting(Appointment::kind)
        .containsExactly(Kind.NOTED, Kind.NOTED, Kind.CANCELLED);
    assertThat(entries)
        .extracting(Appointment::uid)
        .containsOnly(campaign.key("essay/arts.staff/limit"));
    assertThat(entries).extracting(Appointment::sequence).isSorted().doesNotHaveDuplicates();
    assertThat(entries.get(1).starts()).isEqualTo(TestCampaign.moment("2017-04-07T18:00"));
    assertThat(subjects("arts.staff"))
        .endsWith("期限改为4月7日（周五）18:00：" + row(ESSAY).title(), "不必再交：" + row(ESSAY).title());
    assertThat(bodies(ESSAY)).last().asString().contains("原因：长期病假", "从日历中移除");
    assertThat(calendars("essay/arts.liaison"))
        .extracting(Appointment::kind)
        .containsExactly(Kind.NOTED, Kind.CANCELLED);
    assertThat(bodies("essay/arts.liaison")).last().asString().contains("活动已经结束");
    assertThat(bodies("essay/arts.head")).as("nothing was noted").isEmpty();
    assertThat(
            agenda.ofPerson(
                campaign.id(), people.activePerson(campaign.id(), "arts.staff").orElseThrow()))
        .extracting(Appointment::uid)
        .doesNotContain(campaign.key("essay/arts.staff/limit"));
  }

  private List<Appointment> calendars(String item) throws Exception {
    var entries = new ArrayList<Appointment>();
    for (var text : mails("calendar", item)) {
      if (text != null) {
        entries.add(mapper.readValue(text, Appointment.class));
      }
    }
    return entries;
  }

  private List<String> bodies(String item) {
    return mails("body", item);
  }

  private List<String> mails(String column, String item) {
    return jdbc.sql(
            "select "
                + column
                + " from notification_outbox where item_key = ? and channel = 'MAIL' order by id")
        .param(campaign.key(item))
        .query(String.class)
        .list();
  }

  @Test
  void more_time_is_asked_for_and_granted() {
    service.askExtension(campaign.key(ESSAY), LocalDate.of(2017, 4, 15), "出差", "arts.staff");
    campaign.runJobs();

    campaign.complete(
        ESSAY, "userTask_decideExtension", "helixin", Map.of("decision", "GRANTED", "comment", ""));

    assertThat(subjects("arts.staff"))
        .containsExactly("延期已批准，新期限4月14日（周五）18:00：" + row(ESSAY).title());
    // 15 April is a Saturday
    assertThat(row(ESSAY).date().effectiveDate()).isEqualTo(LocalDate.of(2017, 4, 14));
    assertThat(campaign.task(ESSAY, "userTask_submit").getDueDate().toInstant())
        .isEqualTo(TestCampaign.moment("2017-04-14T18:00"));
    campaign.advanceTo("2017-04-14T17:59");
    assertThat(escalations(ESSAY)).isZero();
    campaign.advanceTo("2017-04-14T18:00");
    assertThat(escalations(ESSAY)).isEqualTo(1);
  }

  @Test
  void more_time_is_refused_with_a_reason_and_the_limit_stays() {
    service.askExtension(campaign.key(ESSAY), LocalDate.of(2017, 4, 14), "忙", "arts.staff");
    campaign.runJobs();
    assertThatThrownBy(
            () ->
                campaign.complete(
                    ESSAY,
                    "userTask_decideExtension",
                    "helixin",
                    Map.of("decision", "REFUSED", "comment", "")))
        .hasMessageContaining("不同意延期须写明理由");

    campaign.complete(
        ESSAY,
        "userTask_decideExtension",
        "helixin",
        Map.of("decision", "REFUSED", "comment", "理由不充分"));

    assertThat(row(ESSAY).date().effectiveDate()).isEqualTo(LocalDate.of(2017, 3, 30));
    assertThat(campaign.openTasks(ESSAY)).containsExactly("userTask_submit");
  }

  @Test
  void a_decision_about_more_time_that_is_late_is_escalated() {
    service.askExtension(campaign.key(ESSAY), LocalDate.of(2017, 4, 14), "忙", "arts.staff");
    campaign.runJobs();
    campaign.advanceTo("2017-03-01T18:00");
    assertThat(escalations(ESSAY)).isEqualTo(1);
  }

  @Test
  void more_time_is_not_asked_for_twice_nor_for_an_earlier_day() {
    var key = campaign.key(ESSAY);
    assertThatThrownBy(
            () -> service.askExtension(key, LocalDate.of(2017, 3, 29), "忙", "arts.staff"))
        .hasMessageContaining("请填写更晚的日期");
    service.askExtension(key, LocalDate.of(2017, 4, 14), "忙", "arts.staff");
    assertThatThrownBy(
            () -> service.askExtension(key, LocalDate.of(2017, 4, 14), "忙", "arts.staff"))
        .hasMessageContaining("请勿重复申请");
  }

  @Test
  void what_is_late_is_escalated_once_and_can_still_be_handed_in() {
    campaign.advanceTo("2017-03-30T17:59");
    assertThat(escalations(ESSAY)).isZero();
    campaign.advanceTo("2017-03-30T18:00");
    assertThat(escalations(ESSAY)).isEqualTo(1);

    campaign.advanceTo("2017-03-31T09:00");
    submit(ESSAY, "arts.staff", "补交");

    assertThat(row(ESSAY).late()).isTrue();
  }

  @Test
  void a_review_that_is_late_is_escalated() {
    submit(ESSAY, "arts.staff", "一稿");
    // three working days after Tuesday, 28 February
    campaign.advanceTo("2017-03-03T17:59");
    assertThat(escalations(ESSAY)).isZero();
    campaign.advanceTo("2017-03-03T18:00");
    assertThat(escalations(ESSAY)).isEqualTo(1);
  }

  @Test
  void a_date_moved_by_the_office_moves_task_timer_and_brief() {
    assertThat(
            service.moveChunk(campaign.id(), "essay", LocalDate.of(2017, 3, 24), "提前", "helixin"))
        .as("fewer than a chunk")
        .isFalse();

    assertThat(row(ESSAY).date().effectiveDate()).isEqualTo(LocalDate.of(2017, 3, 24));
    campaign.advanceTo("2017-03-24T18:00");
    assertThat(escalations(ESSAY)).isEqualTo(1);

    service.move(campaign.key(ESSAY), LocalDate.of(2017, 3, 28), "再宽限", "helixin");
    campaign.runJobs();
    campaign.advanceTo("2017-03-28T18:00");
    assertThat(escalations(ESSAY)).isEqualTo(2);
  }

  @Test
  void a_limit_that_would_have_passed_already_is_neither_set_nor_asked_for() {
    campaign.advanceTo("2017-03-31T09:00");
    for (var day : List.of(LocalDate.of(2017, 3, 30), LocalDate.of(2017, 3, 1))) {
      assertThatThrownBy(() -> service.move(campaign.key(ESSAY), day, "补录", "helixin"))
          .hasMessageContaining("已经过去");
    }
    // a Sunday; the last working day before is the Saturday, made up for the holiday
    service.move(campaign.key(ESSAY), LocalDate.of(2017, 4, 2), "宽限", "helixin");
    assertThat(row(ESSAY).date().effectiveDate()).isEqualTo(LocalDate.of(2017, 4, 1));

    campaign.advanceTo("2017-04-10T09:00");
    assertThatThrownBy(
            () ->
                service.askExtension(
                    campaign.key(ESSAY), LocalDate.of(2017, 4, 7), "出差", "arts.staff"))
        .hasMessageContaining("2017年4月7日", "已经过去");
    service.askExtension(campaign.key(ESSAY), LocalDate.of(2017, 4, 10), "出差", "arts.staff");
  }

  @Test
  void a_table_is_kept_row_by_row_with_the_columns_of_the_plan() {
    launchThirdPhase();
    var list = "function-list/arts";
    var columns =
        campaigns.get(campaign.id()).plan().paper("function-list").orElseThrow().columns();
    var choice = new StringBuilder("{\"text\":\"\",\"rows\":[{");
    for (var i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      choice
          .append(i == 0 ? "" : ",")
          .append('"')
          .append(column.choices().isEmpty() ? "c" : "d")
          .append(i + 1)
          .append("\":\"")
          .append(column.choices().isEmpty() ? "内容" + i : column.choices().get(0))
          .append('"');
    }
    complete(list, "arts.liaison", choice + "},{}]}");

    assertThat(versions(list).get(0).content().rows()).hasSize(1);
    assertThat(versions(list).get(0).content().rows().get(0)).hasSize(columns.size());
  }

  @Test
  void a_row_that_lacks_a_column_is_refused_with_its_number() {
    launchThirdPhase();
    assertThatThrownBy(() -> complete(DUTIES, "arts.liaison", "{\"rows\":[{\"c1\":\"某人\"}]}"))
        .hasMessageContaining("第 1 行缺少");
    assertThatThrownBy(() -> complete(DUTIES, "arts.liaison", "{\"rows\":[]}"))
        .hasMessageContaining("一行也没有填写");
  }

  @Test
  void the_duty_list_begins_with_a_row_per_person_of_the_unit() {
    launchThirdPhase();
    assertThat(campaign.variable(DUTIES, "userTask_submit", "paper"))
        .contains("某arts.head", "某arts.liaison", "某arts.staff");

    assertThatThrownBy(() -> complete(DUTIES, "arts.liaison", duties("某arts.head")))
        .hasMessageContaining("还缺：某arts.liaison、某arts.staff");
    complete(DUTIES, "arts.liaison", duties("某arts.head", "某arts.liaison", "某arts.staff", "借调人员"));
    assertThat(versions(DUTIES).get(0).content().rows()).hasSize(4);
  }

  private static String duties(String... names) {
    return Stream.of(names)
        .map("{\"c1\":\"%s\",\"c2\":\"岗位\",\"c3\":\"责任\",\"c4\":\"权限\"}"::formatted)
        .collect(Collectors.joining(",", "{\"rows\":[", "]}"));
  }

  @Test
  void a_paper_of_files_needs_a_file() {
    launchThirdPhase();
    assertThatThrownBy(
            () -> complete("work-flow-charts/arts", "arts.liaison", "{\"text\":\"见附件\"}"))
        .hasMessageContaining("至少上传一个文件");
  }

  @Test
  void who_joins_owes_who_leaves_does_not_and_who_moves_is_reviewed_by_the_new_head() {
    submit("essay/library.staff", "library.staff", "一稿");
    var people = new ArrayList<>(TestCampaign.roster().people());
    people.removeIf(person -> person.id().equals("arts.staff"));
    people.removeIf(person -> person.id().equals("library.staff"));
    people.add(TestCampaign.person("library.staff", "arts", Rank.STAFF));
    people.add(TestCampaign.person("newcomer", "arts", Rank.STAFF));
    var before = TestCampaign.roster();

    rosters.take(
        campaign.id(),
        new Roster(before.units(), before.branches(), people),
        LocalDate.of(2017, 3, 1));
    campaign.runJobs();

    assertThat(state(ESSAY)).isEqualTo(State.WAIVED);
    assertThat(campaign.isRunning(ESSAY)).isFalse();
    assertThat(state("essay/newcomer")).isEqualTo(State.OPEN);
    assertThat(state("personal-opinion/newcomer")).isEqualTo(State.PLANNED);
    assertThat(row("essay/library.staff").unitId()).isEqualTo("arts");
    review("essay/library.staff", "arts.head", "ACCEPTED", "");
    assertThat(state("essay/library.staff")).isEqualTo(State.ACCEPTED);
  }

  @Test
  void what_is_still_to_be_done_is_called_after_the_new_name_of_whose_it_is() {
    campaign.launch(TestCampaign.only(TestCampaign.plan(), "essay", "duty-list", "branch-result"));
    submit("essay/arts.liaison", "arts.liaison", "一稿");
    review("essay/arts.liaison", "arts.head", "ACCEPTED", "");
    var before = TestCampaign.roster();
    var people =
        before.people().stream()
            .map(
                one ->
                    one.id().startsWith("arts.")
                        ? new Person(
                            one.id(),
                            "新" + one.id(),
                            one.unitId(),
                            one.branchId(),
                            one.post(),
                            one.rank(),
                            one.mail())
                        : one)
            .toList();
    take(
        new Roster(
            RosterFile.with(before, RosterFile.named(before, "arts", "艺术处")).units(),
            List.of(new Branch("branch-1", 1, "机关党支部", "arts.head")),
            people),
        LocalDate.of(2017, 3, 1));

    assertThat(row(ESSAY).title()).isEqualTo("讨论材料 · 新arts.staff");
    assertThat(campaign.task(ESSAY, "userTask_submit").getName())
        .isEqualTo("提交材料：讨论材料 · 新arts.staff");
    assertThat(campaign.variable(ESSAY, "userTask_submit", "brief"))
        .contains("新arts")
        .doesNotContain("某arts");
    assertThat(row(DUTIES).title()).as("not open yet").isEqualTo("个人职责清单 · 艺术处");
    assertThat(row("branch-result/branch-1").title()).isEqualTo("党支部学习讨论成果 · 机关党支部");
    assertThat(row("essay/arts.liaison").title()).as("done").isEqualTo("讨论材料 · 某arts.liaison");
    submit(ESSAY, "arts.staff", "一稿");
    assertThat(campaign.task(ESSAY, "userTask_review").getName()).endsWith("新arts.staff");
  }

  @Test
  void who_becomes_head_does_not_review_what_they_handed_in_before() {
    submit(ESSAY, "arts.staff", "一稿");
    submit("essay/arts.liaison", "arts.liaison", "一稿");
    tasks.claim(campaign.task("essay/arts.liaison", "userTask_review").getId(), "arts.head");
    var before = TestCampaign.roster();
    take(
        RosterFile.with(before, RosterFile.headed(before, "arts", "arts.staff", "songwenjie")),
        LocalDate.of(2017, 3, 1));

    assertThat(campaign.tasksOf("songwenjie"))
        .extracting(Task::getName)
        .contains("审核材料：" + row(ESSAY).title());
    assertThat(campaign.tasksOf("arts.head"))
        .extracting(Task::getName)
        .as("no head any more")
        .noneMatch(name -> name.startsWith("审核材料"));
    review("essay/arts.liaison", "arts.staff", "ACCEPTED", "");
    review(ESSAY, "songwenjie", "ACCEPTED", "");
    assertThat(state(ESSAY)).isEqualTo(State.ACCEPTED);
  }

  @Test
  void who_is_back_owes_again_what_can_still_be_handed_in() {
    submit(ESSAY, "arts.staff", "一稿");
    take(RosterFile.without(TestCampaign.roster(), "arts.staff"), LocalDate.of(2017, 3, 1));
    assertThat(state(ESSAY)).isEqualTo(State.WAIVED);
    take(
        RosterFile.with(
            TestCampaign.roster(), TestCampaign.person("arts.staff", "library", Rank.STAFF)),
        LocalDate.of(2017, 3, 3));

    assertThat(state(ESSAY)).isEqualTo(State.OPEN);
    assertThat(row(ESSAY).unitId()).isEqualTo("library");
    assertThat(campaign.openTasks(ESSAY)).containsExactly("userTask_submit");
    assertThat(state("personal-opinion/arts.staff")).isEqualTo(State.PLANNED);
    submit(ESSAY, "arts.staff", "二稿");
    review(ESSAY, "library.head", "ACCEPTED", "");
    assertThat(versions(ESSAY)).hasSize(2);
    assertThat(state(ESSAY)).isEqualTo(State.ACCEPTED);
  }

  @Test
  void who_is_back_owes_nothing_that_the_office_waived_or_whose_last_day_has_passed() {
    service.waive(campaign.key(ESSAY), "长期病假", "helixin");
    var others = RosterFile.without(TestCampaign.roster(), "arts.staff");
    take(RosterFile.without(others, "library.staff"), LocalDate.of(2017, 3, 28));
    assertThat(state("essay/library.staff")).isEqualTo(State.WAIVED);

    campaign.advanceTo("2017-03-31T08:00");
    take(TestCampaign.roster(), LocalDate.of(2017, 3, 31));

    assertThat(state(ESSAY)).isEqualTo(State.WAIVED);
    assertThat(state("essay/library.staff")).isEqualTo(State.WAIVED);
  }

  private void take(Roster roster, LocalDate today) {
    rosters.take(campaign.id(), roster, today);
    campaign.runJobs();
  }

  /** What a person was told at once about the essay. */
  private List<String> subjects(String person) {
    return jdbc.sql(
            """
            select subject from notification_outbox
            where item_key = ? and person_id = ? and channel = 'MAIL' and urgency = 'AT_ONCE'
            order by id
            """)
        .params(campaign.key(ESSAY), person)
        .query(String.class)
        .list();
  }

  private void submit(String item, String person, String text) {
    complete(item, person, "{\"text\":\"" + text + "\"}");
  }

  private void complete(String item, String person, String paper) {
    campaign.complete(item, "userTask_submit", person, Map.of("paper", json(paper)));
  }

  private void review(String item, String person, String outcome, String comment) {
    campaign.complete(
        item, "userTask_review", person, Map.of("outcome", outcome, "comment", comment));
  }

  private State state(String item) {
    return row(item).state();
  }

  private Submission row(String item) {
    return submissions.get(campaign.key(item));
  }

  private List<SubmissionVersion> versions(String item) {
    return submissions.versions(campaign.key(item));
  }

  private int escalations(String item) {
    return jdbc.sql("select count(*) from supervision_late where item_key = ?")
        .param(campaign.key(item))
        .query(Integer.class)
        .single();
  }
}
