package org.xiaohao.appraisal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.appraisal.AppraisalService;

/** Who is named for criticism is told. */
@Component
class AnnounceCriticismDelegate implements JavaDelegate {

  private final AppraisalService service;

  AnnounceCriticismDelegate(AppraisalService service) {
    this.service = service;
  }

  @Override
  public void execute(DelegateExecution execution) {
    service.announce(execution.getProcessBusinessKey());
  }
}
