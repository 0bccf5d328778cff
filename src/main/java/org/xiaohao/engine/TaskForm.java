package org.xiaohao.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.xiaohao.shared.Refusal;

/**
 * What somebody filled in before completing a task: only the fields that the receiver asks for by
 * name are taken, whatever else was sent along.
 */
public final class TaskForm {

  private final DelegateTask task;
  private final String actor;
  private final JsonReader json;

  TaskForm(DelegateTask task, String actor, JsonReader json) {
    this.task = task;
    this.actor = actor;
    this.json = json;
  }

  /** Reads what a variable holds as JSON. */
  interface JsonReader {
    JsonNode read(String text);
  }

  /** Natural key of the row behind the task. */
  public String key() {
    return task.getExecution().getProcessBusinessKey();
  }

  /** Id of the person who completes the task. */
  public String actor() {
    return actor;
  }

  /** A text field, without blanks at its ends; empty where nothing was filled in. */
  public String text(String field) {
    var value = task.getVariable(field);
    return value == null ? "" : value.toString().strip();
  }

  /**
   * A text field that must be filled in.
   *
   * @param code code of the sentence that says what is missing
   */
  public String required(String field, String code) {
    var value = text(field);
    if (value.isEmpty()) {
      throw new Refusal(code);
    }
    return value;
  }

  /** One of the values of an enum; upper-case word in the form. */
  public <E extends Enum<E>> E choice(String field, Class<E> type, String code) {
    try {
      return Enum.valueOf(type, text(field));
    } catch (IllegalArgumentException unknown) {
      throw new Refusal(code);
    }
  }

  /** Whether the task has that field: one of an older version of a model may not. */
  public boolean asks(String field) {
    return task.hasVariable(field);
  }

  /** Whether a box was ticked. */
  public boolean ticked(String field) {
    return Boolean.parseBoolean(text(field));
  }

  /** A group, list or table; {@link MissingNode} where nothing was filled in. */
  public JsonNode json(String field) {
    return json(task, field, json);
  }

  static JsonNode json(VariableScope scope, String field, JsonReader json) {
    var typed = scope.getVariableTyped(field, false);
    @Nullable String text =
        typed instanceof org.camunda.spin.plugin.variable.value.JsonValue value
            ? value.getValueSerialized()
            : null;
    return text == null ? MissingNode.getInstance() : json.read(text);
  }

  /** Sets the decision that a gateway behind the task reads. */
  public void decide(Variable<String> decision, Enum<?> value) {
    task.getExecution().getProcessInstance().setVariable(decision.name(), value.name());
  }
}
