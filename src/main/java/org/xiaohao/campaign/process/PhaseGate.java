package org.xiaohao.campaign.process;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PhaseStatus;

/** By when the office closes a phase. */
@Component
class PhaseGate {

  /** Working days after the end of the phase. */
  private static final int DAYS = 2;

  private final Campaigns campaigns;
  private final Clock clock;

  PhaseGate(Campaigns campaigns, Clock clock) {
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /** Counted from the end of the phase; from now on where that has passed. */
  Instant limit(PhaseStatus phase) {
    var dates = campaigns.dates(campaigns.get(phase.campaignId()));
    var end = dates.limit(phase.endsEffective());
    var now = clock.instant();
    return dates.limitAfter(end.isAfter(now) ? end : now, DAYS);
  }
}
