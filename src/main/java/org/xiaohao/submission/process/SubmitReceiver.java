package org.xiaohao.submission.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.submission.SubmissionService;
import org.xiaohao.submission.Submissions;

/** The owner hands in. */
@Component
class SubmitReceiver implements TaskListener {

  private final TaskForms forms;
  private final SubmissionService service;
  private final Submissions submissions;
  private final SubmissionTable table;

  SubmitReceiver(
      TaskForms forms, SubmissionService service, Submissions submissions, SubmissionTable table) {
    this.forms = forms;
    this.service = service;
    this.submissions = submissions;
    this.table = table;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var content = table.read(submissions.get(form.key()), form.json("paper"));
    service.submit(form.key(), content, form.actor());
  }
}
