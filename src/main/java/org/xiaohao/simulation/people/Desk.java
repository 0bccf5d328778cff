package org.xiaohao.simulation.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;
import org.xiaohao.shared.Messages;

/** A task in front of somebody: who that is, what the form shows, and how it is filled in. */
public final class Desk {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Todo todo;
  private final LocalDate today;
  private final Colleagues colleagues;
  private final Map<String, Object> fields = new HashMap<>();
  private @Nullable String person;
  private @Nullable Map<String, Object> shown;
  private @Nullable String completedBy;

  /**
   * @param today the day on which somebody sits there
   */
  public Desk(Todo todo, LocalDate today, Colleagues colleagues) {
    this.todo = todo;
    this.today = today;
    this.colleagues = colleagues;
  }

  LocalDate today() {
    return today;
  }

  /** Who does it: one of those who may. */
  String person() {
    if (person == null) {
      choose(any -> true);
    }
    return person;
  }

  /** Somebody of those who may, and who did not do that task of this row: four eyes (A16). */
  void chooseOtherThan(String element) {
    choose(somebody -> !somebody.equals(todo.before().get(element)));
  }

  /** Somebody of those who may, and for whom this holds. */
  void choose(Predicate<String> suitable) {
    var people = colleagues.candidates(todo).stream().filter(suitable).toList();
    if (people.isEmpty()) {
      throw new IllegalStateException("nobody may do " + todo.key() + " " + todo.kind());
    }
    person = todo.lots().one("person", people);
  }

  /** Somebody does something else than completing the task. */
  void as(String somebody, Runnable act) {
    colleagues.as(somebody, act);
  }

  /** Somebody starts something by hand, with one group filled in. */
  void start(String somebody, String process, ObjectNode group) {
    colleagues.start(
        somebody, process, Map.of(process, SpinValues.jsonValue(group.toString()).create()));
  }

  /** Somebody of a group. */
  String memberOf(String group) {
    return todo.lots().one("member", colleagues.members(group));
  }

  /** What a plain field of the form shows; empty where nothing. */
  String text(String field) {
    return shown(field) instanceof TypedValue value && value.getValue() != null
        ? value.getValue().toString()
        : "";
  }

  /** What a group, list or table of the form shows. */
  JsonNode json(String field) {
    return shown(field) instanceof JsonValue value
        ? read(value.getValueSerialized())
        : MissingNode.getInstance();
  }

  /** The same, to be filled in further. */
  ObjectNode draft(String field) {
    return json(field) instanceof ObjectNode group ? group : JSON.createObjectNode();
  }

  private @Nullable Object shown(String field) {
    if (shown == null) {
      shown = colleagues.open(todo, person());
    }
    return shown.get(field);
  }

  /** An empty group. */
  static ObjectNode group() {
    return JSON.createObjectNode();
  }

  /** Fills in a plain field. */
  Desk fill(String field, Object value) {
    fields.put(field, value);
    return this;
  }

  /** Fills in a group, list or table. */
  Desk fill(String field, JsonNode value) {
    fields.put(field, SpinValues.jsonValue(value.toString()).create());
    return this;
  }

  /** Completes the task with what was filled in. */
  void complete() {
    shown("");
    colleagues.complete(todo, person(), fields);
    completedBy = person();
  }

  /** Who completed the task; empty where something else was done. */
  public Optional<String> completedBy() {
    return Optional.ofNullable(completedBy);
  }

  /** A sentence in the language of the campaign. */
  String say(String code, Object... arguments) {
    return Messages.text(todo.dates().plan().language(), "simulation." + code, arguments);
  }

  /** One of the sentences {@code <code>-1} to {@code <code>-<count>}. */
  String sayOne(String code, int count) {
    return say(code + "-" + todo.lots().between(code, 1, count));
  }

  /** Names of a node's fields, in their order. */
  static List<String> names(JsonNode node) {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a form shows what is no JSON: " + text, broken);
    }
  }
}
