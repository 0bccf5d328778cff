package org.xiaohao.webapps.phone;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.MultiValueMap;
import org.xiaohao.shared.Messages;

/**
 * What was filled in on a phone, as Tasklist would send it: groups as maps, nothing that the form
 * hides, and what is wrong with it.
 *
 * @param fields of the task's form by name; lists and maps still as such
 * @param faults sentences about what is missing or wrong, in the order of the form
 */
record PhoneAnswers(Map<String, Object> fields, List<String> faults) {

  static PhoneAnswers of(TaskForm form, MultiValueMap<String, String> sent) {
    return new Reading(form, sent).read();
  }

  private static final class Reading {

    private final TaskForm form;
    private final MultiValueMap<String, String> sent;
    private final List<String> faults = new ArrayList<>();

    /** What conditions see: what the form came with, and what was answered. */
    private final Map<String, Object> known;

    Reading(TaskForm form, MultiValueMap<String, String> sent) {
      this.form = form;
      this.sent = sent;
      this.known = new HashMap<>(form.data());
    }

    PhoneAnswers read() {
      // Conditions may look at any answer, wherever it stands: first all, then what is asked for.
      learn(form.components(), known, "");
      var fields = new LinkedHashMap<String, Object>();
      take(form.components(), fields, "");
      return new PhoneAnswers(fields, List.copyOf(faults));
    }

    private void learn(JsonNode components, Map<String, Object> into, String path) {
      for (var component : components) {
        if (Components.isGroup(component)) {
          var name = Components.path(component);
          var inner = name.isEmpty() ? into : inner(into, name);
          learn(component.path("components"), inner, name.isEmpty() ? path : path + name + ".");
        } else if (isAnswer(component)) {
          into.put(Components.key(component), raw(component, path));
        }
      }
    }

    private static Map<String, Object> inner(Map<String, Object> outer, String name) {
      var inner = new HashMap<String, Object>();
      if (outer.get(name) instanceof Map<?, ?> present) {
        present.forEach((key, value) -> inner.put(String.valueOf(key), value));
      }
      outer.put(name, inner);
      return inner;
    }

    private void take(JsonNode components, Map<String, Object> into, String path) {
      for (var component : components) {
        var hidden = Components.hidden(component);
        if (!hidden.isEmpty() && Feel.holds(hidden, known)) {
          continue;
        }
        if (Components.isGroup(component)) {
          var name = Components.path(component);
          var inner = name.isEmpty() ? into : new LinkedHashMap<String, Object>();
          take(component.path("components"), inner, name.isEmpty() ? path : path + name + ".");
          if (!name.isEmpty() && !inner.isEmpty()) {
            into.put(name, inner);
          }
        } else if (isAnswer(component)) {
          into.put(Components.key(component), checked(component, path));
        }
      }
    }

    private static boolean isAnswer(JsonNode component) {
      return !Components.key(component).isEmpty()
          && !Components.isFixed(component)
          && !Components.type(component).equals("dynamiclist");
    }

    private Object raw(JsonNode component, String path) {
      var name = PhoneForms.PREFIX + path + Components.key(component);
      return switch (Components.type(component)) {
        case "checkbox" -> sent.containsKey(name);
        case "checklist" -> List.copyOf(sent.getOrDefault(name, List.of()));
        default -> text(sent.getFirst(name));
      };
    }

    private Object checked(JsonNode component, String path) {
      var value = raw(component, path);
      var label = Feel.text(component.path("label").asText(), form.data());
      var longest = Components.longest(component);
      if (Components.isRequired(component)
          && (value instanceof String blank && blank.isBlank()
              || value.equals(List.of())
              || value.equals(false))) {
        fault("missing", label);
      } else if (longest != null && value instanceof String text && text.length() > longest) {
        fault("too-long", label, String.valueOf(longest), String.valueOf(text.length()));
      } else if (value instanceof String text && !text.isEmpty()) {
        return typed(component, label, text);
      }
      return value;
    }

    private Object typed(JsonNode component, String label, String text) {
      try {
        return switch (Components.type(component)) {
          case "number" -> Long.valueOf(text.strip());
          case "datetime" -> LocalDate.parse(text.strip()).toString();
          default -> text;
        };
      } catch (NumberFormatException | DateTimeParseException unreadable) {
        fault("unreadable", label);
        return text;
      }
    }

    private void fault(String code, String... values) {
      Locale language = LocaleContextHolder.getLocale();
      faults.add(Messages.text(language, "phone.fault." + code, (Object[]) values));
    }

    /** Browsers send lines with two signs at their ends. */
    private static String text(@Nullable String sent) {
      return sent == null ? "" : sent.replace("\r\n", "\n");
    }
  }
}
