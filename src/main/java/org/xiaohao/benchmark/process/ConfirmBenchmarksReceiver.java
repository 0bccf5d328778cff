package org.xiaohao.benchmark.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.benchmark.SelectionService;
import org.xiaohao.benchmark.process.SelectionProcess.Outcome;
import org.xiaohao.benchmark.process.SelectionProcess.Variables;
import org.xiaohao.engine.TaskForms;

/** The office fixes benchmarks and standard of a unit, or sends the proposal back. */
@Component
class ConfirmBenchmarksReceiver implements TaskListener {

  private final TaskForms forms;
  private final SelectionService service;

  ConfirmBenchmarksReceiver(TaskForms forms, SelectionService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var outcome = form.choice("outcome", Outcome.class, "benchmark.outcome-missing");
    if (outcome == Outcome.ACCEPTED) {
      var standard = SelectionForms.text(form.json("fixed"), "standard");
      service.confirm(form.key(), standard, form.actor());
    } else {
      service.sendBack(form.key(), form.text("reason"), form.actor());
    }
    form.decide(Variables.SELECTION_OUTCOME, outcome);
  }
}
