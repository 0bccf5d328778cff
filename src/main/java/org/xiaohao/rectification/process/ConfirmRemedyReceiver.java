package org.xiaohao.rectification.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.rectification.RectificationService;
import org.xiaohao.rectification.process.RectificationProcess.Variables;
import org.xiaohao.rectification.process.RectificationProcess.Verdict;

/** The office agrees to the proposal and names the verifier, or returns it. */
@Component
class ConfirmRemedyReceiver implements TaskListener {

  private final TaskForms forms;
  private final RectificationService service;

  ConfirmRemedyReceiver(TaskForms forms, RectificationService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var verdict = form.choice("outcome", Verdict.class, "rectification.outcome-missing");
    if (verdict == Verdict.PASSED) {
      service.confirm(form.key(), form.text("verifier"), form.ticked("onSite"), form.actor());
    } else {
      service.returnProposal(form.key(), form.text("reason"), form.actor());
    }
    form.decide(Variables.DECISION, verdict);
  }
}
