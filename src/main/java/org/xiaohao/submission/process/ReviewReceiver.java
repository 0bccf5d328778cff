package org.xiaohao.submission.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.submission.SubmissionService;
import org.xiaohao.submission.SubmissionVersion.Outcome;
import org.xiaohao.submission.process.SubmissionProcess.Variables;

/** The reviewer accepts, or returns with a reason. */
@Component
class ReviewReceiver implements TaskListener {

  private final TaskForms forms;
  private final SubmissionService service;

  ReviewReceiver(TaskForms forms, SubmissionService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var outcome = form.choice("outcome", Outcome.class, "submission.outcome-missing");
    service.review(form.key(), outcome, form.text("comment"), form.actor());
    form.decide(Variables.REVIEW_OUTCOME, outcome);
  }
}
