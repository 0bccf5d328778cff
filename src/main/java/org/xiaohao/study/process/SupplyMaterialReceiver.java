package org.xiaohao.study.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.study.MaterialService;
import org.xiaohao.study.process.StudySessionProcess.Fields;

/** The office supplies the material for a day of study. */
@Component
class SupplyMaterialReceiver implements TaskListener {

  private final TaskForms forms;
  private final MaterialService service;

  SupplyMaterialReceiver(TaskForms forms, MaterialService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var text = form.json(Fields.MATERIAL).path("text").asText("").strip();
    service.supply(form.key(), text, form.actor());
  }
}
