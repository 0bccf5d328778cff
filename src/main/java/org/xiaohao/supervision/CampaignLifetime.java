package org.xiaohao.supervision;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.CampaignClosed;
import org.xiaohao.campaign.CampaignLaunched;
import org.xiaohao.campaign.ProblemReopened;
import org.xiaohao.ledger.Ledger;

/**
 * Supervision begins with its campaign and goes on as long as anything of it is open: problems
 * outlive the campaign, and so do their reminders, lights and slips.
 */
@Component
class CampaignLifetime {

  private final SupervisionWorkflow workflow;
  private final Ledger ledger;
  private final Counters counters;

  CampaignLifetime(SupervisionWorkflow workflow, Ledger ledger, Counters counters) {
    this.workflow = workflow;
    this.ledger = ledger;
    this.counters = counters;
  }

  @EventListener
  void on(CampaignLaunched launched) {
    counters.begin(launched.campaign().id(), UrgeService.SERIES);
    workflow.launched(launched.campaign().id());
  }

  /** What is left is followed from morning to morning; where nothing is, there are no more. */
  @EventListener
  void on(CampaignClosed closed) {
    if (!ledger.hasOutliving(closed.campaignId())) {
      workflow.closed(closed.campaignId());
    }
  }

  @EventListener
  void on(ProblemReopened reopened) {
    if (!workflow.isRunning(reopened.campaignId())) {
      workflow.launched(reopened.campaignId());
    }
  }
}
