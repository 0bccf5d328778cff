package org.xiaohao.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xiaohao.testing.TestCampaign.moment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.campaign.CampaignWork.Chunk;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem.WaitsFor;
import org.xiaohao.meeting.Meeting.State;
import org.xiaohao.meeting.Minutes.Remark;
import org.xiaohao.roster.Rank;
import org.xiaohao.roster.RosterService;
import org.xiaohao.shared.Refusal;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.RosterFile;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
class MeetingServiceTest {

  private static final String OFFICE = "guowei";
  private static final Minutes MINUTES = new Minutes(9, "", "会议记录", List.of(), List.of());

  @Autowired TestCampaign campaign;
  @Autowired Meetings meetings;
  @Autowired MeetingService service;
  @Autowired MeetingWork work;
  @Autowired RosterService rosters;
  @Autowired Campaigns campaigns;
  @Autowired Ledger ledger;
  @Autowired MeetingInvitations invitations;
  @Autowired JdbcClient jdbc;

  @Test
  void the_plan_names_four_meetings_that_wait_for_their_work() {
    campaign.launch("2017-02-28T08:00");

    assertThat(meetings.of(campaign.id()))
        .extracting(Meeting::key, Meeting::state)
        .containsExactly(
            row("delegates-review"),
            row("cppcc-review"),
            row("benchmark-confirmation"),
            row("exchange"));
    assertThat(work.plan(campaigns.get(campaign.id()), null, 200)).isEqualTo(new Chunk(4, null));
    assertThat(meetings.of(campaign.id())).as("nothing twice").hasSize(4);
    var item = ledger.find(campaign.key("meeting/delegates-review")).orElseThrow();
    assertThat(item.waitsFor()).isEqualTo(WaitsFor.NOBODY);
    assertThat(item.planDate()).isEqualTo("2017-04-15");
    assertThat(item.effectiveDate()).as("15 April is a Saturday").isEqualTo("2017-04-14");
    assertThat(item.counts()).isTrue();
  }

