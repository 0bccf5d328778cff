package org.xiaohao.meeting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.meeting.MeetingService;
import org.xiaohao.meeting.process.MeetingProcess.Outcome;
import org.xiaohao.meeting.process.MeetingProcess.Variables;

/** The office notes what came out of a meeting, or that it did not take place. */
@Component
class RecordMinutesReceiver implements TaskListener {

  private final TaskForms forms;
  private final MeetingService service;

  RecordMinutesReceiver(TaskForms forms, MeetingService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var outcome = form.choice("outcome", Outcome.class, "meeting.outcome-missing");
    if (outcome == Outcome.HELD) {
      service.hold(form.key(), MeetingForms.minutes(form.json("minutes")), form.actor());
    } else {
      service.postpone(form.key(), form.text("reason"), form.actor());
    }
    form.decide(Variables.MEETING_OUTCOME, outcome);
  }
}
