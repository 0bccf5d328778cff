package org.xiaohao.engine;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.xiaohao.calendar.WorkingCalendar;

/**
 * The engine's calendar for due dates, with one more notation: {@code P2WD} is the limit time on
 * the second working day after the start. Everything else, such as {@code P2D} or {@code
 * 2017-05-01T18:00:00}, is left to the engine.
 *
 * <p>It serves {@code camunda:dueDate}, {@code camunda:followUpDate} and timers of type {@code
 * timeDate}. A {@code timeDuration} has another calendar and does not know working days.
 */
class WorkingDayBusinessCalendar extends DueDateBusinessCalendar {

  /** From one day on: with zero the limit could already lie behind. */
  private static final Pattern WORKING_DAYS = Pattern.compile("P([1-9]\\d{0,3})WD");

  private final WorkingCalendar calendar;
  private final ZoneId zone;
  private final LocalTime limitTime;

  /**
   * @param zone where the days begin and end
   * @param limitTime time of day, in that zone, at which a working-day limit ends
   */
  WorkingDayBusinessCalendar(WorkingCalendar calendar, ZoneId zone, LocalTime limitTime) {
    this.calendar = calendar;
    this.zone = zone;
    this.limitTime = limitTime;
  }

  /**
   * The one method to which the engine's other two lead.
   *
   * @param startDate where the count starts; null for the engine's present time
   * @throws org.xiaohao.shared.Refusal if the count reaches a year without a published calendar
   */
  @Override
  public Date resolveDuedate(String notation, @Nullable Date startDate) {
    var workingDays = WORKING_DAYS.matcher(notation);
    if (!workingDays.matches()) {
      return super.resolveDuedate(notation, startDate);
    }
    var start = startDate == null ? ClockUtil.getCurrentTime() : startDate;
    var today = start.toInstant().atZone(zone).toLocalDate();
    var limit = calendar.plusWorkingDays(today, Integer.parseInt(workingDays.group(1)));
    return Date.from(limit.atTime(limitTime).atZone(zone).toInstant());
  }
}
