package org.xiaohao.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.xiaohao.testing.TestCampaign.json;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.ledger.ConsistencyCheck;
import org.xiaohao.notification.Appointment;
import org.xiaohao.notification.Choice;
import org.xiaohao.notification.Choices;
import org.xiaohao.notification.Invitations;
import org.xiaohao.shared.Refusal;
import org.xiaohao.submission.SubmissionService;
import org.xiaohao.submission.Submissions;
import org.xiaohao.supervision.Assignment.To;
import org.xiaohao.supervision.Assignment.Wanted;
import org.xiaohao.supervision.AssignmentService;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** Deputies and the tasks of all rooms, by the example of papers and sessions. */
@CampaignTest
class DeputyProcessTest {

  private static final String ESSAY = "essay/arts.staff";

  @Autowired TestCampaign campaign;
  @Autowired DeputyService service;
  @Autowired Deputies deputies;
  @Autowired RosterService rosters;
  @Autowired Submissions submissions;
  @Autowired SubmissionService papers;
  @Autowired AssignmentService assignments;
  @Autowired ConsistencyCheck check;
  @Autowired TaskService tasks;
  @Autowired FilterService filters;
  @Autowired Invitations invitations;
  @Autowired Choices choices;
  @Autowired Rosters rosterOf;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void launch() {
    campaign.launch(TestCampaign.only(TestCampaign.plan(), "essay", "weekly"));
  }

  @Test
  void what_is_open_already_is_seen_by_both_and_handed_in_for_the_absent() {
    name("arts.staff", "arts.liaison", "2017-02-28", "2017-03-03", "arts.staff");

    assertThat(seen("arts.liaison", ESSAY)).containsExactly("userTask_submit");
    assertThat(seen("arts.staff", ESSAY)).containsExactly("userTask_submit");
    for (var person : List.of("arts.liaison", "arts.staff")) {
      assertThat(myTasks(person))
          .extracting(Task::getName)
          .contains("提交材料：讨论材料 · 某arts.staff", "提交材料：讨论材料 · 某" + person);
    }
    submit(ESSAY, "arts.liaison");

    assertThat(submissions.get(campaign.key(ESSAY)).submittedBy()).isEqualTo("arts.liaison");
    assertThat(deputies.acts(campaign.key(ESSAY)))
        .extracting(Deputies.Act::task, Deputies.Act::deputyId, Deputies.Act::personId)
        .containsExactly(tuple("userTask_submit", "arts.liaison", "arts.staff"));
  }

  @Test
  void the_absent_person_still_may_do_it_and_that_is_nobody_s_act_for_somebody() {
    name("arts.staff", "arts.liaison", "2017-02-28", "2017-03-03", "arts.staff");

    submit(ESSAY, "arts.staff");

    assertThat(deputies.acts(campaign.key(ESSAY))).isEmpty();
  }

  @Test
  void what_comes_up_meanwhile_is_seen_by_both() {
    name("arts.staff", "arts.liaison", "2017-02-28", "2017-03-03", "arts.staff");
    submit(ESSAY, "arts.staff");
    assertThat(seen("arts.liaison", ESSAY)).isEmpty();

    review(ESSAY, "arts.head", "RETURNED");

    assertThat(seen("arts.liaison", ESSAY)).containsExactly("userTask_submit");
    assertThat(seen("arts.staff", ESSAY)).containsExactly("userTask_submit");
    submit(ESSAY, "arts.liaison");
    review(ESSAY, "arts.head", "ACCEPTED");
    assertThat(campaign.isRunning(ESSAY)).isFalse();
  }

  @Test
  void a_span_begins_and_ends_with_the_rounds_of_its_mornings() {
    name("arts.staff", "arts.liaison", "2017-03-02", "2017-03-03", "arts.head");
    assertThat(seen("arts.liaison", ESSAY)).isEmpty();

    campaign.advanceTo("2017-03-02T12:00");
    assertThat(seen("arts.liaison", ESSAY)).containsExactly("userTask_submit");

    // Saturday is over: the task goes back on Monday, and the deputy's say ended with Friday
    campaign.advanceTo("2017-03-04T12:00");
    assertThatThrownBy(() -> submit(ESSAY, "arts.liaison")).hasMessageContaining("不由您提交");
    campaign.advanceTo("2017-03-06T12:00");
    assertThat(seen("arts.liaison", ESSAY)).isEmpty();
    assertThat(campaign.task(ESSAY, "userTask_submit").getAssignee()).isEqualTo("arts.staff");
    assertThat(campaign.task(ESSAY, "userTask_submit").getOwner()).isNull();
  }

