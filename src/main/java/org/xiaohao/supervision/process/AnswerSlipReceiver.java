package org.xiaohao.supervision.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.supervision.SlipService;

/** The receiver answers a slip. */
@Component
class AnswerSlipReceiver implements TaskListener {

  private final TaskForms forms;
  private final SlipService service;

  AnswerSlipReceiver(TaskForms forms, SlipService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    var answer = form.json("answer");
    service.answer(
        form.key(),
        answer.path("done").asText("").strip(),
        answer.path("reason").asText("").strip(),
        day(answer.path("byWhen")),
        form.actor());
  }

  /** Null where no day was filled in; the service says what is missing. */
  private static @Nullable LocalDate day(JsonNode sent) {
    try {
      return LocalDate.parse(sent.asText(""));
    } catch (DateTimeParseException none) {
      return null;
    }
  }
}
