package org.xiaohao.simulation.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/** How people keep their limits: most in good time, some on the last day, some too late. */
final class Pace {

  private static final LocalTime MORNING = LocalTime.of(10, 0);
  private static final LocalTime AFTERNOON = LocalTime.of(15, 30);

  private Pace() {}

  /**
   * When it is done, where so great a share of people is too late.
   *
   * @param late share of those who are one to four working days too late
   */
  static Instant of(Todo todo, double late) {
    var lots = todo.lots();
    var share = lots.share("pace");
    if (share < late) {
      return todo.afterDue(lots.between("late", 1, 4), MORNING);
    }
    return share < late + 0.15 ? onTheLastDay(todo) : inGoodTime(todo);
  }

  /** Before its last day, where it has more than one. */
  static Instant inGoodTime(Todo todo) {
    var days = todo.dates().calendar().workingDaysBetween(todo.createdDay(), todo.dueDay());
    var lots = todo.lots();
    var day = lots.between("day", 0, days - 1);
    return todo.afterDays(day, lots.chance("half", 0.5) ? MORNING : AFTERNOON);
  }

  /** On the day on which it is due, before the limit passes. */
  static Instant onTheLastDay(Todo todo) {
    var time = todo.due().atZone(todo.dates().plan().zone()).toLocalTime();
    return time.isAfter(AFTERNOON)
        ? todo.due().minus(Duration.ofMinutes(30))
        : todo.dates().at(todo.dueDay(), MORNING);
  }

  /** Within so many working days from when it came up. */
  static Instant soon(Todo todo, int workingDays) {
    return todo.afterDays(todo.lots().between("soon", 0, workingDays), MORNING);
  }
}