  @Test
  void a_task_that_the_deputy_took_up_goes_back_at_the_end() {
    var span = name("arts.staff", "arts.liaison", "2017-02-28", "2017-03-03", "arts.staff");
    var task = campaign.task(ESSAY, "userTask_submit").getId();
    campaign.as(
        "arts.liaison",
        () -> {
          tasks.claim(task, "arts.liaison");
          return null;
        });

    service.end(span.id(), "arts.staff");

    assertThat(campaign.task(ESSAY, "userTask_submit").getAssignee()).isEqualTo("arts.staff");
    assertThat(seen("arts.liaison", ESSAY)).isEmpty();
    submit(ESSAY, "arts.staff");
  }

  @Test
  void a_deputy_has_the_tasks_of_a_post_and_none_of_a_group_of_several() {
    submit(ESSAY, "arts.staff");
    name("arts.head", "arts.liaison", "2017-02-28", "2017-03-03", "arts.head");
    assertThat(seen("arts.liaison", ESSAY)).containsExactly("userTask_review");

    review(ESSAY, "arts.liaison", "ACCEPTED");

    assertThat(submissions.get(campaign.key(ESSAY)).doneBy()).isEqualTo("arts.liaison");
    assertThat(deputies.hasActed(campaign.key(ESSAY), "arts.liaison", "arts.head")).isTrue();
    name("helixin", "library.staff", "2017-02-28", "2017-03-03", "helixin");
    var office =
        tasks.createTaskQuery().taskCandidateGroup(Groups.office(campaign.id())).list().stream()
            .map(Task::getId)
            .toList();
    assertThat(office).isNotEmpty();
    assertThat(campaign.tasksOf("library.staff"))
        .extracting(Task::getId)
        .doesNotContainAnyElementsOf(office);
  }

  @Test
  void a_head_who_handed_in_as_deputy_leaves_the_review_to_the_leader_in_charge() {
    name("arts.staff", "arts.head", "2017-02-28", "2017-03-03", "arts.staff");
    submit(ESSAY, "arts.head");

    assertThat(seen("arts.head", ESSAY)).isEmpty();
    review(ESSAY, "luzhanzhong", "ACCEPTED");
    assertThat(submissions.get(campaign.key(ESSAY)).doneBy()).isEqualTo("luzhanzhong");
  }

  @Test
  void nobody_reviews_what_was_handed_in_by_or_for_them() {
    campaign.launch("2017-03-31T08:00");
    var report = "self-check/arts";
    name("arts.head", "arts.staff", "2017-03-31", "2017-04-14", "arts.head");
    submit(report, "arts.staff");

    assertThat(seen("arts.head", report)).isEmpty();
    assertThat(seen("arts.staff", report)).isEmpty();
    name("luzhanzhong", "songwenjie", "2017-03-31", "2017-04-14", "luzhanzhong");
    review(report, "songwenjie", "ACCEPTED");
    assertThat(campaign.isRunning(report)).isFalse();
  }

  @Test
  void a_deputy_of_the_reviewer_does_not_review_the_own_paper() {
    submit(ESSAY, "arts.staff");
    name("arts.head", "arts.staff", "2017-02-28", "2017-03-03", "arts.head");

    assertThatThrownBy(() -> review(ESSAY, "arts.staff", "ACCEPTED"))
        .hasMessageContaining("须由他人审核");
  }

  @Test
  void what_is_entrusted_is_not_passed_on() {
    name("arts.staff", "arts.liaison", "2017-02-28", "2017-03-01", "arts.staff");
    name("arts.liaison", "library.staff", "2017-03-02", "2017-03-03", "arts.liaison");
    assertThat(seen("library.staff", ESSAY)).isEmpty();
    campaign.advanceTo("2017-03-02T12:00");

    assertThat(seen("library.staff", ESSAY)).isEmpty();
    assertThat(seen("library.staff", "essay/arts.liaison")).containsExactly("userTask_submit");
    assertThatThrownBy(
            () -> name("library.staff", "arts.staff", "2017-03-03", "2017-03-06", "library.staff"))
        .hasMessageContaining("正代理");
    assertThatThrownBy(
            () -> name("arts.staff", "arts.liaison", "2017-03-03", "2017-03-06", "arts.staff"))
        .hasMessageContaining("代理不能再转托他人");
  }

