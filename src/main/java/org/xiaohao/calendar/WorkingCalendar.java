package org.xiaohao.calendar;

import java.time.LocalDate;

/**
 * The working days of the organisation: Monday to Friday, less the days off, plus the make-up
 * working days that the State Council publishes for each year.
 *
 * <p>A year without a published file is an error ({@code calendar.year-missing}), never a silent
 * Monday-to-Friday. All methods throw {@link org.xiaohao.shared.Refusal} for a day whose year has
 * no file, or a faulty one.
 */
public interface WorkingCalendar {

  /** Whether people are at work on that day. */
  boolean isWorkingDay(LocalDate day);

  /** The working day on which a date of the plan really falls. */
  EffectiveDate effective(LocalDate planDate, Adjustment adjustment);

  /**
   * The n-th working day after {@code day}, which itself does not count.
   *
   * @param count working days, may be negative to count backwards; 0 gives {@code day} itself
   */
  LocalDate plusWorkingDays(LocalDate day, int count);

  /**
   * Working days after {@code from} up to and including {@code to}. If {@code to} is earlier: the
   * working days before {@code from} back to and including {@code to}, as a negative number. So it
   * gives back the count of {@link #plusWorkingDays}, whatever day that started on.
   */
  int workingDaysBetween(LocalDate from, LocalDate to);
}
