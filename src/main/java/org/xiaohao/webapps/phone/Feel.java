package org.xiaohao.webapps.phone;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/** The expressions in forms, which Tasklist evaluates in the browser and we on the server. */
final class Feel {

  private static final Pattern PLACE = Pattern.compile("\\{\\{(.+?)}}");

  private static final FeelEngine ENGINE = new ScalaFeelEngineFactory().createInstance();

  private Feel() {}

  /** A text with its {@code {{places}}} filled in. */
  static String text(String template, Map<String, Object> data) {
    return PLACE
        .matcher(template)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    String.valueOf(Objects.requireNonNullElse(value(place.group(1), data), ""))));
  }

  /** Whether a condition such as {@code =outcome = "RETURNED"} holds. */
  static boolean holds(String condition, Map<String, Object> data) {
    return Boolean.TRUE.equals(value(expression(condition), data));
  }

  /** Whether a condition names that field. */
  static boolean names(String condition, String field) {
    return Pattern.compile("(?<![\\w\"])" + Pattern.quote(field) + "(?![\\w\"])")
        .matcher(condition)
        .find();
  }

  /** What an expression yields; null where it asks for something that is not there. */
  static @Nullable Object value(String expression, Map<String, Object> data) {
    try {
      return ENGINE.evaluateSimpleExpression(
          expression(expression), Variables.fromMap(data).asVariableContext());
    } catch (FeelException nothing) {
      return null;
    }
  }

  private static String expression(String written) {
    return written.startsWith("=") ? written.substring(1) : written;
  }
}
