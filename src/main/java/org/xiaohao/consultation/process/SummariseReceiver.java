package org.xiaohao.consultation.process;

import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.consultation.ConsultationService;
import org.xiaohao.engine.TaskForms;

/** The unit sums up what the forms say. */
@Component
class SummariseReceiver implements TaskListener {

  private final TaskForms forms;
  private final ConsultationService service;

  SummariseReceiver(TaskForms forms, ConsultationService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var conclusion = form.json("conclusion");
    var problems = new TreeSet<Integer>();
    conclusion.path("problems").forEach(number -> problems.add(number.asInt()));
    var summary = conclusion.path("summary").asText("").strip();
    service.summarise(form.key(), summary, problems, form.actor());
  }
}
