package org.xiaohao.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.DeputyService;
import org.xiaohao.supervision.SupervisionService;

/** The round of a working morning. */
@Component
class DailyRoundDelegate implements JavaDelegate {

  private final SupervisionService service;
  private final DeputyService deputies;
  private final Campaigns campaigns;

  DailyRoundDelegate(SupervisionService service, DeputyService deputies, Campaigns campaigns) {
    this.service = service;
    this.deputies = deputies;
    this.campaigns = campaigns;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var campaign = campaigns.of(execution.getProcessBusinessKey()).id();
    deputies.turn(campaign);
    service.dailyRound(campaign);
  }
}
