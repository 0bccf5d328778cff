package org.xiaohao.appraisal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.appraisal.AppraisalService;

/** Points are counted and verdicts proposed. */
@Component
class ComputeScoresDelegate implements JavaDelegate {

  private final AppraisalService service;

  ComputeScoresDelegate(AppraisalService service) {
    this.service = service;
  }

  @Override
  public void execute(DelegateExecution execution) {
    service.compute(execution.getProcessBusinessKey());
  }
}
