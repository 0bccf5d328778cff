package org.xiaohao.rectification.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.rectification.RectificationService;

/** The owner reports that it is rectified. */
@Component
class RectifyReceiver implements TaskListener {

  private final TaskForms forms;
  private final RectificationService service;

  RectifyReceiver(TaskForms forms, RectificationService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var work = form.json("work");
    service.submit(
        form.key(),
        RectificationForms.text(work, "before"),
        RectificationForms.text(work, "after"),
        form.actor());
  }
}
