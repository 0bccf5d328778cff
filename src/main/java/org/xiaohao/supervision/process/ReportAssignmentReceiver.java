package org.xiaohao.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.supervision.AssignmentService;

/** Whoever does an assignment says what was done. */
@Component
class ReportAssignmentReceiver implements TaskListener {

  private final TaskForms forms;
  private final AssignmentService service;

  ReportAssignmentReceiver(TaskForms forms, AssignmentService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    service.report(form.key(), new Filled(form.json("result")).text("report"), form.actor());
  }
}
