package org.xiaohao.benchmark.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.benchmark.SelectionService;
import org.xiaohao.benchmark.process.SelectionProcess.Outcome;
import org.xiaohao.benchmark.process.SelectionProcess.Variables;
import org.xiaohao.engine.TaskForms;

/** The head of the unit notes the collective discussion, and whether it agreed. */
@Component
class DiscussBenchmarksReceiver implements TaskListener {

  private final TaskForms forms;
  private final SelectionService service;

  DiscussBenchmarksReceiver(TaskForms forms, SelectionService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var outcome = form.choice("outcome", Outcome.class, "benchmark.outcome-missing");
    var discussion = SelectionForms.discussion(form.json("discussion"));
    if (outcome == Outcome.ACCEPTED) {
      service.agree(form.key(), discussion, form.actor());
    } else {
      service.disagree(form.key(), discussion, form.text("reason"), form.actor());
    }
    form.decide(Variables.SELECTION_OUTCOME, outcome);
  }
}