  @ParameterizedTest
  @CsvSource({
    "arts.staff, arts.staff, 2017-03-01, 2017-03-02, arts.staff, 代理人不能是本人",
    "arts.staff, nobody, 2017-03-01, 2017-03-02, arts.staff, 没有参加本次活动",
    "arts.staff, arts.liaison, 2017-03-02, 2017-03-01, arts.staff, 早于开始日期",
    "arts.staff, arts.liaison, 2017-02-27, 2017-03-01, arts.staff, 这一天已经过去",
    "arts.staff, arts.liaison, 2017-03-01, 2017-03-02, library.head, 本单位负责人",
    "arts.head, arts.liaison, 2017-03-01, 2017-03-02, helixin, 本单位负责人",
    "library.staff, arts.liaison, 2017-03-06, 2017-03-07, library.staff, 只能有一名代理人"
  })
  void what_makes_no_sense_is_refused(
      String person, String deputy, String begins, String ends, String by, String why) {
    name("library.staff", "library.liaison", "2017-03-01", "2017-03-06", "library.staff");

    assertThatThrownBy(() -> name(person, deputy, begins, ends, by))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(why);
  }

  @Test
  void the_head_names_one_for_the_unit_and_the_leader_in_charge_for_the_head() {
    name("arts.staff", "arts.liaison", "2017-03-01", "2017-03-02", "arts.head");
    var span = name("arts.head", "arts.liaison", "2017-03-06", "2017-03-07", "luzhanzhong");

    assertThatThrownBy(() -> service.end(span.id(), "arts.liaison")).isInstanceOf(Refusal.class);
    service.end(span.id(), "arts.head");
    assertThatThrownBy(() -> service.end(span.id(), "arts.head")).hasMessageContaining("已经结束");
    name("arts.head", "library.head", "2017-03-06", "2017-03-07", "arts.head");
  }

  @Test
  void the_deputy_and_who_asked_are_told_once_and_later_notices_go_to_both() {
    campaign.advanceTo("2017-03-27T12:00");
    name("arts.staff", "arts.liaison", "2017-03-28", "2017-03-31", "arts.staff");

    assertThat(notices("arts.liaison", "absence/%"))
        .singleElement()
        .asString()
        .contains("3月28日至3月31日不在岗", "此期间到期", "讨论材料 · 某arts.staff", "?item=");
    assertThat(notices("arts.head", "absence/%"))
        .singleElement()
        .asString()
        .contains("某arts.liaison", "讨论材料 · 某arts.staff", "3月30日");
    campaign.advanceTo("2017-03-28T12:00");
    assertThat(notices("arts.liaison", "digest/%/2017-03-28/arts.staff@%")).hasSize(1);
    assertThat(notices("arts.staff", "digest/%/2017-03-28/arts.staff")).hasSize(1);
  }

  @Test
  void who_assigned_a_task_is_told_that_its_doer_is_absent() {
    assignments.assign(
        new Wanted("联系标杆单位", "联系三家", To.PERSON, "arts.staff", LocalDate.of(2017, 3, 7)),
        "yangjianping");

    name("arts.staff", "arts.liaison", "2017-03-06", "2017-03-08", "arts.staff");

    assertThat(notices("yangjianping", "absence/%"))
        .singleElement()
        .asString()
        .contains("某arts.staff", "联系标杆单位");
    assertThat(notices("arts.head", "absence/%")).as("asked for nothing of it").isEmpty();
  }

  @Test
  void a_limit_that_comes_to_fall_into_an_absence_is_told_the_next_morning_once() {
    name("arts.staff", "arts.liaison", "2017-03-06", "2017-03-10", "arts.staff");
    assertThat(notices("arts.head", "absence/%")).isEmpty();

    papers.move(campaign.key(ESSAY), LocalDate.of(2017, 3, 8), "提前汇总", "guowei");
    campaign.advanceTo("2017-03-02T12:00");

    assertThat(notices("arts.head", "absence/%"))
        .singleElement()
        .asString()
        .contains("讨论材料 · 某arts.staff", "3月8日");
  }

  @Test
  void a_deputy_gets_the_whole_of_an_invitation_and_has_a_say_in_how_to_be_told() {
    name("arts.staff", "arts.liaison", "2017-02-28", "2017-03-06", "arts.staff");
    var meeting = campaign.key("meeting/confirmation");
    invite(meeting, 1);
    choices.choose("arts.liaison", Choice.RED_ONLY);
    invite(meeting, 2);

    assertThat(
            jdbc.sql(
                    """
                    select subject, body, letter, calendar, link, item_key, state
                    from notification_outbox where person_id = 'arts.liaison'
                      and channel = 'MAIL' and notice_key like ? order by id
                    """)
                .param("invitation/" + meeting + "/%")
                .query()
                .listOfRows())
        .hasSize(2)
        .satisfies(
            copies -> {
              assertThat(copies.get(0))
                  .containsEntry("state", "QUEUED")
                  .containsEntry("item_key", meeting)
                  .containsEntry("link", "http://127.0.0.1/meeting");
              assertThat((String) copies.get(0).get("subject")).startsWith("【代某arts.staff办理】通知");
              assertThat((String) copies.get(0).get("body"))
                  .startsWith("某arts.liaison同志：")
                  .contains("某arts.staff同志不在岗，由您代理", "地点：会议室");
              assertThat((String) copies.get(0).get("letter")).contains("invitation");
              assertThat((String) copies.get(0).get("calendar")).contains("INVITED", meeting);
              assertThat(copies.get(1)).containsEntry("state", "DECLINED");
            });
    choices.choose("arts.liaison", Choice.DIGEST);
  }

