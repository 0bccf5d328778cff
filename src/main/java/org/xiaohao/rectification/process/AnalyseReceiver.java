package org.xiaohao.rectification.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.rectification.RectificationService;

/** The unit says what the cause is, and what it will do. */
@Component
class AnalyseReceiver implements TaskListener {

  private final TaskForms forms;
  private final RectificationService service;

  AnalyseReceiver(TaskForms forms, RectificationService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    service.propose(form.key(), RectificationForms.proposal(form.json("proposal")), form.actor());
  }
}
