package org.xiaohao.campaign;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a plan and a roster will bring about, known before the launch.
 *
 * @param amounts what will be created, in the order of the plan
 * @param moves dates of the plan that fall on a day off, in their order (A14)
 * @param weeks work per week, in their order; weeks without work are left out
 */
public record Forecast(
    int units, int people, int branches, List<Amount> amounts, List<Move> moves, List<Week> weeks) {

  /** How many things of that kind will be there, whatever entry of the plan they come from. */
  public int total(Kind kind) {
    return amounts.stream().filter(a -> a.kind() == kind).mapToInt(Amount::count).sum();
  }

  /** How many things come from that entry of the plan. */
  public int count(Kind kind, String id) {
    return amounts.stream()
        .filter(a -> a.kind() == kind && a.id().equals(id))
        .mapToInt(Amount::count)
        .sum();
  }

  /** What a plan brings about. */
  public enum Kind {
    SESSIONS,
    PAPERS,
    MEETINGS,
    FORMS,
    BENCHMARKS,
    STANDARDS
  }

  /**
   * How many things come from an entry of the plan.
   *
   * @param id of the entry
   * @param atLeast whether there may be more
   * @param optional encouraged only
   */
  public record Amount(
      Kind kind, String id, String title, int count, boolean atLeast, boolean optional) {}

  /**
   * A date of the plan that is carried out on another day.
   *
   * @param dayOff why (端午节)
   * @param what the date is of, in words
   */
  public record Move(LocalDate planDate, LocalDate effectiveDate, String dayOff, String what) {}

  /**
   * Tasks that fall due in a week, as far as the roster tells whose they are.
   *
   * @param monday first day of the week
   * @param tasks tasks of everybody together
   * @param loads everybody who has any, the busiest first
   */
  public record Week(LocalDate monday, int tasks, List<Load> loads) {}

  /** The most that one person has in one week; empty where nobody has anything. */
  public Optional<Peak> peak() {
    return weeks.stream()
        .flatMap(week -> week.loads().stream().limit(1).map(load -> new Peak(week.monday(), load)))
        .max(Comparator.comparingInt(peak -> peak.load().tasks()));
  }

  /** How many people have more than so many tasks in any week. */
  public int above(int tasks) {
    return (int)
        weeks.stream()
            .flatMap(week -> week.loads().stream())
            .filter(load -> load.tasks() > tasks)
            .map(Load::person)
            .distinct()
            .count();
  }

  /**
   * The busiest week of anybody.
   *
   * @param monday first day of the week
   */
  public record Peak(LocalDate monday, Load load) {}

  /**
   * Tasks of one person in one week.
   *
   * @param person id of the roster
   */
  public record Load(String person, String name, int tasks) {}
}
