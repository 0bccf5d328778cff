package org.xiaohao.supervision;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.CampaignClosed;
import org.xiaohao.campaign.CampaignLaunched;

/** Supervision lasts as long as its campaign, in the same transactions. */
@Component
class CampaignLifetime {

  private final SupervisionWorkflow workflow;

  CampaignLifetime(SupervisionWorkflow workflow) {
    this.workflow = workflow;
  }

  @EventListener
  void on(CampaignLaunched launched) {
    workflow.launched(launched.campaign().id());
  }

  @EventListener
  void on(CampaignClosed closed) {
    workflow.closed(closed.campaignId());
  }
}