  private Tuple row(String id) {
    return Tuple.tuple(campaign.key("meeting/" + id), State.PLANNED);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-03-30, meeting.too-early",
    "2017-04-03, meeting.day-off",
    "2017-04-15, meeting.day-off",
    "2017-04-17, meeting.too-late"
  })
  void a_day_outside_of_the_work_or_off_is_refused(String day, String code) {
    campaign.launch("2017-03-31T08:00");
    refused(code, () -> arrange("delegates-review", day, "14:30", "17:00", "会议室", OFFICE));
    assertThat(state("delegates-review")).isEqualTo(State.ARRANGING);
  }

  @Test
  void an_arrangement_without_place_or_with_its_end_before_its_begin_is_refused() {
    campaign.launch("2017-03-31T08:00");
    var id = "delegates-review";
    refused("meeting.place", () -> arrange(id, "2017-04-11", "14:30", "17:00", " ", OFFICE));
    refused("meeting.times", () -> arrange(id, "2017-04-11", "14:30", "14:30", "会议室", OFFICE));
    refused(
        "meeting.office-only",
        () -> arrange(id, "2017-04-11", "14:30", "17:00", "会议室", "arts.head"));
  }

  @Test
  void minutes_are_refused_before_the_meeting_took_place() {
    campaign.launch("2017-03-31T08:00");
    var key = campaign.key("meeting/delegates-review");
    refused("meeting.not-yet", () -> service.hold(key, MINUTES, OFFICE));
    arrange("delegates-review", "2017-04-11", "14:30", "17:00", "会议室", OFFICE);
    refused("meeting.not-yet", () -> service.hold(key, MINUTES, OFFICE));
  }

  @Test
  void minutes_need_attendance_text_complete_opinions_and_the_resolution_that_the_plan_asks_for() {
    campaign.launch("2017-04-14T08:00");
    var key = campaign.key("meeting/exchange");
    arrange("exchange", "2017-04-26", "14:30", "17:00", "会议室", OFFICE);
    campaign.advanceTo("2017-04-26T16:00");
    service.over(key);

    refused("meeting.attendees", hold(key, new Minutes(0, "", "记录", List.of(), List.of())));
    refused("meeting.minutes-missing", hold(key, new Minutes(9, "", " ", List.of(), List.of())));
    refused("meeting.resolution-missing", hold(key, MINUTES));
    refused("meeting.opinion-incomplete", hold(key, noted(new Remark(" ", null, "意见"))));
    refused("meeting.opinion-unit", hold(key, noted(new Remark("甲", "nowhere", "意见"))));
    refused("meeting.control-character", hold(key, noted(new Remark("甲", null, "意\0见"))));

    service.hold(key, noted(new Remark("甲", "arts", "意见")), OFFICE);
    assertThat(meetings.resolutions(key))
        .containsExactly(new Resolution(key + "/R001", key, 1, "工作标准确定"));
    assertThat(ledger.find(key).orElseThrow().done()).isTrue();
  }

  private ThrowingCallable hold(String key, Minutes minutes) {
    return () -> service.hold(key, minutes, OFFICE);
  }

  private static Minutes noted(Remark remark) {
    return new Minutes(9, "", "记录", List.of(remark), List.of("工作标准确定"));
  }

  @Test
  void a_meeting_that_passed_before_the_launch_is_offered_for_recording_only() {
    campaign.launch("2017-04-18T08:00");
    var launched = campaigns.get(campaign.id());
    assertThat(state("delegates-review")).isEqualTo(State.PAST);
    assertThat(campaign.isRunning("meeting/delegates-review")).isFalse();
    assertThat(work.past(launched, "benchmark"))
        .extracting(item -> item.kind())
        .containsExactly("党代表、人大代表评议会", "政协委员座谈评议工作会");

    work.recordPast(campaign.key("meeting/delegates-review"), OFFICE);

    assertThat(state("delegates-review")).isEqualTo(State.HELD);
    assertThat(state("exchange")).isEqualTo(State.ARRANGING);
  }

  @Test
  void a_meeting_that_opens_late_is_proposed_with_notice_but_not_past_its_limit() {
    campaign.launch("2017-04-26T08:00");

    var meeting = meetings.get(campaign.key("meeting/benchmark-confirmation"));
    assertThat(meeting.proposed()).as("proposed 25 April, limit 28 April").isEqualTo("2017-04-28");
    assertThat(meeting.dueAt()).isEqualTo(moment("2017-04-27T18:00"));
  }

  @Test
  void a_limit_that_has_passed_does_not_keep_a_meeting_from_being_held() {
    campaign.launch("2017-03-31T08:00");
    campaign.advanceTo("2017-04-17T09:00");

    arrange("delegates-review", "2017-04-20", "14:30", "17:00", "会议室", OFFICE);

    assertThat(state("delegates-review")).isEqualTo(State.ARRANGED);
    assertThat(meetings.get(campaign.key("meeting/delegates-review")).limitAt())
        .as("it counts as late")
        .isEqualTo(moment("2017-04-14T18:00"));
  }

  @Test
  void the_whole_staff_is_invited_once_each() {
    campaign.launch("2017-04-14T08:00");
    service.arrange(
        campaign.key("meeting/benchmark-confirmation"),
        arrangement("2017-04-25", "14:30", "17:00", "会议室"),
        Set.of(Audience.DIVISIONS, Audience.UNIT_HEADS),
        List.of(),
        OFFICE);

    var invitees = meetings.invitees(campaign.key("meeting/benchmark-confirmation"));
    assertThat(invitations.people(campaigns.get(campaign.id()), invitees))
        .extracting(person -> person.id())
        .containsExactlyInAnyOrder(
            "helixin",
            "huangweidong",
            "guowei",
            "huangzhengwei",
            "shiluqiang",
            "arts.head",
            "arts.liaison",
            "arts.staff",
            "library.head");
  }

  @Test
  void guests_with_an_address_are_invited_by_mail_and_told_when_it_is_called_off() {
    campaign.launch("2017-03-31T08:00");
    var key = campaign.key("meeting/delegates-review");
    service.arrange(
        key,
        arrangement("2017-04-12", "14:30", "17:00", "会议室"),
        Set.of(),
        List.of("李代表 li@example.org", "王代表"),
        OFFICE);
    service.cancel(key, "上级另有安排", OFFICE);

    assertThat(meetings.invitees(key))
        .extracting(Invitee::name, Invitee::mail)
        .contains(Tuple.tuple("李代表", "li@example.org"), Tuple.tuple("王代表", null));
    var told =
        jdbc.sql(
                """
                select channel, address, subject, body, link, calendar from notification_outbox
                where item_key = ? and person_name = '李代表' order by id
                """)
            .param(key)
            .query()
            .listOfRows();
    assertThat(told).extracting(row -> row.get("channel")).containsExactly("MAIL", "MAIL");
    assertThat(told).extracting(row -> row.get("address")).containsOnly("li@example.org");
    assertThat(told).extracting(row -> row.get("link")).as("no page of ours").containsOnlyNulls();
    assertThat(String.valueOf(told.get(0).get("body"))).startsWith("李代表：").contains("会议室");
    assertThat(String.valueOf(told.get(0).get("calendar"))).contains("INVITED");
    assertThat(String.valueOf(told.get(1).get("calendar"))).contains("CANCELLED");
  }

  @Test
  void who_is_taken_off_the_list_when_a_meeting_is_arranged_anew_is_told() {
    campaign.launch("2017-03-31T08:00");
    var key = campaign.key("meeting/delegates-review");
    invite(
        key, "2017-04-06", Set.of(Audience.UNIT_HEADS), "李代表 li@example.org", "赵代表 z@example.org");
    campaign.advanceTo("2017-04-06T17:00");
    service.over(key);
    service.postpone(key, "人大代表另有会议", OFFICE);
    invite(key, "2017-04-12", Set.of(), "赵代表 z@example.org", "孙代表 sun@example.org");

    assertThat(told(key, "李代表"))
        .extracting(row -> row.get("subject"))
        .containsExactly("通知：4月6日（周四）14:30 党代表、人大代表评议会", "不必参加：党代表、人大代表评议会");
    var gone = told(key, "李代表").get(1);
    assertThat(String.valueOf(gone.get("calendar")))
        .contains("CANCELLED", "\"uid\":\"" + key + "\"");
    assertThat(String.valueOf(gone.get("body"))).contains("您不必参加").doesNotContain("会议室");
    assertThat(sequences(key, "李代表")).isSorted().doesNotHaveDuplicates();
    assertThat(told(key, "某arts.head"))
        .extracting(row -> row.get("subject"))
        .last()
        .isEqualTo("不必参加：党代表、人大代表评议会");
    assertThat(told(key, "赵代表"))
        .extracting(row -> row.get("subject"))
        .last()
        .isEqualTo("时间或地点变更：4月12日（周三）14:30 党代表、人大代表评议会");
    assertThat(told(key, "孙代表"))
        .extracting(row -> row.get("subject"))
        .containsExactly("通知：4月12日（周三）14:30 党代表、人大代表评议会");
  }

  @Test
  void who_comes_to_the_audience_is_invited_and_who_leaves_it_need_not_come() {
    campaign.launch("2017-03-31T08:00");
    var key = campaign.key("meeting/delegates-review");
    invite(key, "2017-04-12", Set.of(Audience.UNIT_HEADS), "李代表 li@example.org");
    var before = TestCampaign.roster();
    var roster =
        RosterFile.with(
            RosterFile.with(before, TestCampaign.person("newcomer", "arts", Rank.SECTION_CHIEF)),
            RosterFile.headed(before, "arts", "newcomer", "luzhanzhong"));
    rosters.take(campaign.id(), roster, LocalDate.of(2017, 4, 5));

    assertThat(told(key, "某newcomer"))
        .extracting(row -> row.get("subject"))
        .containsExactly("通知：4月12日（周三）14:30 党代表、人大代表评议会");
    assertThat(told(key, "某arts.head"))
        .extracting(row -> row.get("subject"))
        .containsExactly("通知：4月12日（周三）14:30 党代表、人大代表评议会", "不必参加：党代表、人大代表评议会");
    assertThat(told(key, "某library.head")).as("nothing changes for the others").hasSize(1);
    assertThat(told(key, "李代表")).hasSize(1);

    rosters.take(campaign.id(), roster, LocalDate.of(2017, 4, 6));
    service.cancel(key, "上级另有安排", OFFICE);
    assertThat(told(key, "某newcomer")).hasSize(2);
    assertThat(told(key, "某arts.head")).as("knows already").hasSize(2);
  }

  @Test
  void a_meeting_that_has_begun_invites_nobody_any_more() {
    campaign.launch("2017-03-31T08:00");
    var key = campaign.key("meeting/delegates-review");
    invite(key, "2017-04-12", Set.of(Audience.STAFF));
    campaign.advanceTo("2017-04-12T15:00");
    rosters.take(
        campaign.id(),
        RosterFile.with(TestCampaign.roster(), TestCampaign.person("newcomer", "arts", Rank.STAFF)),
        LocalDate.of(2017, 4, 12));

    assertThat(told(key, "某newcomer")).isEmpty();
  }

  private void invite(String key, String day, Set<Audience> audiences, String... guests) {
    var to = arrangement(day, "14:30", "16:30", "会议室");
    service.arrange(key, to, audiences, List.of(guests), OFFICE);
  }

  /** Mails to a person about a meeting, in their order. */
  private List<Map<String, Object>> told(String key, String name) {
    return jdbc.sql(
            """
            select subject, body, calendar from notification_outbox
            where item_key = ? and person_name = ? and channel = 'MAIL' order by id
            """)
        .params(key, name)
        .query()
        .listOfRows();
  }

  private List<Long> sequences(String key, String name) {
    return told(key, name).stream()
        .map(row -> String.valueOf(row.get("calendar")).replaceAll(".*\"sequence\":(\\d+).*", "$1"))
        .map(Long::valueOf)
        .toList();
  }

  private void arrange(String id, String day, String starts, String ends, String place, String by) {
    service.arrange(
        campaign.key("meeting/" + id),
        arrangement(day, starts, ends, place),
        Set.of(),
        List.of(),
        by);
  }

  private static Arrangement arrangement(String day, String starts, String ends, String place) {
    return new Arrangement(
        LocalDate.parse(day), LocalTime.parse(starts), LocalTime.parse(ends), place, "杨建平", "");
  }

  private State state(String id) {
    return meetings.get(campaign.key("meeting/" + id)).state();
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
