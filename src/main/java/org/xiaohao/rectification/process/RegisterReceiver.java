package org.xiaohao.rectification.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.Instances;
import org.xiaohao.engine.StartForm;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.rectification.Problem;
import org.xiaohao.rectification.ProblemList;
import org.xiaohao.rectification.SuggestionService;
import org.xiaohao.shared.Refusal;

/**
 * Anybody registers a problem by starting the process (R84): row and instance are made in one
 * transaction. Where the house starts it, the row is there already.
 */
@Component
class RegisterReceiver implements ExecutionListener {

  private final TaskForms forms;
  private final SuggestionService suggestions;
  private final ProblemList problems;
  private final Instances instances;

  RegisterReceiver(
      TaskForms forms, SuggestionService suggestions, ProblemList problems, Instances instances) {
    this.forms = forms;
    this.suggestions = suggestions;
    this.problems = problems;
    this.instances = instances;
  }

  @Override
  public void notify(DelegateExecution execution) {
    var form = forms.of(execution);
    var key = form.key();
    var row = key == null ? null : problems.find(key).orElse(null);
    if (row != null) {
      requireAwaited(row);
      return;
    }
    var problem = register(form);
    form.becomes(problem.key(), problem.title(), List.of("problem"));
  }

  /**
   * Who starts an instance by hand may type the number of a problem; it has an instance, or ended.
   */
  private void requireAwaited(Problem problem) {
    if (!problem.isOpen() || instances.isRunning(problem.key())) {
      throw new Refusal("rectification.already-started", problem.title());
    }
  }

  private Problem register(StartForm form) {
    var fields = form.json("problem");
    return suggestions.suggest(
        RectificationForms.text(fields, "campaign"),
        RectificationForms.text(fields, "source"),
        RectificationForms.text(fields, "text"),
        RectificationForms.text(fields, "about").equals("OWN"),
        RectificationForms.text(fields, "unitName"),
        form.actor());
  }
}
