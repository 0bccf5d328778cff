package org.xiaohao.rectification.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.rectification.ProblemCareService;
import org.xiaohao.rectification.process.RectificationProcess.Verdict;

/** The office grants or refuses more time. */
@Component
class DecideProblemExtensionReceiver implements TaskListener {

  private final TaskForms forms;
  private final ProblemCareService service;

  DecideProblemExtensionReceiver(TaskForms forms, ProblemCareService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var verdict = form.choice("outcome", Verdict.class, "rectification.outcome-missing");
    service.decideExtension(
        form.key(), verdict == Verdict.PASSED, form.text("comment"), form.actor());
  }
}
