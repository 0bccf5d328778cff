package org.xiaohao.campaign.process;

import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.CampaignService;
import org.xiaohao.engine.TaskForms;

/** The office says which kinds of past things were done. */
@Component
class RecordPastReceiver implements TaskListener {

  private final CampaignService service;
  private final TaskForms forms;

  RecordPastReceiver(CampaignService service, TaskForms forms) {
    this.service = service;
    this.forms = forms;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var kinds = new ArrayList<String>();
    form.json("kinds").forEach(kind -> kinds.add(kind.asText()));
    service.recordPast(form.key(), kinds, form.actor());
  }
}
