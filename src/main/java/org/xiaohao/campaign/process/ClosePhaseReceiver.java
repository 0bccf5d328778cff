package org.xiaohao.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.CampaignService;
import org.xiaohao.engine.TaskForms;

/** The office closes a phase, or closes it with missing things carried over. */
@Component
class ClosePhaseReceiver implements TaskListener {

  private final CampaignService service;
  private final TaskForms forms;

  ClosePhaseReceiver(CampaignService service, TaskForms forms) {
    this.service = service;
    this.forms = forms;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var carryOver = "CARRY_OVER".equals(form.text("decision"));
    service.closePhase(form.key(), carryOver, form.text("reason"), form.actor());
  }
}
