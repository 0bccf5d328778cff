package org.xiaohao.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.shared.Refusal;
import org.xiaohao.study.Attendance.Presence;
import org.xiaohao.study.SessionRecord.Entry;
import org.xiaohao.study.StudySession.State;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** What the rules of study refuse, and why. */
@CampaignTest
class StudyServiceTest {

  private static final LocalDate LATER = LocalDate.of(2017, 3, 7);

  @Autowired TestCampaign campaign;
  @Autowired StudySessions sessions;
  @Autowired Attendances attendances;
  @Autowired StudyService service;
  @Autowired MaterialService supply;

  private String session;

  @BeforeEach
  void launch() {
    campaign.launch(TestCampaign.only(TestCampaign.plan(), "weekly", "speech"));
    session = campaign.key("session/weekly-2017-03-02/arts");
  }

  @Test
  void a_preparation_needs_place_host_kind_and_speakers_of_the_unit() {
    refused("study.not-yours", () -> prepare("会议室", "arts.head", "对照学", "library.liaison"));
    refused("study.place-missing", () -> prepare(" ", "arts.head", "对照学", "arts.liaison"));
    refused("study.host-missing", () -> prepare("会议室", "", "对照学", "arts.liaison"));
    refused("study.host-unknown", () -> prepare("会议室", "library.head", "对照学", "arts.liaison"));
    refused("study.kind-missing", () -> prepare("会议室", "arts.head", "随便学", "arts.liaison"));
    refused(
        "study.speakers-missing",
        () -> service.prepare(session, preparation(List.of()), "arts.liaison"));
    refused(
        "study.not-of-unit",
        () -> service.prepare(session, preparation(List.of("library.staff")), "arts.liaison"));
    refused(
        "study.twice",
        () ->
            service.prepare(
                session, preparation(List.of("arts.staff", "arts.staff")), "arts.liaison"));
    assertThat(sessions.get(session).state()).isEqualTo(State.PREPARING);
    assertThat(attendances.speakers(session)).isEmpty();

    // The leader in charge may chair it (R37).
    prepare("会议室", "luzhanzhong", "对照学", "arts.head");
    assertThat(sessions.get(session).state()).isEqualTo(State.READY);
  }

