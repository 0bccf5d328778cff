package org.xiaohao.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xiaohao.campaign.PlanDates;
import org.xiaohao.ledger.LedgerItem;

/**
 * One daily round: what everything it does has to know, read once.
 *
 * @param items open items that are late or soon due, the most urgent first
 */
record Round(
    PlanDates dates,
    Instant now,
    LocalDate today,
    List<LedgerItem> items,
    Audience audience,
    Wording wording,
    Map<LocalDate, Integer> counted) {

  /** Until when something is soon due: working days ahead as the plan says. */
  static Instant horizon(PlanDates dates, LocalDate today) {
    var ahead = dates.plan().settings().remindBefore();
    return dates.begin(dates.calendar().plusWorkingDays(today, ahead).plusDays(1));
  }

  Instant horizon() {
    return horizon(dates, today);
  }

  Round(PlanDates dates, Instant now, List<LedgerItem> items, Audience audience) {
    this(dates, now, dates.day(now), items, audience, new Wording(dates.plan()), new HashMap<>());
  }

  /** Working days since that day; each day is counted once a round. */
  int workingDaysSince(LocalDate day) {
    return counted.computeIfAbsent(day, from -> dates.calendar().workingDaysBetween(from, today));
  }

  boolean isLate(LedgerItem item) {
    return isLate(item.dueAt());
  }

  boolean isLate(Instant dueAt) {
    return dueAt.isBefore(now);
  }
}
