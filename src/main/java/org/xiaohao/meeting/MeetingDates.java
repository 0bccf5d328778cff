package org.xiaohao.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PlanDates;

/** By when the office has to act for a meeting. */
@Component
class MeetingDates {

  /** Working days between the arrangement and the day: guests from outside need notice. */
  private static final int NOTICE_DAYS = 3;

  /** Working days within which the minutes are noted. */
  private static final int MINUTES_DAYS = 2;

  private final Campaigns campaigns;
  private final Clock clock;

  MeetingDates(Campaigns campaigns, Clock clock) {
    this.campaigns = campaigns;
    this.clock = clock;
  }

  PlanDates of(Meeting meeting) {
    return campaigns.dates(campaigns.get(meeting.campaignId()));
  }

  LocalDate today(Meeting meeting) {
    return of(meeting).day(clock.instant());
  }

  /**
   * The planned proposal while notice can be given; else the first working day that gives it, but
   * not past the limit while that has not passed.
   */
  LocalDate proposal(Meeting meeting) {
    var today = today(meeting);
    var last = meeting.date().effectiveDate();
    var soonest = of(meeting).calendar().plusWorkingDays(today, NOTICE_DAYS);
    if (!soonest.isAfter(meeting.proposed())) {
      return meeting.proposed();
    }
    return soonest.isAfter(last) && !today.isAfter(last) ? last : soonest;
  }

  /** Early enough before the proposed day, but never sooner than the next working day. */
  Instant arrangeDue(Meeting meeting, LocalDate proposed) {
    var dates = of(meeting);
    var planned = dates.limit(dates.calendar().plusWorkingDays(proposed, -NOTICE_DAYS));
    var soonest = dates.limitAfter(clock.instant(), 1);
    return planned.isAfter(soonest) ? planned : soonest;
  }

  /** Counted from the day of the meeting, or from now where that has been over for long. */
  Instant minutesDue(Meeting meeting) {
    return of(meeting).limitAfter(clock.instant(), MINUTES_DAYS);
  }

  /** When a meeting that is arranged begins. */
  Instant begins(Meeting meeting) {
    var to = Objects.requireNonNull(meeting.arrangement());
    return of(meeting).at(to.day(), to.starts());
  }

  Instant ends(Meeting meeting, Arrangement arrangement) {
    return of(meeting).at(arrangement.day(), arrangement.ends());
  }

  /** The day by which it must have taken place: later only where it takes place later. */
  EffectiveDate limitWith(Meeting meeting, LocalDate day) {
    return day.isAfter(meeting.date().effectiveDate())
        ? new EffectiveDate(day, day, null)
        : meeting.date();
  }
}
