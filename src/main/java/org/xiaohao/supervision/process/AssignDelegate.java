package org.xiaohao.supervision.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.supervision.Assignment.To;
import org.xiaohao.supervision.Assignment.Wanted;
import org.xiaohao.supervision.AssignmentService;

/** The leading group has assigned a task: it gets its number, and the instance its key. */
@Component
class AssignDelegate implements JavaDelegate {

  private final TaskForms forms;
  private final AssignmentService service;

  AssignDelegate(TaskForms forms, AssignmentService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var start = forms.of(execution);
    var form = new Filled(start.json("assignment"));
    var wanted =
        new Wanted(
            form.text("title"),
            form.text("what"),
            form.choice("to", To.class, To.OFFICE),
            form.text("name"),
            form.day("by"));
    var assignment = service.assign(wanted, start.actor());
    start.becomes(assignment.key(), assignment.title(), List.of("assignment"));
  }
}
