package org.xiaohao.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.CampaignService;
import org.xiaohao.engine.TaskForms;

/** The office closes the campaign. */
@Component
class CloseCampaignReceiver implements TaskListener {

  private final CampaignService service;
  private final TaskForms forms;

  CloseCampaignReceiver(CampaignService service, TaskForms forms) {
    this.service = service;
    this.forms = forms;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    service.close(form.key(), form.text("note"), form.actor());
  }
}
