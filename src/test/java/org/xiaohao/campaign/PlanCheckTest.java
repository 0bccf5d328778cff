package org.xiaohao.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.xiaohao.roster.UnitKind.DIVISION;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.xiaohao.campaign.Forecast.Kind;
import org.xiaohao.campaign.Forecast.Move;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rank;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Finding;

class PlanCheckTest {

  private static final int U = SampleRoster.UNITS;

  @BeforeEach
  void readInChinese() {
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
  }

  @AfterEach
  void forgetTheLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void foreseesWhatThePlanOf2017WillCreate() {
    var forecast = check(PlanFiles.text(PlanFiles.CHANGZHI), SampleRoster.of2017()).forecast();
    assertThat(forecast.count(Kind.SESSIONS, "weekly")).isEqualTo(9 * U);
    assertThat(forecast.count(Kind.SESSIONS, "transformation")).isEqualTo(U);
    assertThat(forecast.count(Kind.PAPERS, "speech")).isEqualTo(10 * U);
    assertThat(forecast.count(Kind.PAPERS, "essay")).isEqualTo(SampleRoster.PEOPLE);
    assertThat(forecast.count(Kind.PAPERS, "personal-opinion")).isEqualTo(SampleRoster.PEOPLE);
    assertThat(forecast.count(Kind.PAPERS, "branch-result")).isEqualTo(SampleRoster.BRANCHES);
    assertThat(forecast.count(Kind.PAPERS, "self-check")).isEqualTo(U);
    var ledgers =
        Set.of(
            "function-list",
            "duty-list",
            "work-flow-charts",
            "excellence-plan",
            "capability-timetable");
    assertThat(ledgers.stream().mapToInt(id -> forecast.count(Kind.PAPERS, id)).sum())
        .isEqualTo(5 * U);
    assertThat(forecast.total(Kind.FORMS)).isEqualTo(20 * U);
    assertThat(forecast.total(Kind.MEETINGS)).isEqualTo(4);
    assertThat(forecast.total(Kind.BENCHMARKS)).isEqualTo(U);
    assertThat(forecast.total(Kind.STANDARDS)).isEqualTo(U);
    assertThat(forecast.amounts().stream().filter(Forecast.Amount::optional))
        .extracting(Forecast.Amount::id)
        .containsExactly("study-rule");
  }

  @Test
  void movesTheSixDatesOfThePlanThatFallOnDaysOff() {
    var forecast = check(PlanFiles.text(PlanFiles.CHANGZHI), SampleRoster.of2017()).forecast();
    var moves = new TreeMap<LocalDate, LocalDate>();
    forecast.moves().forEach(move -> moves.put(move.planDate(), move.effectiveDate()));
    assertThat(moves)
        .containsExactly(
            entry(LocalDate.of(2017, 4, 15), LocalDate.of(2017, 4, 14)),
            entry(LocalDate.of(2017, 4, 16), LocalDate.of(2017, 4, 14)),
            entry(LocalDate.of(2017, 4, 30), LocalDate.of(2017, 4, 28)),
            entry(LocalDate.of(2017, 5, 1), LocalDate.of(2017, 4, 28)),
            entry(LocalDate.of(2017, 5, 7), LocalDate.of(2017, 5, 5)),
            entry(LocalDate.of(2017, 5, 30), LocalDate.of(2017, 5, 27)));
    assertThat(forecast.moves())
        .extracting(Move::what)
        .contains("自查报告截止", "自查报告最后期限", "职能清单截止", "党代表、人大代表评议会最迟日期");
  }

