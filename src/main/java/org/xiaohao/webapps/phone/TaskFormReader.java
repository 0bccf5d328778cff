package org.xiaohao.webapps.phone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads forms as Tasklist does: from the deployment, with the rights of whoever asks. */
@Component
class TaskFormReader {

  private final FormService forms;
  private final ObjectMapper json;

  TaskFormReader(FormService forms, ObjectMapper json) {
    this.forms = forms;
    this.json = json;
  }

  /** The form of a task; empty where the task has none. */
  Optional<TaskForm> of(String taskId) {
    try (var form = forms.getDeployedTaskForm(taskId)) {
      var components = json.readTree(form).path("components");
      var data = new HashMap<String, Object>();
      var variables = forms.getTaskFormVariables(taskId, null, false);
      // Not over its entries: who asks one for its value makes a JSON value forget its text.
      variables.keySet().forEach(name -> data.put(name, plain(variables.getValueTyped(name))));
      return Optional.of(new TaskForm(components, data));
    } catch (NullValueException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("form of task " + taskId, unreadable);
    }
  }

  private @Nullable Object plain(@Nullable TypedValue value) {
    if (!(value instanceof JsonValue text)) {
      return value == null ? null : value.getValue();
    }
    try {
      return text.getValueSerialized() == null
          ? null
          : json.readValue(text.getValueSerialized(), Object.class);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
