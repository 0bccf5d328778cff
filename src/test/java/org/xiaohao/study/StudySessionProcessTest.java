package org.xiaohao.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.xiaohao.study.StudyFields.allPresent;
import static org.xiaohao.study.StudyFields.madeUp;
import static org.xiaohao.study.StudyFields.prepared;
import static org.xiaohao.study.StudyFields.study;
import static org.xiaohao.study.StudyFields.twoMissed;
import static org.xiaohao.testing.TestCampaign.moment;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem.WaitsFor;
import org.xiaohao.roster.Rank;
import org.xiaohao.roster.RosterService;
import org.xiaohao.shared.Refusal;
import org.xiaohao.study.StudySession.State;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.RosterFile;
import org.xiaohao.testing.TestCampaign;

/** Every way through the model {@code study-session}. */
@CampaignTest
class StudySessionProcessTest {

  /** Thursday, 2 March 2017, 14:30 to 17:00. */
  private static final String SESSION = "session/weekly-2017-03-02/arts";

  @Autowired TestCampaign campaign;
  @Autowired StudySessions sessions;
  @Autowired Attendances attendances;
  @Autowired StudyService service;
  @Autowired StudyWork work;
  @Autowired RosterService rosters;
  @Autowired Campaigns campaigns;
  @Autowired Ledger ledger;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void launch() {
    campaign.launch(TestCampaign.only(TestCampaign.plan(), "weekly", "speech"));
  }

  @Test
  void a_session_is_prepared_takes_place_and_everybody_was_there() {
    assertThat(state()).isEqualTo(State.PREPARING);
    assertThat(waitsFor()).isEqualTo(WaitsFor.OWNER);

    prepare();
    assertThat(state()).isEqualTo(State.READY);
    assertThat(attendances.preparation(campaign.key(SESSION)))
        .hasValueSatisfying(
            preparation -> assertThat(preparation.speakers()).containsExactly("arts.staff"));
    assertThat(waitsFor()).isEqualTo(WaitsFor.NOBODY);

    campaign.advanceTo("2017-03-02T16:59");
    assertThat(campaign.openTasks(SESSION)).isEmpty();
    campaign.advanceTo("2017-03-02T17:00");
    assertThat(state()).isEqualTo(State.TO_RECORD);
    assertThat(waitsFor()).isEqualTo(WaitsFor.OWNER);

    campaign.complete(SESSION, "userTask_record", "arts.liaison", allPresent());
    assertThat(state()).isEqualTo(State.HELD);
    assertThat(ledger.find(campaign.key(SESSION)).orElseThrow().done()).isTrue();
    assertThat(campaign.isRunning(SESSION)).isFalse();
    assertThat(escalations("userTask_prepare")).isZero();
  }

  @Test
  void each_who_spoke_owes_one_speech_text_within_three_working_days() {
    prepare();
    campaign.advanceTo("2017-03-02T17:00");
    campaign.complete(SESSION, "userTask_record", "arts.liaison", allPresent());

    var text = ledger.find(campaign.key("speech/arts.staff/weekly-2017-03-02")).orElseThrow();
    assertThat(text.effectiveDate()).isEqualTo(LocalDate.of(2017, 3, 7));
    assertThat(text.unitId()).isEqualTo("arts");
    assertThat(text.open()).isTrue();
    assertThat(ledger.states(campaign.id(), "speech", "arts")).containsExactly(entry("OPEN", 1));
  }

  @Test
  void who_speaks_in_place_of_a_named_speaker_owes_the_text() {
    campaign.complete(SESSION, "userTask_prepare", "arts.head", prepared("arts.head"));
    campaign.advanceTo("2017-03-02T17:00");
    campaign.complete(SESSION, "userTask_record", "arts.liaison", allPresent());

    assertThat(attendances.speakers(campaign.key(SESSION)))
        .containsExactlyInAnyOrder(
            new Speaker("arts.head", true, false), new Speaker("arts.staff", false, true));
    assertThat(ledger.find(campaign.key("speech/arts.head/weekly-2017-03-02"))).isEmpty();
    assertThat(ledger.find(campaign.key("speech/arts.staff/weekly-2017-03-02"))).isPresent();
  }

  @Test
  void a_session_that_nobody_prepared_is_reported_but_takes_place_and_is_recorded() {
    campaign.advanceTo("2017-03-01T17:59");
    assertThat(escalations("userTask_prepare")).isZero();
    campaign.advanceTo("2017-03-01T18:00");
    assertThat(escalations("userTask_prepare")).isEqualTo(1);
    assertThat(campaign.openTasks(SESSION)).containsExactly("userTask_prepare");

    campaign.advanceTo("2017-03-02T14:30");
    assertThat(campaign.openTasks(SESSION)).isEmpty();
    campaign.advanceTo("2017-03-02T17:00");
    campaign.complete(SESSION, "userTask_record", "arts.head", allPresent());

    assertThat(state()).isEqualTo(State.HELD);
    assertThat(sessions.get(campaign.key(SESSION)).preparedAt()).isNull();
  }

