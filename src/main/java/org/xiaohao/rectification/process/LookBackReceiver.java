package org.xiaohao.rectification.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.rectification.ProblemCareService;
import org.xiaohao.rectification.process.RectificationProcess.Variables;
import org.xiaohao.rectification.process.RectificationProcess.Verdict;

/** The office looks again at what was closed out: it stands, or is reopened. */
@Component
class LookBackReceiver implements TaskListener {

  private final TaskForms forms;
  private final ProblemCareService service;

  LookBackReceiver(TaskForms forms, ProblemCareService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var verdict = form.choice("outcome", Verdict.class, "rectification.outcome-missing");
    if (verdict == Verdict.PASSED) {
      service.stands(form.key(), form.text("note"), form.actor());
    } else {
      var found = form.required("note", "rectification.look-back-note");
      service.reopen(form.key(), found, true, form.actor());
    }
    form.decide(Variables.DECISION, verdict);
  }
}
