package org.xiaohao.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.CampaignService;

/** All rows are there: the campaign runs. */
@Component
class CampaignRunningDelegate implements JavaDelegate {

  private final CampaignService service;

  CampaignRunningDelegate(CampaignService service) {
    this.service = service;
  }

  @Override
  public void execute(DelegateExecution execution) {
    service.running(execution.getProcessBusinessKey());
  }
}
