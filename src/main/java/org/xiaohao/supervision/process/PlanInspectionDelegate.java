package org.xiaohao.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.Instances;
import org.xiaohao.engine.StartForms;
import org.xiaohao.supervision.Inspection.Planned;
import org.xiaohao.supervision.InspectionService;

/** The office has planned a round: it gets its number, and the instance its key. */
@Component
class PlanInspectionDelegate implements JavaDelegate {

  private final StartForms forms;
  private final InspectionService service;

  PlanInspectionDelegate(StartForms forms, InspectionService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var form = new Filled(forms.take(execution, "inspection"));
    var planned =
        new Planned(
            form.text("title"), form.lines("units"), form.day("until"), form.lines("checks"));
    var inspection = service.plan(planned, forms.actor());
    execution.setProcessBusinessKey(inspection.key());
    execution.setVariable(Instances.TITLE, inspection.title());
  }
}
