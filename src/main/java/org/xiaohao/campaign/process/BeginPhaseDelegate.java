package org.xiaohao.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.CampaignService;

/** A phase begins. */
@Component
class BeginPhaseDelegate implements JavaDelegate {

  private final CampaignService service;

  BeginPhaseDelegate(CampaignService service) {
    this.service = service;
  }

  @Override
  public void execute(DelegateExecution execution) {
    service.beginPhase(execution.getProcessBusinessKey());
  }
}
