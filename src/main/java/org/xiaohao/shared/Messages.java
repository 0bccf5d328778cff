package org.xiaohao.shared;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * Sentences for people. Each room keeps its own in {@code messages/<room>.properties} (English) and
 * {@code messages/<room>_zh.properties} (Chinese); the first part of a code names the room.
 */
public final class Messages {

  /** Neither language of the machine decides: what has no translation is shown in English. */
  private static final ResourceBundle.Control ENGLISH_IS_THE_ROOT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Messages() {}

  /**
   * @param locale language of the reader
   * @param code {@code <room>.<rest>}; {@code submission.own-review} stands in bundle {@code
   *     messages/submission} under that whole code
   * @param arguments values for {@code {0}}, {@code {1}} ... in the notation of {@link
   *     MessageFormat}; a {@link LocalDate} is written as the language writes days (2017年4月15日),
   *     numbers should be handed over as strings
   * @return the sentence, or the code itself where no bundle has it
   */
  public static String text(Locale locale, String code, Object... arguments) {
    var dot = code.indexOf('.');
    var room = dot < 0 ? "shared" : code.substring(0, dot);
    try {
      var pattern =
          ResourceBundle.getBundle("messages/" + room, locale, ENGLISH_IS_THE_ROOT).getString(code);
      return new MessageFormat(pattern, locale).format(inWords(locale, arguments));
    } catch (MissingResourceException missing) {
      return code;
    }
  }

  private static Object[] inWords(Locale locale, Object[] arguments) {
    return Stream.of(arguments)
        .map(
            argument ->
                argument instanceof LocalDate day
                    ? DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(day)
                    : argument)
        .toArray();
  }
}
