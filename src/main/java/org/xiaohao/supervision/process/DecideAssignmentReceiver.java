package org.xiaohao.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.supervision.Assignment.Outcome;
import org.xiaohao.supervision.AssignmentService;

/** The leading group accepts a report, or returns it. */
@Component
class DecideAssignmentReceiver implements TaskListener {

  private final TaskForms forms;
  private final AssignmentService service;

  DecideAssignmentReceiver(TaskForms forms, AssignmentService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var outcome = form.choice("outcome", Outcome.class, "supervision.outcome-missing");
    service.decide(form.key(), outcome, form.text("comment"), form.actor());
    form.decide(AssignmentProcess.OUTCOME, outcome);
  }
}