  @Test
  void those_who_missed_it_make_up_for_it() {
    recordWithAbsences();
    assertThat(state()).isEqualTo(State.MAKE_UP);
    assertThat(ledger.find(campaign.key(SESSION)).orElseThrow().done()).isTrue();
    assertThat(ledger.find(campaign.key(SESSION)).orElseThrow().dueAt())
        .isEqualTo(moment("2017-03-09T18:00"));

    campaign.advanceTo("2017-03-06T09:00");
    campaign.complete(
        SESSION,
        "userTask_makeUp",
        "arts.liaison",
        madeUp(study("arts.head", "2017-03-03", "自学"), study("arts.liaison", "", "长期病假")));

    assertThat(state()).isEqualTo(State.HELD);
    assertThat(campaign.isRunning(SESSION)).isFalse();
    assertThat(attendances.ofPerson(campaign.id(), "arts.head"))
        .singleElement()
        .satisfies(a -> assertThat(a.madeUpOn()).isEqualTo(LocalDate.of(2017, 3, 3)))
        .satisfies(a -> assertThat(a.reason()).isEqualTo("下乡调研"));
  }

  @Test
  void a_late_record_and_a_late_make_up_study_are_reported() {
    prepare();
    campaign.advanceTo("2017-03-03T18:00");
    assertThat(escalations("userTask_record")).isEqualTo(1);

    campaign.complete(SESSION, "userTask_record", "arts.liaison", twoMissed());
    campaign.advanceTo("2017-03-10T17:59");
    assertThat(escalations("userTask_makeUp")).isZero();
    campaign.advanceTo("2017-03-10T18:00");
    assertThat(escalations("userTask_makeUp")).isEqualTo(1);
    assertThat(campaign.openTasks(SESSION)).containsExactly("userTask_makeUp");
  }

  @Test
  void the_office_calls_a_session_off() {
    service.cancel(campaign.key(SESSION), "全市停电", "helixin");

    assertThat(state()).isEqualTo(State.CANCELLED);
    assertThat(campaign.isRunning(SESSION)).isFalse();
    assertThat(ledger.find(campaign.key(SESSION)).orElseThrow().counts()).isFalse();
  }

  @Test
  void a_session_to_which_people_were_invited_is_taken_out_of_their_calendars() {
    prepare();
    service.cancel(campaign.key(SESSION), "全市停电", "helixin");

    assertThat(invitations("arts.head")).hasSize(2).last().asString().contains("CANCELLED");
  }

  @Test
  void who_joins_after_the_invitation_is_invited_and_who_leaves_need_not_come() {
    prepare();
    var moved = TestCampaign.person("library.staff", "arts", Rank.STAFF);
    rosters.take(
        campaign.id(),
        RosterFile.with(RosterFile.without(TestCampaign.roster(), "arts.head"), moved),
        LocalDate.of(2017, 2, 28));

    assertThat(invitations("library.staff")).singleElement().asString().contains("INVITED");
    assertThat(invitations("arts.head")).hasSize(2).last().asString().contains("CANCELLED");
    assertThat(invitations("arts.staff")).as("nothing changes for the others").hasSize(1);

    rosters.take(campaign.id(), TestCampaign.roster(), LocalDate.of(2017, 3, 1));

    assertThat(invitations("library.staff")).hasSize(2).last().asString().contains("CANCELLED");
    assertThat(invitations("arts.head")).hasSize(3).last().asString().contains("INVITED");
  }

  @Test
  void another_leader_in_charge_takes_the_place_of_the_one_who_was_invited() {
    campaign.complete(
        SESSION,
        "userTask_prepare",
        "arts.liaison",
        StudyFields.preparation("三楼会议室", "arts.head", "对照学", true, "arts.staff"));
    assertThat(invitations("luzhanzhong")).singleElement().asString().contains("INVITED");
    var before = TestCampaign.roster();
    rosters.take(
        campaign.id(),
        RosterFile.with(before, RosterFile.headed(before, "arts", "arts.head", "songwenjie")),
        LocalDate.of(2017, 2, 28));

    assertThat(campaign.variable("session/weekly-2017-03-03/arts", "userTask_prepare", "brief"))
        .as("one that is still to be prepared")
        .contains("某songwenjie");
    assertThat(invitations("luzhanzhong")).hasSize(2).last().asString().contains("CANCELLED");
    assertThat(invitations("songwenjie")).singleElement().asString().contains("INVITED");
    assertThat(invitations("arts.staff")).as("nothing changes for the others").hasSize(1);
    assertThat(state()).isEqualTo(State.READY);
  }

