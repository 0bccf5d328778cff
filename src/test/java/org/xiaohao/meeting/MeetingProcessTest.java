package org.xiaohao.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.xiaohao.testing.TestCampaign.json;
import static org.xiaohao.testing.TestCampaign.moment;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.meeting.Meeting.State;
import org.xiaohao.shared.Refusal;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
class MeetingProcessTest {

  private static final String REVIEW = "meeting/delegates-review";
  private static final String OFFICE = "guowei";

  @Autowired TestCampaign campaign;
  @Autowired Meetings meetings;
  @Autowired MeetingService service;
  @Autowired HistoryService history;
  @Autowired TaskService tasks;
  @Autowired JdbcClient jdbc;

  /** The day on which the reviews open, with their work. */
  @BeforeEach
  void launch() {
    campaign.launch(
        "2017-03-31T08:00",
        TestCampaign.only(TestCampaign.plan(), "delegates-review", "cppcc-review"),
        TestCampaign.roster());
  }

  @Test
  void a_review_is_arranged_takes_place_and_its_opinions_are_noted_one_by_one() {
    assertThat(state()).isEqualTo(State.ARRANGING);
    assertThat(task("userTask_arrange").getDueDate())
        .as("three working days before 11 April")
        .isEqualTo(date("2017-04-06T18:00"));

    arrange("2017-04-11");
    assertThat(state()).isEqualTo(State.ARRANGED);
    assertThat(campaign.openTasks(REVIEW)).isEmpty();
    assertThat(meetings.invitees(campaign.key(REVIEW)))
        .extracting(Invitee::name)
        .containsExactly("各级党代表", "各级人大代表", "局领导", "机关各科室和局属各单位负责同志", "各单位负责同志", "市文联", "市新闻出版局");

    campaign.advanceTo("2017-04-11T16:59");
    assertThat(state()).isEqualTo(State.ARRANGED);
    campaign.advanceTo("2017-04-11T17:00");
    assertThat(state()).isEqualTo(State.TO_RECORD);
    var minutes = task("userTask_minutes");
    assertThat(minutes.getDueDate()).isEqualTo(date("2017-04-13T18:00"));
    assertThat(brief("userTask_minutes")).contains("名册内应到 3 人", "\\<b\\>三楼\\<\\/b\\>会议室");

    var text = "会议记录".repeat(5000);
    record(
        """
        {"attendees": 23, "attendance": "缺席2人", "text": "%s", "opinions": [
          {"raisedBy": "市人大代表甲", "unit": "library", "text": "开馆时间太短"},
          {"raisedBy": "", "unit": "*", "text": " "},
          {"raisedBy": "市党代表乙", "unit": "*", "text": "下基层太少"}]}
        """
            .formatted(text));

    assertThat(state()).isEqualTo(State.HELD);
    assertThat(meetings.minutes(campaign.key(REVIEW)).orElseThrow().text()).isEqualTo(text);
    assertThat(meetings.opinions(campaign.key(REVIEW)))
        .containsExactly(
            new Opinion(
                campaign.key(REVIEW + "/O001"),
                campaign.key(REVIEW),
                1,
                "市人大代表甲",
                "library",
                "开馆时间太短"),
            new Opinion(
                campaign.key(REVIEW + "/O002"), campaign.key(REVIEW), 2, "市党代表乙", null, "下基层太少"));
    assertThat(end()).isEqualTo("endEvent_held");
  }

  @Test
  void arranging_too_late_escalates_and_goes_on() {
    campaign.advanceTo("2017-04-06T17:59");
    assertThat(passed("endEvent_arrangeEscalated")).isFalse();
    campaign.advanceTo("2017-04-06T18:00");

    assertThat(state()).isEqualTo(State.ARRANGING);
    assertThat(passed("endEvent_arrangeEscalated")).isTrue();
    assertThat(campaign.openTasks(REVIEW)).containsExactly("userTask_arrange");
  }

  @Test
  void minutes_that_are_late_escalate_and_can_still_be_noted() {
    arrange("2017-04-11");
    campaign.advanceTo("2017-04-13T18:00");

    assertThat(state()).isEqualTo(State.TO_RECORD);
    assertThat(passed("endEvent_minutesEscalated")).isTrue();

    record("{\"attendees\": 9, \"text\": \"会议记录\"}");
    assertThat(state()).isEqualTo(State.HELD);
    assertThat(end()).isEqualTo("endEvent_held");
  }

  @Test
  void a_meeting_that_did_not_take_place_is_arranged_anew() {
    arrange("2017-04-06");
    campaign.advanceTo("2017-04-06T17:00");

    refused("meeting.reason", () -> postpone(""));
    postpone("人大代表另有会议");

    assertThat(state()).isEqualTo(State.ARRANGING);
    assertThat(campaign.openTasks(REVIEW)).containsExactly("userTask_arrange");
    arrange("2017-04-12");
    campaign.advanceTo("2017-04-12T17:00");
    record("{\"attendees\": 9, \"text\": \"会议记录\"}");
    assertThat(end()).isEqualTo("endEvent_held");
  }

