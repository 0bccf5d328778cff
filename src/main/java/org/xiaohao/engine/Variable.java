package org.xiaohao.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable, its name and type declared once. At most seven per instance: an instance
 * carries ids, the last decision and what its forms show, never the business data.
 *
 * @param name as the models write it
 * @param type what is stored in it
 */
public record Variable<T>(String name, Class<T> type) {

  public static <T> Variable<T> of(String name, Class<T> type) {
    return new Variable<>(name, type);
  }

  /** Its value. Throws where the variable is missing: a model or a start forgot it. */
  public T in(VariableScope scope) {
    var value = scope.getVariable(name);
    if (value == null) {
      throw new IllegalStateException("process variable '" + name + "' is missing");
    }
    return type.cast(value);
  }

  /** For the start of an instance. */
  public Map<String, Object> as(T value) {
    return Map.of(name, value);
  }

  /** Sets it where it is declared, else on the instance. */
  public void set(VariableScope scope, T value) {
    scope.setVariable(name, value);
  }
}
