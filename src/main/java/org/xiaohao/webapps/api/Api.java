package org.xiaohao.webapps.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.xiaohao.shared.Messages;
import org.xiaohao.shared.Refusal;

/** What all of the plugins' endpoints share. */
final class Api {

  /** Below the webapps' own API, so that their login, CSRF protection and headers hold here too. */
  static final String BASE = "/camunda/api/xiaohao/{engine}";

  private Api() {}

  /** What was sent as text, without blanks at its ends; empty where nothing was sent. */
  static String text(@Nullable String sent) {
    return sent == null ? "" : sent.strip();
  }

  /** A sentence in the language of the reader, which need not be that of the campaign's papers. */
  static String word(String code, Object... arguments) {
    return Messages.text(LocaleContextHolder.getLocale(), code, arguments);
  }

  /** Day and local time, as the reader's language writes them. */
  static String moment(Instant moment, ZoneId zone) {
    return DateTimeFormatter.ofPattern(
            word("webapps.moment-format"), LocaleContextHolder.getLocale())
        .format(moment.atZone(zone));
  }

  /**
   * A day that must be sent.
   *
   * @throws Refusal if it was not
   */
  static LocalDate day(@Nullable LocalDate sent) {
    if (sent == null) {
      throw new Refusal("webapps.day-missing");
    }
    return sent;
  }
}
