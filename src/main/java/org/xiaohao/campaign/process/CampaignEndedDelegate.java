package org.xiaohao.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.CampaignService;

/** Nothing is open any more: tells everybody. */
@Component
class CampaignEndedDelegate implements JavaDelegate {

  private final CampaignService service;

  CampaignEndedDelegate(CampaignService service) {
    this.service = service;
  }

  @Override
  public void execute(DelegateExecution execution) {
    service.ended(execution.getProcessBusinessKey());
  }
}
