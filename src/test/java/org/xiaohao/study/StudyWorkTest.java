package org.xiaohao.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.campaign.CampaignWork;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.Rank;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.RosterService;
import org.xiaohao.roster.Unit;
import org.xiaohao.study.StudySession.State;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** What the plan makes units and office owe, and what becomes of it when people or dates change. */
@CampaignTest
class StudyWorkTest {

  @Autowired TestCampaign campaign;
  @Autowired StudySessions sessions;
  @Autowired StudyMaterials materials;
  @Autowired Attendances attendances;
  @Autowired StudyWork work;
  @Autowired Campaigns campaigns;
  @Autowired RosterService rosters;

  @Test
  void each_unit_holds_nine_weekly_sessions_and_one_on_transformation() {
    campaign.launch();

    for (var unit : List.of("office", "arts", "library")) {
      assertThat(sessions.ofUnit(campaign.id(), unit))
          .extracting(row -> row.time().date().effectiveDate().toString(), StudySession::topicId)
          .containsExactly(
              tuple("2017-03-02", "speeches"),
              tuple("2017-03-03", "decisions"),
              tuple("2017-03-08", "decisions"),
              tuple("2017-03-09", "decisions"),
              tuple("2017-03-10", "discipline"),
              tuple("2017-03-16", "discipline"),
              tuple("2017-03-17", "duties"),
              tuple("2017-03-23", "duties"),
              tuple("2017-03-24", "commitment"),
              tuple("2017-03-30", "commitment"));
    }
    assertThat(materials.ofCampaign(campaign.id())).hasSize(10);
    assertThat(sessions.get(campaign.key("session/weekly-2017-03-02/arts")).title())
        .isEqualTo("3月2日集中学习：学习讨论重要讲话 · 艺术科");
    assertThat(sessions.get(campaign.key("session/transformation-2017-03-08/arts")).title())
        .startsWith("3月8日集中学习：围绕转型发展集中学习一次");
  }

  @Test
  void sessions_that_the_plan_switches_on_for_a_later_phase_open_with_it(@TempDir Path folder)
      throws IOException {
    var text = Files.readString(Path.of("campaigns/changzhi-2017/campaign.yaml"));
    var file = Files.writeString(folder.resolve("campaign.yaml"), text.replace("#~", ""));
    campaign.launch("2017-03-30T08:00", TestCampaign.plan(file), TestCampaign.roster());
    var session = campaign.key("session/weekly-benchmark-2017-04-13/arts");
    assertThat(sessions.get(session).state()).isEqualTo(State.PLANNED);

    campaign.advanceTo("2017-03-31T08:00");

    assertThat(sessions.get(session).state()).isEqualTo(State.PREPARING);
  }

  @Test
  void a_plan_that_is_written_again_after_a_crash_doubles_nothing() {
    campaign.launch();
    var running = campaigns.get(campaign.id());
    var before = sessions.ofUnit(campaign.id(), "arts");

    String cursor = null;
    do {
      cursor = work.plan(running, cursor, 200).next();
    } while (cursor != null);

    assertThat(sessions.ofUnit(campaign.id(), "arts")).isEqualTo(before);
    assertThat(materials.ofCampaign(campaign.id())).hasSize(10);
  }

  @Test
  void a_session_opens_early_enough_to_be_prepared_on_the_working_day_before() {
    campaign.launch();

    // Friday, 3 March is the first day of its topic: it opens with the topic before.
    assertThat(state("session/weekly-2017-03-03/arts")).isEqualTo(State.PREPARING);
    assertThat(state("session/weekly-2017-03-09/arts")).isEqualTo(State.PLANNED);
    campaign.advanceTo("2017-03-03T00:00");
    assertThat(state("session/weekly-2017-03-09/arts")).isEqualTo(State.PREPARING);
    assertThat(state("session/weekly-2017-03-10/arts")).isEqualTo(State.PREPARING);
    assertThat(state("session/weekly-2017-03-16/arts")).isEqualTo(State.PLANNED);
  }