  private void invite(String meeting, long sequence) {
    var at = campaign.now().plusSeconds(86_400);
    var entry =
        new Appointment(
            meeting,
            sequence,
            Appointment.Kind.INVITED,
            "对标确定会",
            null,
            "会议室",
            at,
            at.plusSeconds(7_200),
            "http://127.0.0.1/meeting");
    var invited = rosterOf.activePerson(campaign.id(), "arts.staff").orElseThrow();
    invitations.arrange(meeting, entry, List.of(invited), List.of());
  }

  @Test
  void who_leaves_has_no_deputy_is_none_and_leaves_no_task_behind() {
    name("arts.staff", "arts.liaison", "2017-02-28", "2017-03-06", "arts.staff");
    var session = "session/weekly-2017-03-02/arts";
    var task = campaign.task(session, "userTask_prepare").getId();
    campaign.as(
        "arts.liaison",
        () -> {
          tasks.claim(task, "arts.liaison");
          return null;
        });
    tasks.claim(campaign.task(ESSAY, "userTask_submit").getId(), "arts.liaison");
    jdbc.sql("update roster_person set left_on = ? where campaign_id = ? and person_id = ?")
        .params(LocalDate.of(2017, 2, 28), campaign.id(), "arts.liaison")
        .update();
    assertThat(differences())
        .extracting(ConsistencyCheck.Difference::key)
        .containsExactlyInAnyOrder(
            campaign.key(ESSAY), campaign.key("essay/arts.liaison"), campaign.key(session));
    jdbc.sql("update roster_person set left_on = null where campaign_id = ?")
        .param(campaign.id())
        .update();

    var people = new ArrayList<>(TestCampaign.roster().people());
    people.removeIf(person -> person.id().equals("arts.liaison"));
    var units =
        TestCampaign.roster().units().stream()
            .map(
                unit ->
                    unit.id().equals("arts")
                        ? new Unit(
                            unit.id(),
                            unit.position(),
                            unit.name(),
                            unit.kind(),
                            unit.head(),
                            "arts.staff",
                            unit.leaderInCharge(),
                            unit.studyDays())
                        : unit)
            .toList();
    rosters.take(
        campaign.id(),
        new Roster(units, TestCampaign.roster().branches(), people),
        LocalDate.of(2017, 3, 1));
    campaign.runJobs();

    assertThat(differences()).isEmpty();
    assertThat(campaign.task(session, "userTask_prepare").getAssignee()).isNull();
    assertThat(campaign.task(ESSAY, "userTask_submit").getAssignee()).isEqualTo("arts.staff");
    assertThat(deputies.about(campaign.id(), "arts.liaison"))
        .extracting(Deputy::state)
        .containsExactly(Deputy.State.ENDED);
  }

  private List<ConsistencyCheck.Difference> differences() {
    return check.differences().stream()
        .filter(difference -> difference.key().startsWith(campaign.id() + "/"))
        .toList();
  }

  private Deputy name(String person, String deputy, String begins, String ends, String by) {
    return service.name(
        campaign.id(),
        person,
        deputy,
        LocalDate.parse(begins),
        LocalDate.parse(ends),
        "出差",
        TestCampaign.ZONE,
        by);
  }

  /** Tasks of that item that the person may work on, by their ids in the model. */
  private List<String> seen(String person, String item) {
    return campaign.as(
        person,
        () ->
            tasks.createTaskQuery().processInstanceBusinessKey(campaign.key(item)).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList());
  }

  /** What Tasklist lists as what waits for the person. */
  private List<Task> myTasks(String person) {
    var filter = filters.createFilterQuery().filterName("我的待办").singleResult();
    return campaign.as(person, () -> filters.list(filter.getId()));
  }

  private List<String> notices(String person, String key) {
    return jdbc.sql(
            """
            select body from notification_outbox
            where campaign_id = ? and person_id = ? and notice_key like ? and channel = 'MAIL'
            """)
        .params(campaign.id(), person, key)
        .query(String.class)
        .list();
  }

  private void submit(String item, String person) {
    campaign.complete(
        item, "userTask_submit", person, Map.of("paper", json("{\"text\":\"发现问题三个\"}")));
  }

  private void review(String item, String person, String outcome) {
    campaign.complete(item, "userTask_review", person, Map.of("outcome", outcome, "comment", "请看"));
  }
}
