package org.xiaohao.appraisal.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.appraisal.AppraisalService;
import org.xiaohao.engine.TaskForms;

/** The leading group decides. */
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
    service.decide(form.key(), AppraisalForms.changes(form.json("proposal")), form.actor());
  }
}