  @Test
  void a_day_of_a_series_without_material_is_moved_for_all_units_at_once(@TempDir Path folder)
      throws IOException {
    refused("study.move-with-material", () -> moveDay(9, 13));

    var text = Files.readString(Path.of("campaigns/changzhi-2017/campaign.yaml"));
    var file = folder.resolve("campaign.yaml");
    Files.writeString(file, text.replaceAll("(?m)^    material: true.*$", "    material: false"));
    campaign.launch("2017-02-28T08:00", TestCampaign.plan(file), TestCampaign.roster());
    moveDay(9, 13);

    assertThat(sessions.ofDay(campaign.id(), "weekly", march(9))).isEmpty();
    assertThat(sessions.ofDay(campaign.id(), "weekly", march(13)))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.time().date().effectiveDate()).isEqualTo(march(13)));
    refused("study.no-session", () -> moveDay(9, 14));
  }

  private void moveDay(int from, int to) {
    service.moveDay(campaign.id(), "weekly", march(from), march(to), "全市会议", "helixin");
  }

  private static LocalDate march(int day) {
    return LocalDate.of(2017, 3, day);
  }

  @Test
  void a_record_holds_everybody_of_the_unit_once_and_only_what_can_be_true() {
    var all = List.of(present("arts.head"), present("arts.liaison"), present("arts.staff"));
    refused("study.not-begun", () -> record(all, List.of("arts.staff"), "讨论"));
    campaign.advanceTo("2017-03-02T15:00");
    refused("study.wrong-state", () -> record(all, List.of("arts.staff"), "讨论"));
    campaign.advanceTo("2017-03-02T17:00");

    refused(
        "study.not-of-unit",
        () -> record(with(all, present("library.staff")), List.of("arts.staff"), "讨论"));
    refused(
        "study.twice", () -> record(with(all, present("arts.staff")), List.of("arts.staff"), "讨论"));
    refused("study.people-missing", () -> record(all.subList(0, 2), List.of("arts.head"), "讨论"));
    refused("study.nobody-spoke", () -> record(all, List.of(), "讨论"));
    refused("study.not-of-unit", () -> record(all, List.of("library.staff"), "讨论"));
    refused("study.note-missing", () -> record(all, List.of("arts.staff"), " "));
    refused("study.control-character", () -> record(all, List.of("arts.staff"), "讨\0论"));
    var onLeave = new Entry("arts.head", Presence.LEAVE, "");
    refused(
        "study.leave-reason",
        () -> record(with(all.subList(1, 3), onLeave), List.of("arts.staff"), "讨论"));
    var absent = new Entry("arts.staff", Presence.ABSENT, "");
    refused(
        "study.speaker-not-there",
        () -> record(with(all.subList(0, 2), absent), List.of("arts.staff"), "讨论"));
    assertThat(attendances.ofSession(session)).isEmpty();
    assertThat(sessions.get(session).state()).isEqualTo(State.TO_RECORD);
  }

  @Test
  void a_make_up_study_names_who_missed_it_when_and_how() {
    campaign.advanceTo("2017-03-02T17:00");
    record(
        List.of(
            new Entry("arts.head", Presence.LEAVE, "出差"),
            present("arts.liaison"),
            present("arts.staff")),
        List.of("arts.staff"),
        "讨论");
    refused("study.make-up-missing", () -> makeUp());
    refused("study.did-not-miss", () -> makeUp(new MakeUpStudy("arts.staff", null, "自学")));
    refused("study.make-up-how", () -> makeUp(new MakeUpStudy("arts.head", null, "")));
    refused(
        "study.make-up-day",
        () -> makeUp(new MakeUpStudy("arts.head", LocalDate.of(2017, 3, 1), "自学")));
    refused(
        "study.make-up-day",
        () -> makeUp(new MakeUpStudy("arts.head", LocalDate.of(2017, 3, 3), "自学")));
    refused("study.wrong-state", () -> service.cancel(session, "误登记", "helixin"));
  }

  @Test
  void only_the_office_cancels_or_moves_and_says_why() {
    refused("study.office-only", () -> service.cancel(session, "停电", "arts.head"));
    refused("study.reason-missing", () -> service.cancel(session, " ", "helixin"));
    refused("study.office-only", () -> service.move(session, LATER, "停电", "arts.head"));
    refused("study.reason-missing", () -> service.move(session, LATER, "", "helixin"));
    refused(
        "study.move-past", () -> service.move(session, LocalDate.of(2017, 2, 27), "停电", "helixin"));
    var material = campaign.key("material/weekly-2017-03-02");
    refused("study.office-only", () -> supply.supply(material, "资料", "arts.head"));
    refused("study.text-missing", () -> supply.supply(material, " ", "helixin"));
    refused("study.office-only", () -> supply.waive(material, "已发", "arts.head"));

    campaign.advanceTo("2017-03-02T15:00");
    refused("study.under-way", () -> service.move(session, LATER, "停电", "helixin"));
  }

  @Test
  void a_session_on_a_day_off_falls_on_the_working_day_before() {
    // Sunday, 2 April 2017 is a day off, Saturday, 1 April a working day.
    service.move(session, LocalDate.of(2017, 4, 2), "清明前举行", "helixin");

    var date = sessions.get(session).time().date();
    assertThat(date.effectiveDate()).isEqualTo(LocalDate.of(2017, 4, 1));
    assertThat(date.dayOff()).isEqualTo("清明节");
    assertThat(sessions.get(session).title()).startsWith("4月1日集中学习");
  }

  private void prepare(String place, String host, String kind, String by) {
    service.prepare(session, new Preparation(place, host, kind, true, List.of("arts.staff")), by);
  }

  private static Preparation preparation(List<String> speakers) {
    return new Preparation("会议室", "arts.head", "对照学", true, speakers);
  }

  private void record(List<Entry> people, List<String> speakers, String note) {
    service.record(session, new SessionRecord(people, speakers, note), "arts.liaison");
  }

  private void makeUp(MakeUpStudy... studies) {
    service.makeUp(session, List.of(studies), "arts.liaison");
  }

  private static Entry present(String person) {
    return new Entry(person, Presence.PRESENT, "");
  }

  private static List<Entry> with(List<Entry> people, Entry one) {
    return Stream.concat(people.stream(), Stream.of(one)).toList();
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code))
        .message()
        .isNotEqualTo(code);
  }
}
