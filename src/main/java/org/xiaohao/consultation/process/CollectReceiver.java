package org.xiaohao.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.consultation.ConsultationService;
import org.xiaohao.consultation.Consultations;
import org.xiaohao.engine.TaskForms;

/** The unit enters forms, and says when they are complete. */
@Component
class CollectReceiver implements TaskListener {

  private final TaskForms forms;
  private final ConsultationService service;
  private final Consultations consultations;
  private final ConsultationSheet sheet;

  CollectReceiver(
      TaskForms forms,
      ConsultationService service,
      Consultations consultations,
      ConsultationSheet sheet) {
    this.forms = forms;
    this.service = service;
    this.consultations = consultations;
    this.sheet = sheet;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var filledIn = sheet.read(consultations.get(form.key()), form.json("sheet"));
    service.collect(form.key(), filledIn, form.ticked("done"), form.actor());
  }
}
