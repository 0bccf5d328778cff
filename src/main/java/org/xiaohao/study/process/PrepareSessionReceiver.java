package org.xiaohao.study.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.study.StudyService;
import org.xiaohao.study.process.StudySessionProcess.Fields;

/** The unit prepares its session. */
@Component
class PrepareSessionReceiver implements TaskListener {

  private final TaskForms forms;
  private final StudyService service;
  private final SessionForms fields;

  PrepareSessionReceiver(TaskForms forms, StudyService service, SessionForms fields) {
    this.forms = forms;
    this.service = service;
    this.fields = fields;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var preparation = fields.readPreparation(form.json(Fields.PREPARATION));
    service.prepare(form.key(), preparation, form.actor());
  }
}
