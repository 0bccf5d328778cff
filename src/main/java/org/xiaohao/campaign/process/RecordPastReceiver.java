package org.xiaohao.campaign.process;

import java.util.HashSet;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.CampaignService;
import org.xiaohao.engine.TaskForms;

/** The office says which past things were done: one by one, or all of a kind. */
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
    var kinds = new HashSet<String>();
    var keys = new HashSet<String>();
    for (var row : form.json("kinds")) {
      if (row.path("all").asBoolean()) {
        kinds.add(row.path("kind").asText());
      } else {
        row.path("done").forEach(key -> keys.add(key.asText()));
      }
    }
    service.recordPast(form.key(), kinds, keys, form.actor());
  }
}
