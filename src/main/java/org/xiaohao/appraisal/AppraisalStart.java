package org.xiaohao.appraisal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.PhasesClosed;

/** Appraisal begins when the last phase has ended (A15), in the same transaction. */
@Component
class AppraisalStart {

  private final AppraisalService service;

  AppraisalStart(AppraisalService service) {
    this.service = service;
  }

  @EventListener
  void on(PhasesClosed closed) {
    service.startAtTheEnd(closed.campaignId());
  }
}
