package org.xiaohao.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.xiaohao.campaign.PlanDates;
import org.xiaohao.engine.Decisions;
import org.xiaohao.shared.DbTime;

/**
 * Puts the dates of an item to the table {@code light}, as they stand at one moment.
 *
 * @param counted working days, each day counted once
 */
record LightRule(
    Decisions decisions,
    PlanDates dates,
    Instant now,
    LocalDate today,
    Map<LocalDate, Integer> counted) {

  LightRule(Decisions decisions, PlanDates dates, Instant now) {
    this(decisions, dates, now, dates.day(now), new HashMap<>());
  }

  /**
   * What the light of an item hangs on; many items have it in common.
   *
   * @param dueAt by when somebody has to act next
   * @param limitAt after which it is late
   * @param lastDate day after which it is missing and not only late
   * @param begunOn since when something is to be seen by half of the time; the last date where that
   *     is asked of nobody
   */
  record Facts(
      Instant dueAt, Instant limitAt, LocalDate lastDate, LocalDate begunOn, int timesReturned) {

    static Facts of(ResultSet row) throws SQLException {
      return new Facts(
          DbTime.in(row, "due_at"),
          DbTime.in(row, "limit_at"),
          row.getObject("last_date", LocalDate.class),
          row.getObject("begun_on", LocalDate.class),
          row.getInt("times_returned"));
    }
  }

  /** The light that the table gives. */
  Light light(Facts facts) {
    var limit = limit(facts);
    return Light.valueOf(
        decisions.first(
            "light",
            Map.of(
                "workingDaysLeft", workingDaysLeft(limit),
                "timeGone", timeGone(facts, limit),
                "behindPlan", !facts.dueAt().isAfter(now) && limit.isAfter(now),
                "timesReturned", facts.timesReturned(),
                "nearLimit", dates.plan().supervision().nearLimit())));
  }

  /** The day whose limit is the item's last one; what is late is counted from it. */
  LocalDate limitDay(Facts facts) {
    return dates.day(limit(facts));
  }

  /** The latest of all: a returned paper is due again, a soft limit is not the hard one (A11). */
  private Instant limit(Facts facts) {
    return Stream.of(facts.dueAt(), facts.limitAt(), dates.limit(facts.lastDate()))
        .max(Instant::compareTo)
        .orElseThrow();
  }

  /**
   * Percentage of the working days from its begin to its limit that have gone with nothing seen.
   */
  private int timeGone(Facts facts, Instant limit) {
    if (!facts.begunOn().isBefore(facts.lastDate())) {
      return 0;
    }
    var gone = -daysTo(facts.begunOn());
    var all = gone + daysTo(dates.day(limit));
    return gone <= 0 || all <= 0 ? 0 : gone * 100 / all;
  }

  private int daysTo(LocalDate day) {
    return counted.computeIfAbsent(day, this::workingDaysTo);
  }

  /** Negative as soon as the limit has passed, from its very evening on. */
  private int workingDaysLeft(Instant limit) {
    var days = daysTo(dates.day(limit));
    return limit.isAfter(now) ? days : Math.min(days, 0) - 1;
  }

  private int workingDaysTo(LocalDate day) {
    return dates.calendar().workingDaysBetween(today, day);
  }
}
