package org.xiaohao.supervision.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group of a form as it was filled in. */
record Filled(JsonNode group) {

  /** A text, without blanks at its ends; empty where nothing was filled in. */
  String text(String field) {
    return group.path(field).asText("").strip();
  }

  /** A day; null where none was filled in, the service says what is missing. */
  @Nullable LocalDate day(String field) {
    try {
      return LocalDate.parse(text(field));
    } catch (DateTimeParseException none) {
      return null;
    }
  }

  /** The lines of a text that have something on them. */
  List<String> lines(String field) {
    return text(field).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** One of the values of an enum; the given one where none was chosen. */
  <E extends Enum<E>> E choice(String field, Class<E> type, E otherwise) {
    try {
      return Enum.valueOf(type, text(field));
    } catch (IllegalArgumentException unknown) {
      return otherwise;
    }
  }
}
