package org.xiaohao.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xiaohao.calendar.WorkingCalendar;
import org.xiaohao.campaign.Forecast.Load;
import org.xiaohao.campaign.Forecast.Week;
import org.xiaohao.campaign.Plan.Paper;
import org.xiaohao.campaign.Plan.SessionSeries;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.Unit;

/**
 * Foresees how many tasks fall due in which week, and on whom (R82): writing what one owes,
 * reviewing what others hand in, preparing sessions and meetings and recording them, collecting
 * forms and summing them up, closing phases. Whether a unit falls short of its forms nobody
 * foresees. Nobody's are those whose person is named later only, such as a speaker's; they count
 * for the week alone.
 */
final class WeeklyLoad {

  /** Working days for what follows a step, as the models give them. */
  private static final int TO_RECORD = 1;

  private static final int TO_SUMMARISE = 3;
  private static final int TO_CLOSE_A_PHASE = 2;

  private final Plan plan;
  private final Roster roster;
  private final WorkingCalendar calendar;
  private final Map<LocalDate, Map<String, Integer>> tasks = new TreeMap<>();

  /** The key of what has no person yet. */
  private static final String NOBODY = "";

  WeeklyLoad(Plan plan, Roster roster, WorkingCalendar calendar) {
    this.plan = plan;
    this.roster = roster;
    this.calendar = calendar;
  }

  List<Week> weeks() {
    plan.sessions().forEach(this::sessions);
    plan.papers().stream().filter(paper -> paper.limit() != null).forEach(this::paper);
    var director = plan.office().director();
    for (var meeting : plan.meetings()) {
      add(effective(meeting.proposed()), director, 2);
    }
    for (var asked : plan.consultations()) {
      var limit = effective(asked.limit());
      for (var unit : roster.units()) {
        add(limit, unit.acting(), 1);
        add(calendar.plusWorkingDays(limit, TO_SUMMARISE), unit.acting(), 1);
      }
    }
    for (var phase : plan.phases()) {
      add(calendar.plusWorkingDays(effective(phase.ends()), TO_CLOSE_A_PHASE), director, 1);
    }
    for (var chosen : plan.benchmarkSelections()) {
      for (var unit : roster.units()) {
        add(effective(chosen.limit()), unit.acting(), 1);
        add(effective(chosen.limit()), unit.head(), 1);
      }
    }
    var names = roster.people().stream().collect(Collectors.toMap(Person::id, Person::name));
    return tasks.entrySet().stream()
        .map(week -> week(week.getKey(), week.getValue(), names))
        .toList();
  }

  private void sessions(SessionSeries series) {
    var phase = plan.phase(series.phase()).orElseThrow();
    var text = series.speechText() == null ? null : plan.paper(series.speechText()).orElse(null);
    for (var unit : roster.units()) {
      for (var day : series.days(phase, unit.studyDays())) {
        var held = effective(day);
        add(held, unit.acting(), 1);
        add(calendar.plusWorkingDays(held, TO_RECORD), unit.acting(), 1);
        if (text != null && text.limitAfterSession() != null) {
          var due = calendar.plusWorkingDays(held, text.limitAfterSession());
          add(due, NOBODY, series.speakers());
          add(reviewed(due), unit.head(), series.speakers());
        }
      }
    }
    if (series.material()) {
      series.days(phase, Set.of()).forEach(day -> add(day, plan.office().director(), 1));
    }
  }

  private void paper(Paper paper) {
    var due = effective(Objects.requireNonNull(paper.limit()));
    var review = reviewed(due);
    switch (paper.owedBy()) {
      case PERSON -> {
        var heads = new HashMap<String, Unit>();
        roster.units().forEach(unit -> heads.put(unit.id(), unit));
        for (var person : roster.people()) {
          add(due, person.id(), 1);
          add(review, reviewer(person, heads.get(person.unitId())), 1);
        }
      }
      case UNIT -> {
        for (var unit : roster.units()) {
          var writer = unit.acting();
          var own = Objects.equals(writer, unit.head());
          add(due, writer, 1);
          add(review, own ? unit.leaderInCharge() : unit.head(), 1);
        }
      }
      case BRANCH -> {
        for (var branch : roster.branches()) {
          add(due, branch.secretary(), 1);
          add(review, plan.office().director(), 1);
        }
      }
      case SPEAKER -> throw new IllegalStateException("limited by its session: " + paper.id());
    }
  }

  /** The head of one's unit; for the head, who never reviews own papers, the leader in charge. */
  private static @Nullable String reviewer(Person person, @Nullable Unit unit) {
    if (unit == null) {
      return null;
    }
    return person.id().equals(unit.head()) ? unit.leaderInCharge() : unit.head();
  }

  private LocalDate effective(LocalDate day) {
    return calendar.effective(day, plan.settings().daysOff()).effectiveDate();
  }

  private LocalDate reviewed(LocalDate due) {
    return calendar.plusWorkingDays(due, plan.settings().reviewDays());
  }

  private void add(LocalDate day, @Nullable String person, int count) {
    var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    tasks
        .computeIfAbsent(monday, any -> new HashMap<>())
        .merge(person == null ? NOBODY : person, count, Integer::sum);
  }

  private static Week week(
      LocalDate monday, Map<String, Integer> tasks, Map<String, String> names) {
    var loads =
        tasks.entrySet().stream()
            .filter(entry -> names.containsKey(entry.getKey()))
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(entry -> new Load(entry.getKey(), names.get(entry.getKey()), entry.getValue()))
            .toList();
    return new Week(monday, tasks.values().stream().mapToInt(Integer::intValue).sum(), loads);
  }
}
