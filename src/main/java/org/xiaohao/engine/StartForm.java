package org.xiaohao.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** What somebody filled in to start an instance; or nothing, where the house starts it. */
public final class StartForm {

  private final DelegateExecution execution;
  private final String actor;
  private final TaskForm.JsonReader json;

  StartForm(DelegateExecution execution, String actor, TaskForm.JsonReader json) {
    this.execution = execution;
    this.actor = actor;
    this.json = json;
  }

  /** The business key that the start gave; null for none. People can type one, too. */
  public @Nullable String key() {
    return execution.getProcessBusinessKey();
  }

  /** Id of the person who starts it. */
  public String actor() {
    return actor;
  }

  /** A group, list or table; missing where nothing was filled in. */
  public JsonNode json(String field) {
    return TaskForm.json(execution, field, json);
  }

  /**
   * Names the instance after the row that was made of the form.
   *
   * @param key business key
   * @param title what it is about, in words
   * @param fields fields of the form: they are in the row now, and no variables any more
   */
  public void becomes(String key, String title, List<String> fields) {
    execution.setProcessBusinessKey(key);
    execution.removeVariables(fields);
    execution.setVariable(Instances.TITLE, title);
  }
}
