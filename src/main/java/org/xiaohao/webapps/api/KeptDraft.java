package org.xiaohao.webapps.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.xiaohao.shared.Refusal;

/**
 * A draft as the page needs it.
 *
 * @param at when it was saved, to be told from another saving
 * @param time the same in local time, in words
 * @param content fields that were changed, with their values
 */
public record KeptDraft(Instant at, String time, @JsonRawValue String content) {

  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm");

  /**
   * @param zone in which the reader lives
   * @param now of the reader
   */
  public static KeptDraft of(Instant at, String content, ZoneId zone, Instant now) {
    var saved = at.atZone(zone);
    var format =
        saved.toLocalDate().equals(now.atZone(zone).toLocalDate())
            ? TODAY
            : DateTimeFormatter.ofPattern(
                Api.word("webapps.draft-day"), LocaleContextHolder.getLocale());
    return new KeptDraft(at, format.format(saved), content);
  }

  /** Fields that were changed, with their values. */
  record Typed(@Nullable JsonNode content) {

    /**
     * The same as text.
     *
     * @throws Refusal if it is no object
     */
    String text() {
      if (content == null || !content.isObject()) {
        throw new Refusal("webapps.request-unreadable");
      }
      return content.toString();
    }
  }
}