  @Test
  void a_session_without_its_host_or_speaker_is_prepared_anew() {
    prepare();
    rosters.take(
        campaign.id(),
        RosterFile.without(TestCampaign.roster(), "arts.staff"),
        LocalDate.of(2017, 2, 28));
    campaign.runJobs();

    assertThat(state()).isEqualTo(State.PREPARING);
    assertThat(campaign.openTasks(SESSION)).containsExactly("userTask_prepare");
    assertThat(invitations("arts.staff")).hasSize(2).last().asString().contains("CANCELLED");
    assertThat(invitations("arts.head")).as("stays invited until then").hasSize(1);
    campaign.complete(SESSION, "userTask_prepare", "arts.liaison", prepared("arts.liaison"));
    assertThat(invitations("arts.head")).hasSize(2).last().asString().contains("INVITED");
  }

  @Test
  void a_session_is_called_after_the_new_name_of_its_unit() {
    var before = TestCampaign.roster();
    rosters.take(
        campaign.id(),
        RosterFile.with(before, RosterFile.named(before, "arts", "艺术处")),
        LocalDate.of(2017, 2, 28));

    assertThat(sessions.get(campaign.key(SESSION)).title()).endsWith("· 艺术处");
    var task = campaign.task(SESSION, "userTask_prepare");
    assertThat(task.getName()).endsWith("· 艺术处");
    assertThat(campaign.variable(SESSION, "userTask_prepare", "brief")).doesNotContain("艺术科");
    assertThat(sessions.get(campaign.key("session/weekly-2017-03-30/arts")).title())
        .as("one that is still to open")
        .endsWith("· 艺术处");
  }

  @Test
  void a_session_of_a_closed_campaign_lapses_and_a_recorded_one_stays_held() {
    recordWithAbsences();
    while (work.lapse(campaigns.get(campaign.id()), 10) == 10) {
      // chunk by chunk, as the campaign's process does
    }

    assertThat(state()).isEqualTo(State.HELD);
    assertThat(state("session/weekly-2017-03-02/library")).isEqualTo(State.LAPSED);
    assertThat(state("session/weekly-2017-03-30/arts")).isEqualTo(State.LAPSED);
    assertThat(campaign.isRunning(SESSION)).isFalse();
    assertThat(campaign.isRunning("session/weekly-2017-03-02/library")).isFalse();
  }

  @Test
  void a_session_on_another_day_takes_its_limits_and_timers_along() {
    service.move(campaign.key(SESSION), LocalDate.of(2017, 3, 7), "与全市会议冲突", "helixin");

    assertThat(campaign.task(SESSION, "userTask_prepare").getDueDate())
        .isEqualTo(moment("2017-03-06T18:00"));
    assertThat(campaign.task(SESSION, "userTask_prepare").getName()).contains("3月7日集中学习");
    campaign.advanceTo("2017-03-02T17:00");
    assertThat(state()).isEqualTo(State.PREPARING);
    campaign.advanceTo("2017-03-06T18:00");
    assertThat(escalations("userTask_prepare")).isEqualTo(1);
    campaign.advanceTo("2017-03-07T14:30");
    assertThat(campaign.openTasks(SESSION)).isEmpty();
    campaign.advanceTo("2017-03-07T17:00");
    assertThat(campaign.task(SESSION, "userTask_record").getDueDate())
        .isEqualTo(moment("2017-03-08T18:00"));
  }

  @Test
  void a_prepared_session_on_another_day_stays_prepared() {
    prepare();
    service.move(campaign.key(SESSION), LocalDate.of(2017, 3, 7), "与全市会议冲突", "helixin");

    assertThat(invitations("arts.staff")).hasSize(2);
    assertThat(invitations("arts.staff").get(0)).contains("集中学习：学习讨论重要讲话 · 艺术科");
    assertThat(subjects("arts.staff"))
        .as("the day stands there once")
        .containsExactly(
            "通知：3月2日（周四）14:30 集中学习：学习讨论重要讲话 · 艺术科", "时间或地点变更：3月7日（周二）14:30 集中学习：学习讨论重要讲话 · 艺术科");
    assertThat(invitations("arts.staff").get(0)).contains("INVITED", "2017-03-02T06:30:00Z");
    assertThat(invitations("arts.staff").get(1)).contains("INVITED", "2017-03-07T06:30:00Z");
    assertThat(invitations("library.staff")).isEmpty();
    campaign.advanceTo("2017-03-07T16:59");
    assertThat(state()).isEqualTo(State.READY);
    campaign.advanceTo("2017-03-07T17:00");
    assertThat(state()).isEqualTo(State.TO_RECORD);
  }

