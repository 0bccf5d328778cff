package org.xiaohao.rectification.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.rectification.RectificationService;
import org.xiaohao.rectification.process.RectificationProcess.Variables;
import org.xiaohao.rectification.process.RectificationProcess.Verdict;

/** The verifier closes it out, or sends it back. */
@Component
class VerifyReceiver implements TaskListener {

  private final TaskForms forms;
  private final RectificationService service;

  VerifyReceiver(TaskForms forms, RectificationService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var verdict = form.choice("outcome", Verdict.class, "rectification.outcome-missing");
    if (verdict == Verdict.PASSED) {
      service.closeOut(form.key(), form.text("note"), form.actor());
    } else {
      service.failVerification(form.key(), form.text("note"), form.actor());
    }
    form.decide(Variables.DECISION, verdict);
  }
}
