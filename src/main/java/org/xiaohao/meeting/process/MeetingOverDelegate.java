package org.xiaohao.meeting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xiaohao.meeting.MeetingService;

/** The time of a meeting has passed. */
@Component
class MeetingOverDelegate implements JavaDelegate {

  private final MeetingService service;

  MeetingOverDelegate(MeetingService service) {
    this.service = service;
  }

  @Override
  public void execute(DelegateExecution execution) {
    service.over(execution.getProcessBusinessKey());
  }
}
