package org.xiaohao.consultation.process;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.consultation.ConsultationService;
import org.xiaohao.consultation.Validity;
import org.xiaohao.engine.TaskForm;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.shared.Refusal;

/** The office lets forms count after all, then lets the unit go on or pass. */
@Component
class DecideShortfallReceiver implements TaskListener {

  private final TaskForms forms;
  private final ConsultationService service;

  DecideShortfallReceiver(TaskForms forms, ConsultationService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var reason = form.text("reason");
    for (var number : form.json("recognised")) {
      service.overrule(form.key(), number.asInt(), Validity.VALID, reason, form.actor());
    }
    switch (form.choice("decision", Decision.class, "consultation.decision-missing")) {
      case CONTINUE -> service.goOn(form.key(), until(form), reason, form.actor());
      case PASS -> service.letPass(form.key(), reason, form.actor());
    }
  }

  private static LocalDate until(TaskForm form) {
    try {
      return LocalDate.parse(form.required("until", "consultation.until-missing"));
    } catch (DateTimeParseException unreadable) {
      throw new Refusal("consultation.until-missing");
    }
  }

  private enum Decision {
    CONTINUE,
    PASS
  }
}
