package org.xiaohao.appraisal.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.appraisal.Answer;
import org.xiaohao.appraisal.AppraisalService;
import org.xiaohao.appraisal.Party;
import org.xiaohao.appraisal.process.AppraisalProcess.Variables;
import org.xiaohao.engine.TaskForms;

/** Who is named for criticism objects, or does not. */
@Component
class ObjectReceiver implements TaskListener {

  private final TaskForms forms;
  private final AppraisalService service;

  ObjectReceiver(TaskForms forms, AppraisalService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var party = Party.of(Variables.PARTY.in(task));
    var answer = form.choice("answer", Answer.class, "appraisal.answer-missing");
    service.answer(form.key(), party, answer, form.text("text"), form.actor());
  }
}
