package org.xiaohao.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.supervision.InspectionService;

/** The office sums a round up. */
@Component
class SumUpInspectionReceiver implements TaskListener {

  private final TaskForms forms;
  private final InspectionService service;

  SumUpInspectionReceiver(TaskForms forms, InspectionService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var summary = new Filled(form.json("conclusion")).text("summary");
    service.summarise(form.key(), summary, form.actor());
  }
}
