package org.xiaohao.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.CampaignService;
import org.xiaohao.campaign.Campaigns;

/**
 * Opens the next chunk of what belongs to a phase, or to one of its works: in the room that the
 * task names, or in any room where it names none.
 */
@Component
class OpenChunkDelegate implements JavaDelegate {

  /** Input of the task that names the room. */
  static final String ROOM = "room";

  private final CampaignService service;
  private final Campaigns campaigns;

  OpenChunkDelegate(CampaignService service, Campaigns campaigns) {
    this.service = service;
    this.campaigns = campaigns;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var phase = campaigns.phase(execution.getProcessBusinessKey());
    service.openChunk(
        phase.campaignId(),
        CampaignProcess.opening(execution, phase),
        (String) execution.getVariableLocal(ROOM));
  }
}
