package org.xiaohao.appraisal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.appraisal.AppraisalService;

/** What was decided is published. */
@Component
class PublishAppraisalDelegate implements JavaDelegate {

  private final AppraisalService service;

  PublishAppraisalDelegate(AppraisalService service) {
    this.service = service;
  }

  @Override
  public void execute(DelegateExecution execution) {
    service.publish(execution.getProcessBusinessKey());
  }
}
