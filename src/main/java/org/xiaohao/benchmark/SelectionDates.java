package org.xiaohao.benchmark;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.xiaohao.benchmark.Selection.State;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PlanDates;

/** By when each step has to be done, so that all of them fit in before the limit of the plan. */
@Component
class SelectionDates {

  /** Working days before the limit by which the unit proposes. */
  private static final int PROPOSE_BEFORE = 5;

  /** Working days before the limit by which the proposal is discussed. */
  private static final int DISCUSS_BEFORE = 3;

  private final Campaigns campaigns;
  private final Clock clock;

  SelectionDates(Campaigns campaigns, Clock clock) {
    this.campaigns = campaigns;
    this.clock = clock;
  }

  PlanDates of(Selection selection) {
    return campaigns.dates(campaigns.get(selection.campaignId()));
  }

  LocalDate today(Selection selection) {
    return of(selection).day(clock.instant());
  }

  /**
   * Limit of a step, never sooner than its people can act: at the end of the next working day, or
   * within the days that the plan gives for what was returned.
   *
   * @param limit working day by which all is confirmed
   */
  Instant due(Selection selection, State step, LocalDate limit) {
    var dates = of(selection);
    var settings = dates.plan().settings();
    var before =
        switch (step) {
          case PROPOSING, RETURNED, PLANNED -> PROPOSE_BEFORE;
          case DISCUSSING -> DISCUSS_BEFORE;
          default -> 0;
        };
    var planned = dates.limit(dates.calendar().plusWorkingDays(limit, -before));
    var soonest =
        dates.limitAfter(clock.instant(), step == State.RETURNED ? settings.resubmitDays() : 1);
    return planned.isAfter(soonest) ? planned : soonest;
  }

  Instant due(Selection selection, State step) {
    return due(selection, step, selection.date().effectiveDate());
  }
}
