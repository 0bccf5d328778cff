package org.xiaohao.appraisal.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.appraisal.AppraisalService;
import org.xiaohao.appraisal.process.AppraisalProcess.DecideOutcome;
import org.xiaohao.appraisal.process.AppraisalProcess.Variables;
import org.xiaohao.engine.TaskForms;

/** The leading group decides, or sends the proposal back to the office. */
@Component
class DecideVerdictsReceiver implements TaskListener {

  private final TaskForms forms;
  private final AppraisalService service;

  DecideVerdictsReceiver(TaskForms forms, AppraisalService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    // tasks of the model's version 1.1 do not ask
    var outcome =
        form.asks("outcome")
            ? form.choice("outcome", DecideOutcome.class, "appraisal.decision-missing")
            : DecideOutcome.DECIDE;
    if (outcome == DecideOutcome.SEND_BACK) {
      service.sendBack(form.key(), form.text("reason"), form.actor());
    } else {
      service.decide(form.key(), AppraisalForms.changes(form.json("proposal")), form.actor());
    }
    form.decide(Variables.DECIDE_OUTCOME, outcome);
  }
}
