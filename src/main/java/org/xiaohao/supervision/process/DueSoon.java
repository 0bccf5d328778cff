package org.xiaohao.supervision.process;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Date;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.xiaohao.calendar.WorkingCalendar;

/**
 * What the ready filter of Tasklist asks by {@code ${dueSoon.limit()}}; reads only. The expression
 * is one of the few that a stored query may hold.
 */
@Component
public class DueSoon {

  private static final int WORKING_DAYS = 3;

  private final WorkingCalendar calendar;
  private final Clock clock;
  private final ZoneId zone;

  DueSoon(
      WorkingCalendar calendar,
      Clock clock,
      @Value("${xiaohao.engine.zone:Asia/Shanghai}") ZoneId zone) {
    this.calendar = calendar;
    this.clock = clock;
    this.zone = zone;
  }

  /** The end of the third working day from today: what is due by then is due soon. */
  public Date limit() {
    var today = clock.instant().atZone(zone).toLocalDate();
    var last = calendar.plusWorkingDays(today, WORKING_DAYS);
    return Date.from(last.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
