package org.xiaohao.webapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Which variables somebody may send with a form: its fields. Whatever else comes along would become
 * a variable of the instance that nobody asked for, or replace one that a gateway reads.
 */
final class FieldsOfForm {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FieldsOfForm() {}

  /** Of a task: what its model declares as inputs. */
  static Map<String, Object> of(TaskEntity task, @Nullable Map<String, Object> sent) {
    var inputs = task.getExecution().getActivity().getIoMapping();
    var declared = new HashSet<String>();
    if (inputs != null) {
      inputs.getInputParameters().forEach(input -> declared.add(input.getName()));
    }
    return only(declared, sent);
  }

  /** Of a start form: the fields that the form names. */
  static Map<String, Object> of(InputStream form, @Nullable Map<String, Object> sent) {
    var declared = new HashSet<String>();
    try (form) {
      collect(JSON.readTree(form), declared);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return only(declared, sent);
  }

  /** Whether a person acts, and not the house itself. */
  static boolean isOfPerson() {
    var login = Context.getCommandContext().getAuthentication();
    return login != null && login.getUserId() != null;
  }

  private static Map<String, Object> only(
      Set<String> declared, @Nullable Map<String, Object> sent) {
    var kept = new HashMap<String, Object>();
    if (sent != null) {
      sent.forEach(
          (name, value) -> {
            if (declared.contains(name)) {
              kept.put(name, value);
            }
          });
    }
    return kept;
  }

  /** A group with a path is one variable; one without is none. */
  private static void collect(JsonNode part, Set<String> declared) {
    for (var component : part.path("components")) {
      var path = component.path("path").asText();
      var name = path.isEmpty() ? component.path("key").asText() : path;
      if (!name.isEmpty()) {
        declared.add(name.split("\\.")[0]);
      }
      if (path.isEmpty()) {
        collect(component, declared);
      }
    }
  }
}
