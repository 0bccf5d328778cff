package org.xiaohao.rectification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.rectification.ProblemCareService;

/** The day has come on which a problem is looked at again. */
@Component
class LookDueDelegate implements JavaDelegate {

  private final ProblemCareService service;

  LookDueDelegate(ProblemCareService service) {
    this.service = service;
  }

  @Override
  public void execute(DelegateExecution execution) {
    service.lookDue(execution.getProcessBusinessKey());
  }
}
