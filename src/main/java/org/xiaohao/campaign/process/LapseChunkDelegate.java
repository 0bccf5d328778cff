package org.xiaohao.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.CampaignService;

/** Lets the next chunk of open things lapse. */
@Component
class LapseChunkDelegate implements JavaDelegate {

  private final CampaignService service;

  LapseChunkDelegate(CampaignService service) {
    this.service = service;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CampaignProcess.MORE.set(execution, service.lapseChunk(execution.getProcessBusinessKey()));
  }
}
