package org.xiaohao.meeting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.meeting.MeetingService;

/** The office fixes when and where a meeting takes place, and who is invited. */
@Component
class ArrangeMeetingReceiver implements TaskListener {

  private final TaskForms forms;
  private final MeetingService service;

  ArrangeMeetingReceiver(TaskForms forms, MeetingService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var sent = form.json("arrangement");
    service.arrange(
        form.key(),
        MeetingForms.arrangement(sent),
        MeetingForms.audiences(sent),
        MeetingForms.more(sent),
        form.actor());
  }
}
