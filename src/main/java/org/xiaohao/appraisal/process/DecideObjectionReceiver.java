package org.xiaohao.appraisal.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.appraisal.AppraisalService;
import org.xiaohao.appraisal.Objection.Outcome;
import org.xiaohao.appraisal.Party;
import org.xiaohao.appraisal.process.AppraisalProcess.Variables;
import org.xiaohao.engine.TaskForms;

/** The office decides an objection. */
@Component
class DecideObjectionReceiver implements TaskListener {

  private final TaskForms forms;
  private final AppraisalService service;

  DecideObjectionReceiver(TaskForms forms, AppraisalService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var party = Party.of(Variables.PARTY.in(task));
    var outcome = form.choice("outcome", Outcome.class, "appraisal.outcome-missing");
    service.decideObjection(form.key(), party, outcome, form.text("reason"), form.actor());
  }
}
