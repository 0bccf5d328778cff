package org.xiaohao.rectification.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.rectification.ProblemCareService;
import org.xiaohao.rectification.process.RectificationProcess.FollowUp;
import org.xiaohao.rectification.process.RectificationProcess.Variables;

/** The office looks again at a long-term problem. */
@Component
class FollowUpReceiver implements TaskListener {

  private final TaskForms forms;
  private final ProblemCareService service;

  FollowUpReceiver(TaskForms forms, ProblemCareService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var next = form.choice("outcome", FollowUp.class, "rectification.outcome-missing");
    var reason = form.text("reason");
    switch (next) {
      case CONTINUE ->
          service.follow(
              form.key(), RectificationForms.day(form.text("nextLook")), reason, form.actor());
      case RECTIFY -> service.reopen(form.key(), reason, true, form.actor());
      case END -> service.endFollowing(form.key(), reason, form.actor());
    }
    form.decide(Variables.DECISION, next);
  }
}
