package org.xiaohao.rectification.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.rectification.RectificationService;
import org.xiaohao.rectification.process.RectificationProcess.Variables;
import org.xiaohao.rectification.process.RectificationProcess.Verdict;

/** The head of the unit finds it done, or sends it back. */
@Component
class CheckRectificationReceiver implements TaskListener {

  private final TaskForms forms;
  private final RectificationService service;

  CheckRectificationReceiver(TaskForms forms, RectificationService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var verdict = form.choice("outcome", Verdict.class, "rectification.outcome-missing");
    if (verdict == Verdict.PASSED) {
      service.passCheck(form.key(), form.actor());
    } else {
      service.failCheck(form.key(), form.text("reason"), form.actor());
    }
    form.decide(Variables.DECISION, verdict);
  }
}
