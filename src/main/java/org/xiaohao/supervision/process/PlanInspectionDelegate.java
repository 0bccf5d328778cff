package org.xiaohao.supervision.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.supervision.Inspection.Planned;
import org.xiaohao.supervision.InspectionService;

/** The office has planned a round: it gets its number, and the instance its key. */
@Component
class PlanInspectionDelegate implements JavaDelegate {

  private final TaskForms forms;
  private final InspectionService service;

  PlanInspectionDelegate(TaskForms forms, InspectionService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var start = forms.of(execution);
    var form = new Filled(start.json("inspection"));
    var planned =
        new Planned(
            form.text("title"), form.lines("units"), form.day("until"), form.lines("checks"));
    var inspection = service.plan(planned, start.actor());
    start.becomes(inspection.key(), inspection.title(), List.of("inspection"));
  }
}