  @ParameterizedTest
  @EnumSource(names = {"ARRANGING", "ARRANGED", "TO_RECORD"})
  void a_meeting_is_cancelled_with_a_reason_at_any_time_before_its_minutes(State at) {
    bringTo(at);
    var key = campaign.key(REVIEW);
    refused("meeting.reason", () -> service.cancel(key, " ", OFFICE));
    refused("meeting.office-only", () -> service.cancel(key, "合并召开", "arts.head"));

    service.cancel(key, "与政协委员座谈会合并召开", OFFICE);

    assertThat(state()).isEqualTo(State.CANCELLED);
    assertThat(passed("endEvent_settled")).isTrue();
    assertThat(campaign.isRunning(REVIEW)).isFalse();
    assertThat(invitations("arts.head").stream().anyMatch(entry -> entry.contains("CANCELLED")))
        .as("called off where people wait for it")
        .isEqualTo(at == State.ARRANGED);
  }

  @Test
  void a_meeting_that_is_open_when_the_campaign_closes_lapses() {
    service.lapse(meetings.get(campaign.key(REVIEW)));

    assertThat(state()).isEqualTo(State.LAPSED);
    assertThat(passed("endEvent_settled")).isTrue();
    assertThat(campaign.isRunning(REVIEW)).isFalse();
  }

  @Test
  void moving_the_proposal_moves_task_timer_and_brief() {
    service.move(campaign.key(REVIEW), LocalDate.parse("2017-04-13"), "代表出差", OFFICE);

    assertThat(meetings.get(campaign.key(REVIEW)).proposed()).isEqualTo("2017-04-13");
    assertThat(task("userTask_arrange").getDueDate()).isEqualTo(date("2017-04-10T18:00"));
    assertThat(brief("userTask_arrange")).contains("**拟定日期**：2017年4月13日");
    campaign.advanceTo("2017-04-10T17:59");
    assertThat(passed("endEvent_arrangeEscalated")).isFalse();
    campaign.advanceTo("2017-04-10T18:00");
    assertThat(passed("endEvent_arrangeEscalated")).isTrue();
  }

  @Test
  void moving_an_arranged_meeting_past_its_limit_moves_day_limit_and_timer() {
    arrange("2017-04-11");
    service.move(campaign.key(REVIEW), LocalDate.parse("2017-04-18"), "代表出差", OFFICE);

    assertThat(invitations("arts.head"))
        .hasSize(2)
        .allMatch(entry -> entry.contains("\"uid\":\"" + campaign.key(REVIEW)));
    assertThat(invitations("arts.head").get(1)).contains("INVITED", "2017-04-18T");
    var moved = meetings.get(campaign.key(REVIEW));
    assertThat(moved.arrangement().day()).isEqualTo("2017-04-18");
    assertThat(moved.limitAt()).isEqualTo(moment("2017-04-18T18:00"));
    campaign.advanceTo("2017-04-18T16:59");
    assertThat(state()).isEqualTo(State.ARRANGED);
    campaign.advanceTo("2017-04-18T17:00");
    assertThat(state()).isEqualTo(State.TO_RECORD);
    refused(
        "meeting.wrong-state",
        () -> service.move(campaign.key(REVIEW), LocalDate.parse("2017-04-20"), "再推迟", OFFICE));
  }

  /** Entries for the calendar that went to a person about it, in their order. */
  private List<String> invitations(String person) {
    return jdbc.sql(
            """
            select calendar from notification_outbox
            where item_key = ? and person_id = ? and channel = 'MAIL' order by id
            """)
        .params(campaign.key(REVIEW), person)
        .query(String.class)
        .list();
  }

  private void bringTo(State state) {
    if (state != State.ARRANGING) {
      arrange("2017-04-11");
    }
    if (state == State.TO_RECORD) {
      campaign.advanceTo("2017-04-11T17:00");
    }
    assertThat(state()).isEqualTo(state);
  }

  private void arrange(String day) {
    campaign.complete(
        REVIEW,
        "userTask_arrange",
        OFFICE,
        Map.of(
            "arrangement",
            json(
                """
                {"day": "%s", "starts": "14:30", "ends": "17:00", "place": "<b>三楼</b>会议室",
                 "host": "杨建平", "agenda": "", "audiences": ["UNIT_HEADS"],
                 "more": "市文联\\n\\n市新闻出版局"}
                """
                    .formatted(day))));
  }

  private void record(String minutes) {
    campaign.complete(
        REVIEW, "userTask_minutes", OFFICE, Map.of("outcome", "HELD", "minutes", json(minutes)));
  }

  private void postpone(String reason) {
    campaign.complete(
        REVIEW, "userTask_minutes", OFFICE, Map.of("outcome", "POSTPONED", "reason", reason));
  }

  private State state() {
    return meetings.get(campaign.key(REVIEW)).state();
  }

  private Task task(String element) {
    return campaign.task(REVIEW, element);
  }

  private String brief(String element) {
    return (String) tasks.getVariable(task(element).getId(), "brief");
  }

  private static Date date(String localDateTime) {
    return Date.from(moment(localDateTime));
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThat(NestedExceptionUtils.getMostSpecificCause(catchThrowable(act)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private String end() {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(campaign.key(REVIEW))
        .singleResult()
        .getEndActivityId();
  }

  private boolean passed(String activity) {
    var instance =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(campaign.key(REVIEW))
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
