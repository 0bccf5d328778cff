package org.xiaohao.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.CampaignService;

/** Writes the next chunk of rows; the cursor lives in the same transaction as the chunk. */
@Component
class PlanChunkDelegate implements JavaDelegate {

  private final CampaignService service;

  PlanChunkDelegate(CampaignService service) {
    this.service = service;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var cursor = (String) execution.getVariable(CampaignProcess.LAUNCH_CURSOR.name());
    var next = service.planChunk(execution.getProcessBusinessKey(), cursor);
    execution.setVariable(CampaignProcess.LAUNCH_CURSOR.name(), next);
    CampaignProcess.MORE.set(execution, next != null);
  }
}
