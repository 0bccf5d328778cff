package org.xiaohao.webapps.phone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.xiaohao.webapps.phone.PhoneForm.Option;

/** What the components of a form mean. */
final class Components {

  private Components() {}

  static Stream<JsonNode> of(JsonNode components) {
    return StreamSupport.stream(components.spliterator(), false);
  }

  static String type(JsonNode component) {
    return component.path("type").asText();
  }

  static String key(JsonNode component) {
    return component.path("key").asText();
  }

  static boolean isGroup(JsonNode component) {
    return type(component).equals("group");
  }

  /** Name of the variable that a group is; empty for one that only looks like a group. */
  static String path(JsonNode group) {
    return group.path("path").asText();
  }

  /** Whether it is to be read only. */
  static boolean isFixed(JsonNode component) {
    return component.path("disabled").asBoolean();
  }

  static boolean isRequired(JsonNode component) {
    return component.path("validate").path("required").asBoolean();
  }

  static @Nullable Integer longest(JsonNode component) {
    var longest = component.path("validate").path("maxLength");
    return longest.isInt() ? longest.asInt() : null;
  }

  /** When it is hidden; empty for never. */
  static String hidden(JsonNode component) {
    return component.path("conditional").path("hide").asText();
  }

  /** What can be chosen: as the form lists it, or as an expression yields it. */
  static List<Option> options(JsonNode component, Map<String, Object> data) {
    var expression = component.path("valuesExpression").asText();
    if (expression.isEmpty()) {
      return of(component.path("values"))
          .map(one -> new Option(one.path("value").asText(), one.path("label").asText()))
          .toList();
    }
    var options = new ArrayList<Option>();
    if (Feel.value(expression, data) instanceof Iterable<?> values) {
      values.forEach(
          value ->
              options.add(
                  value instanceof Map<?, ?> one
                      ? new Option(text(one.get("value")), text(one.get("label")))
                      : new Option(text(value), text(value))));
    }
    return options;
  }

  /** Keys of all fields that somebody is to fill in, also those within groups. */
  static List<String> answers(JsonNode components) {
    return of(components)
        .flatMap(
            component ->
                isGroup(component)
                    ? answers(component.path("components")).stream()
                    : Stream.of(component).filter(one -> !isFixed(one)).map(Components::key))
        .filter(key -> !key.isEmpty())
        .toList();
  }

  static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
