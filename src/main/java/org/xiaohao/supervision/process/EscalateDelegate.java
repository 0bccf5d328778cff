package org.xiaohao.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.supervision.SupervisionService;

/** A limit has passed: the boundary timer of any user task in any model. */
@Component
class EscalateDelegate implements JavaDelegate {

  private final SupervisionService service;

  EscalateDelegate(SupervisionService service) {
    this.service = service;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var task = (String) execution.getVariableLocal("overdueTask");
    service.limitPassed(execution.getProcessBusinessKey(), task);
  }
}