  @Test
  void a_unit_that_studies_on_thursdays_only_meets_on_thursdays_and_on_the_named_day() {
    var roster = TestCampaign.roster();
    var units =
        roster.units().stream()
            .map(unit -> unit.id().equals("arts") ? onThursdays(unit) : unit)
            .toList();
    campaign.launch(
        "2017-02-28T08:00",
        TestCampaign.plan(),
        new Roster(units, roster.branches(), roster.people()));

    assertThat(sessions.ofUnit(campaign.id(), "arts"))
        .extracting(row -> row.time().date().planDate().getDayOfMonth())
        .containsExactly(2, 8, 9, 16, 23, 30);
    assertThat(sessions.ofUnit(campaign.id(), "library")).hasSize(10);
  }

  @Test
  void a_late_launch_asks_for_no_session_of_the_past_but_lets_the_office_record_it() {
    campaign.launch("2017-03-10T09:00");
    var running = campaigns.get(campaign.id());

    assertThat(state("session/weekly-2017-03-09/arts")).isEqualTo(State.PAST);
    assertThat(campaign.isRunning("session/weekly-2017-03-09/arts")).isFalse();
    assertThat(campaign.isRunning("material/weekly-2017-03-09")).isFalse();
    // That day's session is still to come: its preparation is due by its begin.
    var today = sessions.get(campaign.key("session/weekly-2017-03-10/arts"));
    assertThat(today.state()).isEqualTo(State.PREPARING);
    assertThat(today.dueAt()).isEqualTo(TestCampaign.moment("2017-03-10T14:30"));

    var past = work.past(running, "study");
    assertThat(past).hasSize(4 * 3);
    assertThat(past.stream().map(CampaignWork.PastItem::kind).distinct()).hasSize(2);
    work.recordPast(campaign.key("session/weekly-2017-03-09/arts"), "helixin");
    assertThat(state("session/weekly-2017-03-09/arts")).isEqualTo(State.HELD);
    assertThat(work.past(running, "study")).hasSize(4 * 3 - 1);
  }

  @Test
  void who_joins_a_unit_is_in_the_form_of_the_session_that_waits_for_its_record() {
    campaign.launch();
    campaign.advanceTo("2017-03-02T17:00");
    var roster = TestCampaign.roster();
    var people =
        Stream.concat(
                roster.people().stream(),
                Stream.of(TestCampaign.person("arts.new", "arts", Rank.STAFF)))
            .toList();
    rosters.take(
        campaign.id(),
        new Roster(roster.units(), roster.branches(), people),
        LocalDate.of(2017, 3, 2));

    campaign.complete(
        "session/weekly-2017-03-02/arts",
        "userTask_record",
        "arts.liaison",
        StudyFields.record(
            "讨论了三个难点",
            "arts.staff",
            Stream.of("arts.head", "arts.liaison", "arts.staff", "arts.new")
                .map(person -> StudyFields.line(person, "PRESENT", ""))
                .toArray(String[]::new)));

    assertThat(attendances.ofPerson(campaign.id(), "arts.new")).hasSize(1);
  }

  @Test
  void another_plan_in_another_language_runs_on_the_same_models() {
    var roster = TestCampaign.roster();
    var people =
        Stream.concat(
                roster.people().stream(),
                Stream.of("chen.wei", "li.na", "zhao.min")
                    .map(id -> TestCampaign.person(id, null, Rank.BUREAU_LEADER)))
            .toList();
    campaign.launch(
        "2026-06-01T08:00",
        TestCampaign.plan(Path.of("src/test/resources/campaigns/safety-month/campaign.yaml")),
        new Roster(roster.units(), roster.branches(), people));

    assertThat(sessions.ofUnit(campaign.id(), "arts"))
        .extracting(row -> row.time().date().planDate().toString(), StudySession::title)
        .containsExactly(
            tuple("2026-06-03", "3 June, study session: Machines and guards · 艺术科"),
            tuple("2026-06-10", "10 June, study session: Fire and escape · 艺术科"));
  }

  private static Unit onThursdays(Unit unit) {
    return new Unit(
        unit.id(),
        unit.position(),
        unit.name(),
        unit.kind(),
        unit.head(),
        unit.liaison(),
        unit.leaderInCharge(),
        Set.of(DayOfWeek.THURSDAY));
  }

  private State state(String session) {
    return sessions.get(campaign.key(session)).state();
  }
}
