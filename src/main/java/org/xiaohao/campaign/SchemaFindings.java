package org.xiaohao.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.xiaohao.shared.Ellipsis;

/** Says in the words of an office where a plan breaks the schema. */
final class SchemaFindings {

  /** Violations that do not keep the plan from being bound, so that its rules are checked too. */
  private static final Set<String> HARMLESS_TO_BINDING =
      Set.of(
          "additionalProperties",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "uniqueItems");

  private static final int SHOWN_LENGTH = 60;

  private final PlanSchema schema;
  private final PlanFindings findings;

  SchemaFindings(PlanSchema schema, PlanFindings findings) {
    this.schema = schema;
    this.findings = findings;
  }

  /**
   * @return whether the plan can be bound to its records all the same
   */
  boolean report(JsonNode plan) {
    var violations = schema.violations(plan);
    // A mistyped key is one mistake, not two: it is not reported as missing as well.
    var meant = violations.stream().flatMap(this::meant).collect(Collectors.toSet());
    violations.stream()
        .filter(v -> !v.getKeyword().equals("required") || !meant.contains(key(v)))
        .forEach(this::report);
    return violations.stream().allMatch(v -> HARMLESS_TO_BINDING.contains(v.getKeyword()));
  }

  /** Pointer to the key that an unknown one was meant for. */
  private Stream<String> meant(Error violation) {
    if (!violation.getKeyword().equals("additionalProperties")) {
      return Stream.empty();
    }
    var known = PlanSchema.keys(type(violation));
    return Spelling.closest(violation.getProperty(), known)
        .map(word -> Places.below(violation.getInstanceLocation().toString(), word))
        .stream();
  }

  private static String key(Error violation) {
    return Places.below(violation.getInstanceLocation().toString(), violation.getProperty());
  }

  /** Type whose keyword was violated. */
  private JsonNode type(Error violation) {
    return schema.at(parent(violation.getSchemaLocation().getFragment().toString()));
  }

  private void report(Error violation) {
    var pointer = violation.getInstanceLocation().toString();
    var given = shown(violation.getInstanceNode());
    var limit = shown(violation.getSchemaNode());
    var type = type(violation);
    switch (violation.getKeyword()) {
      case "required" -> missing(pointer, type, violation.getProperty());
      case "additionalProperties" -> unknownKey(pointer, type, violation.getProperty());
      case "type" -> wrongType(pointer, violation.getInstanceNode(), given, limit);
      case "enum" -> notAmong(pointer, given, violation.getSchemaNode());
      case "pattern" -> findings.error(pointer, patternCode(violation), given);
      case "format" -> findings.error(pointer, "plan.date", given);
      case "minimum", "maximum" ->
          findings.error(
              pointer,
              "plan.number-range",
              given,
              type.path("minimum").asText(),
              type.path("maximum").asText());
      case "minLength" -> findings.error(pointer, "plan.no-value");
      case "maxLength" -> findings.error(pointer, "plan.too-long", limit);
      case "minItems" -> findings.error(pointer, "plan.too-few", limit);
      case "maxItems" -> findings.error(pointer, "plan.too-many", limit);
      case "uniqueItems" -> findings.error(pointer, "plan.twice-in-list");
      default -> findings.error(pointer, "plan.invalid", violation.getMessage());
    }
  }

  private void missing(String pointer, JsonNode type, String key) {
    var title = schema.property(type, key).path("title").asText("");
    var nearer = type.path("properties").path(key).path("title").asText(title);
    findings.error(pointer, "plan.missing-key", key, nearer.isEmpty() ? key : nearer);
  }

  private void unknownKey(String pointer, JsonNode type, String key) {
    var known = PlanSchema.keys(type);
    var where = Places.below(pointer, key);
    Spelling.closest(key, known)
        .ifPresentOrElse(
            meant -> findings.error(where, "plan.unknown-key-meant", clipped(key), meant),
            () ->
                findings.error(
                    where, "plan.unknown-key", clipped(key), PlanFindings.joined(known)));
  }

  private void wrongType(String pointer, JsonNode node, String given, String expected) {
    if (node.isNull()) {
      findings.error(pointer, "plan.no-value");
    } else {
      findings.error(pointer, "plan.type-" + expected, given);
    }
  }

  private void notAmong(String pointer, String given, JsonNode allowed) {
    var words = StreamSupport.stream(allowed.spliterator(), false).map(JsonNode::asText).toList();
    Spelling.closest(given, words)
        .ifPresentOrElse(
            meant ->
                findings.error(
                    pointer, "plan.choice-meant", given, PlanFindings.joined(words), meant),
            () -> findings.error(pointer, "plan.choice", given, PlanFindings.joined(words)));
  }

  /** Each pattern has its own advice, by the name of the type that it belongs to. */
  private static String patternCode(Error violation) {
    var owner = parent(violation.getSchemaLocation().getFragment().toString());
    return "plan.pattern-" + owner.substring(owner.lastIndexOf('/') + 1);
  }

  private static String parent(String pointer) {
    return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
  }

  private static String shown(JsonNode node) {
    return clipped(node.isContainerNode() ? node.toString() : node.asText());
  }

  private static String clipped(String text) {
    return Ellipsis.cut(text, SHOWN_LENGTH);
  }
}