  @Test
  void place_and_speakers_of_a_prepared_session_are_corrected_before_it_begins() {
    prepare();
    assertThat(campaign.openTasks(SESSION)).isEmpty();
    assertThatThrownBy(() -> service.reopen(campaign.key(SESSION), "library.liaison"))
        .isInstanceOf(Refusal.class);

    service.reopen(campaign.key(SESSION), "arts.liaison");
    campaign.runJobs();
    assertThat(state()).isEqualTo(State.PREPARING);
    assertThat(campaign.variable(SESSION, "userTask_prepare", "preparation"))
        .contains("三楼会议室", "arts.staff");
    campaign.complete(
        SESSION,
        "userTask_prepare",
        "arts.liaison",
        StudyFields.preparation("二楼会议室", "arts.head", "对照学", true, "arts.head"));

    assertThat(state()).isEqualTo(State.READY);
    assertThat(attendances.preparation(campaign.key(SESSION)).orElseThrow())
        .satisfies(now -> assertThat(now.place()).isEqualTo("二楼会议室"))
        .satisfies(now -> assertThat(now.speakers()).containsExactly("arts.head"));
    assertThat(invitations("arts.staff")).last().asString().contains("二楼会议室");
    campaign.advanceTo("2017-03-02T15:00");
    assertThatThrownBy(() -> service.reopen(campaign.key(SESSION), "arts.liaison"))
        .as("it has begun")
        .isInstanceOf(Refusal.class);
    campaign.advanceTo("2017-03-02T17:00");
    assertThat(state()).isEqualTo(State.TO_RECORD);
  }

  @Test
  void a_session_that_is_moved_after_its_preparation_was_late_can_be_late_again() {
    campaign.advanceTo("2017-03-01T18:00");
    service.move(campaign.key(SESSION), LocalDate.of(2017, 3, 7), "与全市会议冲突", "helixin");

    campaign.advanceTo("2017-03-06T18:00");
    assertThat(escalations("userTask_prepare")).isEqualTo(2);
    campaign.advanceTo("2017-03-07T17:00");
    assertThat(state()).isEqualTo(State.TO_RECORD);
  }

  @Test
  void a_session_that_did_not_take_place_is_prepared_anew_for_another_day() {
    prepare();
    campaign.advanceTo("2017-03-02T17:00");
    service.move(campaign.key(SESSION), LocalDate.of(2017, 3, 7), "主讲人出差", "helixin");

    assertThat(state()).isEqualTo(State.PREPARING);
    assertThat(campaign.openTasks(SESSION)).containsExactly("userTask_prepare");
    prepare();
    campaign.advanceTo("2017-03-07T17:00");
    campaign.complete(SESSION, "userTask_record", "arts.liaison", allPresent());

    assertThat(state()).isEqualTo(State.HELD);
    assertThat(ledger.find(campaign.key("speech/arts.staff/weekly-2017-03-02")))
        .hasValueSatisfying(
            text -> assertThat(text.effectiveDate()).isEqualTo(LocalDate.of(2017, 3, 10)));
  }

  private List<String> subjects(String person) {
    return jdbc.sql(
            """
            select subject from notification_outbox
            where item_key = ? and person_id = ? and channel = 'MAIL' order by id
            """)
        .params(campaign.key(SESSION), person)
        .query(String.class)
        .list();
  }

  /** Entries for the calendar that went to a person about it, in their order. */
  private List<String> invitations(String person) {
    return jdbc.sql(
            """
            select calendar from notification_outbox
            where item_key = ? and person_id = ? and channel = 'MAIL' order by id
            """)
        .params(campaign.key(SESSION), person)
        .query(String.class)
        .list();
  }

  private void prepare() {
    campaign.complete(SESSION, "userTask_prepare", "arts.liaison", prepared("arts.staff"));
  }

  private void recordWithAbsences() {
    prepare();
    campaign.advanceTo("2017-03-02T17:00");
    campaign.complete(SESSION, "userTask_record", "arts.liaison", twoMissed());
  }

  private State state() {
    return state(SESSION);
  }

  private State state(String session) {
    return sessions.get(campaign.key(session)).state();
  }

  private WaitsFor waitsFor() {
    return ledger.find(campaign.key(SESSION)).orElseThrow().waitsFor();
  }

  private int escalations(String task) {
    return jdbc.sql("select count(*) from supervision_late where item_key = ? and task = ?")
        .params(campaign.key(SESSION), task)
        .query(Integer.class)
        .single();
  }
}
