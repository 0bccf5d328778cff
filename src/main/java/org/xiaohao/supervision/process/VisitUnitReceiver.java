package org.xiaohao.supervision.process;

import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.supervision.Inspection.Checked;
import org.xiaohao.supervision.Inspection.Finding;
import org.xiaohao.supervision.Inspection.Kind;
import org.xiaohao.supervision.Inspection.Visited;
import org.xiaohao.supervision.InspectionService;

/** The office has visited a unit. */
@Component
class VisitUnitReceiver implements TaskListener {

  private final TaskForms forms;
  private final InspectionService service;

  VisitUnitReceiver(TaskForms forms, InspectionService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var visit = form.json("visit");
    var kept = new ArrayList<Checked>();
    for (var row : visit.path("checks")) {
      var line = new Filled(row);
      kept.add(new Checked(row.path("kept").asBoolean(false), line.text("remark")));
    }
    var findings = new ArrayList<Finding>();
    for (var row : visit.path("findings")) {
      var line = new Filled(row);
      if (!line.text("text").isEmpty() || !line.text("kind").isEmpty()) {
        findings.add(new Finding(line.choice("kind", Kind.class, Kind.PROBLEM), line.text("text")));
      }
    }
    var unit = (String) task.getVariable(InspectionProcess.UNIT);
    var note = new Filled(visit).text("note");
    service.visited(form.key(), unit, new Visited(kept, findings, note), form.actor());
  }
}