  @Test
  void notesEachMoveAtItsLineWithTheReason() {
    var text = PlanFiles.text(PlanFiles.CHANGZHI);
    assertThat(check(text, SampleRoster.of2017()).findings())
        .filteredOn(f -> f.line() == PlanFiles.line(text, "limit: 2017-05-07"))
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Finding.Severity.NOTE))
        .satisfies(
            f -> assertThat(f.message()).isEqualTo("个人整改意见截止：2017-05-07（周末）不上班，改为 2017-05-05。"));
  }

  @Test
  void notesThatTheFirstTopicHasOneThursdayAndNoFriday() {
    var text = PlanFiles.text(PlanFiles.CHANGZHI);
    assertThat(check(text, SampleRoster.of2017()).findings())
        .filteredOn(f -> f.code().startsWith("check.topic"))
        .singleElement()
        .satisfies(f -> assertThat(f.line()).isEqualTo(PlanFiles.line(text, "id: speeches")))
        .satisfies(
            f -> assertThat(f.message()).contains("只有 1 次集中学习（2017-03-02）", "其他专题有 2 次", "缺星期五"));
  }

  @Test
  void countsOnlyTheDaysOnWhichAUnitMeets() {
    var roster = SampleRoster.withStudyDays(Set.of(DayOfWeek.THURSDAY));
    var forecast = check(PlanFiles.text(PlanFiles.CHANGZHI), roster).forecast();
    assertThat(forecast.count(Kind.SESSIONS, "weekly")).isEqualTo(9 * (U - 1) + 5);
    assertThat(forecast.count(Kind.SESSIONS, "transformation")).isEqualTo(U);
  }

  @Test
  void findsSessionsOnDaysOff() {
    var text = PlanFiles.changzhiWith("on: [2017-03-08]", "on: [2017-03-05]");
    assertThat(check(text, SampleRoster.of2017()).findings())
        .filteredOn(f -> f.code().equals("check.session-moves"))
        .singleElement()
        .satisfies(f -> assertThat(f.line()).isEqualTo(PlanFiles.line(text, "on: [2017-03-05]")))
        .satisfies(f -> assertThat(f.message()).contains("改在 2017-03-03"));
  }

  @Test
  void refusesPeopleAndUnitsThatTheRosterLacks() {
    var text =
        PlanFiles.changzhiWith("- luzhanzhong", "- luzhangzhong")
            .replace("director: liuguangli", "director: nobody")
            .replace("seat: office", "seat: bureau");
    assertThat(check(text, SampleRoster.of2017()).findings())
        .filteredOn(Finding::isError)
        .extracting(Finding::code, Finding::line)
        .containsExactly(
            tuple("check.unknown-person-meant", PlanFiles.line(text, "- luzhangzhong")),
            tuple("check.unknown-person", PlanFiles.line(text, "director: nobody")),
            tuple("check.unknown-unit", PlanFiles.line(text, "seat: bureau")));
  }

  @Test
  void aYearWithoutCalendarIsOneErrorAndNoForecast() {
    var outcome = check(PlanFiles.text(PlanFiles.SAFETY_MONTH), SampleRoster.of2017());
    assertThat(outcome.forecast()).isNull();
    assertThat(outcome.findings())
        .filteredOn(f -> f.code().equals("calendar.year-missing"))
        .hasSize(1)
        .allMatch(Finding::isError);
  }

  @Test
  void foreseesThePeaksOfTheWeeks() {
    var forecast = check(PlanFiles.text(PlanFiles.CHANGZHI), SampleRoster.of2017()).forecast();
    assertThat(forecast.weeks()).isSortedAccordingTo((a, b) -> a.monday().compareTo(b.monday()));
    assertThat(forecast.weeks()).allMatch(w -> w.monday().getDayOfWeek() == DayOfWeek.MONDAY);
    var ledgerWeek = week(forecast, LocalDate.of(2017, 5, 22));
    assertThat(ledgerWeek.tasks()).isEqualTo(5 * U);
    assertThat(ledgerWeek.loads().stream().limit(3)).allMatch(load -> load.tasks() == 5);
    var firstOpinions = week(forecast, LocalDate.of(2017, 5, 1));
    assertThat(firstOpinions.tasks())
        .as("opinions, the summaries of forms that were due before, and the gate")
        .isEqualTo(SampleRoster.PEOPLE + U + 1);
  }

  /** A3: the plan holds them as comments, to be switched on. */
  @Test
  void weeklySessionsGoOnInTheLaterPhasesWhereThePlanSwitchesThemOn() {
    var text = PlanFiles.text(PlanFiles.CHANGZHI).replace("#~", "");
    var outcome = check(text, SampleRoster.of2017());
    assertThat(outcome.findings()).noneMatch(Finding::isError);
    assertThat(outcome.forecast().count(Kind.SESSIONS, "weekly")).isEqualTo(9 * U);
    assertThat(
            outcome.forecast().count(Kind.SESSIONS, "weekly-benchmark")
                + outcome.forecast().count(Kind.SESSIONS, "weekly-improvement"))
        .isEqualTo(17 * U);
  }

  @Test
  void foreseesAnotherCampaignByAnotherCalendar() {
    var units =
        List.of(
            new Unit("press", 1, "Press", DIVISION, "wu", "xu", "chen.wei", Set.of()),
            new Unit("paint", 2, "Paint", DIVISION, "he", null, "chen.wei", Set.of()));
    var people =
        Stream.of("chen.wei", "li.na", "zhao.min", "wu", "xu", "he")
            .map(id -> new Person(id, id, "press", null, "", Rank.STAFF, null))
            .toList();
    var reading = new PlanReader().read(PlanFiles.SAFETY_MONTH);
    var outcome =
        new PlanCheck()
            .check(
                reading.plan(),
                reading.places(),
                "campaign.yaml",
                new Roster(units, List.of(), people),
                new FixedCalendar(2026));
    var forecast = outcome.forecast();
    assertThat(outcome.findings()).noneMatch(Finding::isError);
    assertThat(forecast.count(Kind.SESSIONS, "toolbox-talk")).isEqualTo(2 * 2);
    assertThat(forecast.count(Kind.PAPERS, "talk-notes")).isEqualTo(2 * 2 * 2);
    assertThat(forecast.count(Kind.PAPERS, "safety-pledge")).isEqualTo(6);
    assertThat(forecast.total(Kind.STANDARDS)).isZero();
    // AFTER: the limit of a Saturday is due on Monday.
    assertThat(forecast.moves())
        .extracting(Move::planDate, Move::effectiveDate)
        .contains(tuple(LocalDate.of(2026, 6, 20), LocalDate.of(2026, 6, 22)));
  }

  @Test
  void asksTheCalendarAsOftenForTenThousandPeopleAsForHundred() {
    var small = SampleRoster.of2017();
    var people = new ArrayList<>(small.people());
    for (int i = 0; i < 10_000; i++) {
      people.add(new Person("p" + i, "人" + i, "unit-1", null, "科员", Rank.STAFF, null));
    }
    var large = new Roster(small.units(), small.branches(), people);
    var reading = new PlanReader().read(PlanFiles.CHANGZHI);
    var forSmall = new FixedCalendar();
    new PlanCheck().check(reading.plan(), reading.places(), "", small, forSmall);
    var forLarge = new FixedCalendar();
    var outcome = new PlanCheck().check(reading.plan(), reading.places(), "", large, forLarge);
    assertThat(outcome.forecast().count(Kind.PAPERS, "essay")).isEqualTo(10_150);
    assertThat(forLarge.asked()).isEqualTo(forSmall.asked());
  }

  private static Forecast.Week week(Forecast forecast, LocalDate monday) {
    return forecast.weeks().stream()
        .filter(w -> w.monday().equals(monday))
        .findFirst()
        .orElseThrow();
  }

  private static PlanCheck.Outcome check(String text, Roster roster) {
    var reading = PlanFiles.read(text);
    assertThat(reading.findings()).isEmpty();
    return new PlanCheck()
        .check(reading.plan(), reading.places(), "campaign.yaml", roster, new FixedCalendar());
  }
}
