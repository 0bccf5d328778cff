package org.xiaohao.submission.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.submission.SubmissionService;

/** The office grants or refuses more time. */
@Component
class DecideExtensionReceiver implements TaskListener {

  private final TaskForms forms;
  private final SubmissionService service;

  DecideExtensionReceiver(TaskForms forms, SubmissionService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var decision = form.choice("decision", Decision.class, "submission.decision-missing");
    service.decideExtension(
        form.key(), decision == Decision.GRANTED, form.text("comment"), form.actor());
  }

  private enum Decision {
    GRANTED,
    REFUSED
  }
}
