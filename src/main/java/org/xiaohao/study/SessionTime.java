package org.xiaohao.study;

import java.time.Instant;
import java.time.LocalDate;
import org.xiaohao.calendar.EffectiveDate;

/**
 * When a session takes place, and what has to be done by when around it.
 *
 * @param date the day of the plan and the working day on which it really falls
 * @param begins begin on that working day
 * @param ends end on that working day
 * @param prepareBy limit of the preparation: the working day before, or the begin itself where the
 *     session became known too late for that
 * @param recordBy limit of the attendance record: the next working day
 * @param recordDay day of {@code recordBy}
 */
public record SessionTime(
    EffectiveDate date,
    Instant begins,
    Instant ends,
    Instant prepareBy,
    Instant recordBy,
    LocalDate recordDay) {

  /** The same for a session that becomes known only now. */
  SessionTime knownSince(Instant now) {
    return now.isBefore(prepareBy)
        ? this
        : new SessionTime(date, begins, ends, begins, recordBy, recordDay);
  }
}
