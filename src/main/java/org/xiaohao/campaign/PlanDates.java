package org.xiaohao.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.calendar.WorkingCalendar;
import org.xiaohao.shared.Refusal;

/**
 * The dates of a plan as they really fall: on working days, in the zone of the plan, at its limit
 * time (A14).
 */
public record PlanDates(Plan plan, WorkingCalendar calendar) {

  /** The working day on which a date of the plan is carried out. */
  public EffectiveDate effective(LocalDate planDate) {
    return calendar.effective(planDate, plan.settings().daysOff());
  }

  /**
   * The working day of a limit that is set now.
   *
   * @throws Refusal if that limit has passed already
   */
  public EffectiveDate ahead(LocalDate planDate, Instant now) {
    var date = effective(planDate);
    if (!isAhead(planDate, now)) {
      throw new Refusal(
          "campaign.limit-past", date.effectiveDate(), plan.settings().limitTime().toString());
    }
    return date;
  }

  /** Whether a limit on that day of the plan is still to come. */
  public boolean isAhead(LocalDate planDate, Instant now) {
    return limit(effective(planDate).effectiveDate()).isAfter(now);
  }

  /** The moment at which the limit of that day passes. */
  public Instant limit(LocalDate day) {
    return at(day, plan.settings().limitTime());
  }

  /**
   * Makes sure that a day which somebody chooses is to come, and worked.
   *
   * @throws Refusal if it has passed, or is a day off
   */
  public void requireWorkingDay(LocalDate day, Instant now) {
    if (!limit(day).isAfter(now)) {
      throw new Refusal("campaign.date-past", day);
    }
    if (!calendar.isWorkingDay(day)) {
      var effective = effective(day);
      throw new Refusal(
          "campaign.date-off", day, String.valueOf(effective.dayOff()), effective.effectiveDate());
    }
  }

  /** The limit so many working days after that moment's day. */
  public Instant limitAfter(Instant moment, int workingDays) {
    return limit(calendar.plusWorkingDays(day(moment), workingDays));
  }

  /** The moment at which that day begins. */
  public Instant begin(LocalDate day) {
    return at(day, LocalTime.MIDNIGHT);
  }

  /** A time of day in the zone of the plan. */
  public Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(plan.zone()).toInstant();
  }

  /** The day of a moment in the zone of the plan. */
  public LocalDate day(Instant moment) {
    return moment.atZone(plan.zone()).toLocalDate();
  }
}
