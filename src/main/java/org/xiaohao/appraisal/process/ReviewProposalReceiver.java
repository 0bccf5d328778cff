package org.xiaohao.appraisal.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.appraisal.AppraisalService;
import org.xiaohao.appraisal.process.AppraisalProcess.ReviewOutcome;
import org.xiaohao.appraisal.process.AppraisalProcess.Variables;
import org.xiaohao.engine.TaskForms;

/** The office confirms the proposal, with changes, or has the points counted anew. */
@Component
class ReviewProposalReceiver implements TaskListener {

  private final TaskForms forms;
  private final AppraisalService service;

  ReviewProposalReceiver(TaskForms forms, AppraisalService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var outcome = form.choice("outcome", ReviewOutcome.class, "appraisal.outcome-missing");
    if (outcome == ReviewOutcome.RECOMPUTE) {
      service.recompute(form.key(), form.actor());
    } else {
      var proposal = form.json("proposal");
      service.confirm(
          form.key(),
          AppraisalForms.changes(proposal),
          AppraisalForms.more(proposal),
          form.actor());
    }
    form.decide(Variables.REVIEW_OUTCOME, outcome);
  }
}
