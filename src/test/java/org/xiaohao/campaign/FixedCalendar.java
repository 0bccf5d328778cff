package org.xiaohao.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.xiaohao.calendar.Adjustment;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.calendar.WorkingCalendar;
import org.xiaohao.shared.Refusal;

/** The days off of spring 2017 by the State Council's notice; knows one year only. */
public final class FixedCalendar implements WorkingCalendar {

  private static final Set<LocalDate> MAKE_UP_DAYS =
      Set.of(LocalDate.of(2017, 4, 1), LocalDate.of(2017, 5, 27));
  private static final Set<LocalDate> FESTIVALS =
      Set.copyOf(
          List.of(
              LocalDate.of(2017, 4, 2),
              LocalDate.of(2017, 4, 3),
              LocalDate.of(2017, 4, 4),
              LocalDate.of(2017, 4, 29),
              LocalDate.of(2017, 4, 30),
              LocalDate.of(2017, 5, 1),
              LocalDate.of(2017, 5, 28),
              LocalDate.of(2017, 5, 29),
              LocalDate.of(2017, 5, 30)));

  private final int year;
  private int asked;

  public FixedCalendar() {
    this(2017);
  }

  /** Another year, of which only the weekends are known. */
  FixedCalendar(int year) {
    this.year = year;
  }

  /** How often it was asked for a day. */
  int asked() {
    return asked;
  }

  @Override
  public boolean isWorkingDay(LocalDate day) {
    asked++;
    if (day.getYear() != year) {
      throw new Refusal("calendar.year-missing", String.valueOf(day.getYear()));
    }
    return MAKE_UP_DAYS.contains(day)
        || (!FESTIVALS.contains(day) && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
  }

  @Override
  public EffectiveDate effective(LocalDate planDate, Adjustment adjustment) {
    if (isWorkingDay(planDate)) {
      return new EffectiveDate(planDate, planDate, null);
    }
    var moved = plusWorkingDays(planDate, adjustment == Adjustment.BEFORE ? -1 : 1);
    return new EffectiveDate(planDate, moved, FESTIVALS.contains(planDate) ? "节日" : "周末");
  }

  @Override
  public LocalDate plusWorkingDays(LocalDate day, int count) {
    var at = day;
    for (int left = Math.abs(count); left > 0; ) {
      at = at.plusDays(Integer.signum(count));
      if (isWorkingDay(at)) {
        left--;
      }
    }
    return at;
  }

  @Override
  public int workingDaysBetween(LocalDate from, LocalDate to) {
    return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
  }
}
