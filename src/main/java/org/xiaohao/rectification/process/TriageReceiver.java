package org.xiaohao.rectification.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForm;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.rectification.ProblemCareService;
import org.xiaohao.rectification.RectificationService;
import org.xiaohao.rectification.process.RectificationProcess.Triage;
import org.xiaohao.rectification.process.RectificationProcess.Variables;

/** The office says what becomes of a new problem. */
@Component
class TriageReceiver implements TaskListener {

  private final TaskForms forms;
  private final RectificationService service;
  private final ProblemCareService care;

  TriageReceiver(TaskForms forms, RectificationService service, ProblemCareService care) {
    this.forms = forms;
    this.service = service;
    this.care = care;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var outcome = form.choice("outcome", Triage.class, "rectification.outcome-missing");
    var unit = form.text("unit").isEmpty() ? null : form.text("unit");
    switch (outcome) {
      case ACCEPTED ->
          service.accept(form.key(), unit, RectificationForms.rating(form), form.actor());
      case MERGED -> care.merge(form.key(), form.text("into"), reason(form), true, form.actor());
      case EXPLAINED -> service.explain(form.key(), reason(form), form.actor());
      case LONG_TERM ->
          care.followLongTerm(
              form.key(),
              unit,
              RectificationForms.rating(form),
              RectificationForms.day(form.text("nextLook")),
              reason(form),
              form.actor());
    }
    form.decide(Variables.DECISION, outcome);
  }

  private static String reason(TaskForm form) {
    return form.text("reason");
  }
}
