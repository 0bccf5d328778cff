package org.xiaohao.study.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.study.StudyService;
import org.xiaohao.study.process.StudySessionProcess.Fields;

/** The unit records how those who missed it made up for it. */
@Component
class MakeUpReceiver implements TaskListener {

  private final TaskForms forms;
  private final StudyService service;
  private final SessionForms fields;

  MakeUpReceiver(TaskForms forms, StudyService service, SessionForms fields) {
    this.forms = forms;
    this.service = service;
    this.fields = fields;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var studies = fields.readMakeUp(form.json(Fields.MAKE_UP));
    service.makeUp(form.key(), studies, form.actor());
  }
}
