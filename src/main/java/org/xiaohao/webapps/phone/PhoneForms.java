package org.xiaohao.webapps.phone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.xiaohao.webapps.phone.PhoneForm.Cell;
import org.xiaohao.webapps.phone.PhoneForm.Kind;
import org.xiaohao.webapps.phone.PhoneForm.Option;
import org.xiaohao.webapps.phone.PhoneForm.Part;

/**
 * Makes a plain HTML form out of a Camunda Form. A field that the form shows only after a certain
 * answer is always shown here, since the page needs no script; {@link PhoneAnswers} leaves out what
 * is not asked for.
 */
final class PhoneForms {

  /** In front of each name, so that no field can be taken for something of the page itself. */
  static final String PREFIX = "f.";

  private final TaskForm form;
  private final @Nullable MultiValueMap<String, String> sent;
  private final List<String> answers;
  private final List<Part> parts = new ArrayList<>();
  private boolean structured;

  private PhoneForms(TaskForm form, @Nullable MultiValueMap<String, String> sent) {
    this.form = form;
    this.sent = sent;
    this.answers = Components.answers(form.components());
  }

  /**
   * @param sent what was filled in before, where the form comes back; null for a fresh one
   */
  static PhoneForm of(TaskForm form, @Nullable MultiValueMap<String, String> sent) {
    var made = new PhoneForms(form, sent);
    made.add(form.components(), form.data(), "", false);
    var shown =
        made.structured
            ? made.parts.stream().filter(part -> part.kind() == Kind.BRIEF).toList()
            : List.copyOf(made.parts);
    return new PhoneForm(made.structured, shown);
  }

  private void add(JsonNode components, Map<?, ?> data, String path, boolean maybe) {
    Components.of(components)
        .filter(component -> !isHidden(component))
        .forEach(component -> addOne(component, data, path, maybe || depends(component)));
  }

  private boolean isHidden(JsonNode component) {
    var hidden = Components.hidden(component);
    return !hidden.isEmpty() && !depends(component) && Feel.holds(hidden, form.data());
  }

  /** Whether it is shown or not according to what is still to be answered. */
  private boolean depends(JsonNode component) {
    var hidden = Components.hidden(component);
    return answers.stream().anyMatch(answer -> Feel.names(hidden, answer));
  }

  private void addOne(JsonNode component, Map<?, ?> data, String path, boolean maybe) {
    switch (Components.type(component)) {
      case "text" -> addBrief(component);
      case "group" -> {
        var name = Components.path(component);
        var inner =
            name.isEmpty() ? data : data.get(name) instanceof Map<?, ?> map ? map : Map.of();
        add(component.path("components"), inner, name.isEmpty() ? path : path + name + ".", maybe);
      }
      case "dynamiclist" -> addRows(component, data);
      case "textfield" -> addField(Kind.LINE, component, data, path, maybe);
      case "textarea" -> addField(Kind.TEXT, component, data, path, maybe);
      case "number" -> addField(Kind.NUMBER, component, data, path, maybe);
      case "radio" -> addField(Kind.RADIO, component, data, path, maybe);
      case "select" -> addField(Kind.SELECT, component, data, path, maybe);
      case "checkbox" -> addField(Kind.TICK, component, data, path, maybe);
      case "checklist" -> addField(Kind.TICKS, component, data, path, maybe);
      case "datetime" -> {
        if (component.path("subtype").asText().equals("date")) {
          addField(Kind.DAY, component, data, path, maybe);
        } else {
          structured = true;
        }
      }
      default -> structured = true;
    }
  }

  private void addBrief(JsonNode component) {
    var text = Feel.text(component.path("text").asText(), form.data());
    var blocks = Brief.blocks(text);
    if (!blocks.isEmpty()) {
      parts.add(
          new Part(Kind.BRIEF, "", "", null, List.of(), List.of(), false, null, blocks, List.of()));
    }
  }

  /** Rows can be read, but not filled in. */
  private void addRows(JsonNode list, Map<?, ?> data) {
    var columns = Components.of(list.path("components")).toList();
    if (list.path("allowAddRemove").asBoolean(true)
        || !columns.stream().allMatch(Components::isFixed)) {
      structured = true;
      return;
    }
    var shown = columns.stream().filter(column -> !isHidden(column)).toList();
    var rows = new ArrayList<List<Cell>>();
    if (data.get(Components.path(list)) instanceof List<?> filled) {
      filled.forEach(
          row ->
              rows.add(
                  shown.stream()
                      .map(
                          column ->
                              new Cell(
                                  label(column),
                                  row instanceof Map<?, ?> cells
                                      ? Components.text(cells.get(Components.key(column)))
                                      : ""))
                      .toList()));
    }
    if (!rows.isEmpty()) {
      parts.add(
          new Part(
              Kind.ROWS,
              "",
              label(list),
              null,
              List.of(),
              List.of(),
              false,
              null,
              List.of(),
              rows));
    }
  }

  private void addField(Kind kind, JsonNode component, Map<?, ?> data, String path, boolean maybe) {
    var fixed = Components.isFixed(component);
    var name = PREFIX + path + Components.key(component);
    var values = values(component, data, name, fixed);
    if (fixed && (values.isEmpty() || values.get(0).isBlank())) {
      return;
    }
    var help = Feel.text(component.path("description").asText(), form.data());
    List<Option> options =
        switch (kind) {
          case RADIO, SELECT, TICKS -> Components.options(component, form.data());
          default -> List.of();
        };
    parts.add(
        new Part(
            fixed ? Kind.SAID : kind,
            fixed ? "" : name,
            label(component),
            help.isEmpty() ? null : help,
            values,
            options,
            !fixed && !maybe && Components.isRequired(component),
            Components.longest(component),
            List.of(),
            List.of()));
  }

  private List<String> values(JsonNode component, Map<?, ?> data, String name, boolean fixed) {
    if (sent != null && !fixed) {
      return sent.getOrDefault(name, List.of());
    }
    var value = data.get(Components.key(component));
    if (value instanceof List<?> several) {
      return several.stream().map(Components::text).toList();
    }
    if (value == null && component.has("defaultValue")) {
      return List.of(component.path("defaultValue").asText());
    }
    return value == null ? List.of() : List.of(Components.text(value));
  }

  private String label(JsonNode component) {
    return Feel.text(component.path("label").asText(), form.data());
  }
}
