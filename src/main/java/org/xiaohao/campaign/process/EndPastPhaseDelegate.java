package org.xiaohao.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.CampaignService;

/** Ends a phase that lay wholly before the launch. */
@Component
class EndPastPhaseDelegate implements JavaDelegate {

  private final CampaignService service;

  EndPastPhaseDelegate(CampaignService service) {
    this.service = service;
  }

  @Override
  public void execute(DelegateExecution execution) {
    service.endPastPhase(execution.getProcessBusinessKey());
  }
}
