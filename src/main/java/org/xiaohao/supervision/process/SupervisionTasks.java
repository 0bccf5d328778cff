package org.xiaohao.supervision.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.ledger.Ledger;

/** What the model {@code supervision} asks by expression; reads only. */
@Component
public class SupervisionTasks {

  private final Campaigns campaigns;
  private final Ledger ledger;
  private final Clock clock;

  SupervisionTasks(Campaigns campaigns, Ledger ledger, Clock clock) {
    this.campaigns = campaigns;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The next moment at which a round is due: the plan's time of day, on a working day. */
  public Date nextMorning(DelegateExecution execution) {
    var dates = campaigns.dates(campaigns.of(execution.getProcessBusinessKey()));
    var time = dates.plan().settings().dailyRound();
    var now = clock.instant();
    var today = dates.day(now);
    var stillToday = dates.calendar().isWorkingDay(today) && dates.at(today, time).isAfter(now);
    var day = stillToday ? today : dates.calendar().plusWorkingDays(today, 1);
    return Date.from(dates.at(day, time));
  }

  /** Whether the campaign is closed, and nothing of it is open any more. */
  public boolean over(DelegateExecution execution) {
    var campaign = campaigns.of(execution.getProcessBusinessKey());
    return campaign.state() == Campaign.State.CLOSED && !ledger.hasOutliving(campaign.id());
  }
}
