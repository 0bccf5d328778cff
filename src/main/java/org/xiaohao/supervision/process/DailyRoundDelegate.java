package org.xiaohao.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.supervision.SupervisionService;

/** The round of a working morning. */
@Component
class DailyRoundDelegate implements JavaDelegate {

  private final SupervisionService service;
  private final Campaigns campaigns;

  DailyRoundDelegate(SupervisionService service, Campaigns campaigns) {
    this.service = service;
    this.campaigns = campaigns;
  }

  @Override
  public void execute(DelegateExecution execution) {
    service.dailyRound(campaigns.of(execution.getProcessBusinessKey()).id());
  }
}
