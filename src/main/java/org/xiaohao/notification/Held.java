package org.xiaohao.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xiaohao.notification.Letter.Line;

/**
 * A notice that becomes a line of another one: of a digest, or of what a group chat is told.
 *
 * @param line what it says, in a line
 * @param itemKey business key of what it is about; null where it is about several things or none
 * @param red whether it is about something overdue
 */
public record Held(long id, String personId, Line line, @Nullable String itemKey, boolean red) {

  /** Template of a list of what is late. */
  private static final String OVERDUE = "overdue";

  /**
   * Reads a row of the outbox. What is late is named without saying so, which the list does in
   * which it is going to stand; of all others the subject is the line.
   */
  static Held of(ResultSet row, ObjectMapper json) throws SQLException {
    return new Held(
        row.getLong("id"),
        Objects.requireNonNull(row.getString("person_id")),
        line(row, json),
        row.getString("item_key"),
        row.getBoolean("red"));
  }

  private static Line line(ResultSet row, ObjectMapper json) throws SQLException {
    var text = row.getString("letter");
    var letter = text == null ? null : letter(text, json);
    if (letter != null
        && letter.template().equals(OVERDUE)
        && letter.sections().size() == 1
        && letter.sections().get(0).lines().size() == 1) {
      return letter.sections().get(0).lines().get(0);
    }
    return new Line(Objects.requireNonNull(row.getString("subject")), null, row.getString("link"));
  }

  private static Letter letter(String text, ObjectMapper json) {
    try {
      return json.readValue(text, Letter.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
