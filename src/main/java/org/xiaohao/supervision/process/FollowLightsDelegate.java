package org.xiaohao.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.supervision.LightService;

/** The next chunk of slips and incidents. */
@Component
class FollowLightsDelegate implements JavaDelegate {

  private static final int CHUNK = 200;

  private final LightService service;
  private final Campaigns campaigns;

  FollowLightsDelegate(LightService service, Campaigns campaigns) {
    this.service = service;
    this.campaigns = campaigns;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var campaign = campaigns.of(execution.getProcessBusinessKey()).id();
    SupervisionProcess.MORE.set(execution, service.follow(campaign, CHUNK));
  }
}
