package org.xiaohao.study.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.study.StudyService;
import org.xiaohao.study.process.StudySessionProcess.Fields;
import org.xiaohao.study.process.StudySessionProcess.Variables;

/** The unit records who was there and who spoke. */
@Component
class RecordSessionReceiver implements TaskListener {

  private final TaskForms forms;
  private final StudyService service;
  private final SessionForms fields;

  RecordSessionReceiver(TaskForms forms, StudyService service, SessionForms fields) {
    this.forms = forms;
    this.service = service;
    this.fields = fields;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var record = fields.readRecord(form.json(Fields.RECORD));
    var missed = service.record(form.key(), record, form.actor());
    form.decide(Variables.ATTENDANCE, missed ? Outcome.MISSED : Outcome.COMPLETE);
  }

  private enum Outcome {
    COMPLETE,
    MISSED
  }
}
