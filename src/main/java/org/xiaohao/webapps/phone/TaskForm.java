package org.xiaohao.webapps.phone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * The form of a task as it is deployed, and what it is filled with beforehand.
 *
 * @param components of the form, as the modeler writes them
 * @param data variables by name; lists and groups as lists and maps
 */
record TaskForm(JsonNode components, Map<String, Object> data) {

  /** The same form, filled with what somebody typed: groups field by field. */
  TaskForm filledWith(Map<String, Object> typed) {
    return new TaskForm(components, merged(data, typed));
  }

  private static Map<String, Object> merged(Map<?, ?> data, Map<?, ?> typed) {
    var all = new HashMap<String, Object>();
    data.forEach((name, value) -> all.put(String.valueOf(name), value));
    typed.forEach(
        (name, value) ->
            all.put(
                String.valueOf(name),
                value instanceof Map<?, ?> fields && data.get(name) instanceof Map<?, ?> group
                    ? merged(group, fields)
                    : value));
    return all;
  }
}
