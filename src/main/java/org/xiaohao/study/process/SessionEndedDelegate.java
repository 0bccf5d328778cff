package org.xiaohao.study.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.study.StudyService;

/** The time of a session is over. */
@Component
class SessionEndedDelegate implements JavaDelegate {

  private final StudyService service;

  SessionEndedDelegate(StudyService service) {
    this.service = service;
  }

  @Override
  public void execute(DelegateExecution execution) {
    service.ended(execution.getProcessBusinessKey());
  }
}
