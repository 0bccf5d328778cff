package org.xiaohao.shared;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a form shows on its top. Its headings and links are ours; what people wrote is shown as they
 * typed it, whatever signs it has.
 *
 * @param source with the signs of Markdown
 */
public record Markdown(String source) {

  /** A variable of the engine holds 4,000 characters. */
  private static final int LONGEST = 3_900;

  /** Those that begin or end something in Markdown, or make an address a link. */
  private static final String SIGNS = "\\`*_[]<>()#+-.!|~&/@=";

  private static final Pattern SIGN = Pattern.compile("[" + Pattern.quote(SIGNS) + "]");

  /** An empty line would end the paragraph, an indented one be shown as code. */
  private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");

  private static final Pattern HALF_A_SIGN = Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\(?=…$)");

  /**
   * A sentence as {@link Messages#text} makes it; its arguments are plain text but for those that
   * are Markdown.
   */
  public static String text(Locale locale, String code, Object... arguments) {
    return Messages.text(
        locale,
        code,
        Stream.of(arguments)
            .map(argument -> argument instanceof String said ? plain(said) : argument)
            .toArray());
  }

  /** Markdown that shows just this text. */
  public static Markdown plain(String text) {
    return new Markdown(
        SIGN.matcher(LINE_BREAKS.matcher(text.strip()).replaceAll("\n")).replaceAll("\\\\$0"));
  }

  /**
   * Markdown that shows just this text, or its beginning.
   *
   * @param longest characters of the Markdown at most
   */
  public static Markdown plain(String text, int longest) {
    var end = 0;
    var length = 0;
    while (end < text.length() && length + width(text.charAt(end)) <= longest) {
      length += width(text.charAt(end++));
    }
    return plain(end == text.length() ? text : Ellipsis.cut(text, end));
  }

  /** The Markdown, or as much of it as a variable holds. */
  public static String cut(String markdown) {
    return cut(markdown, LONGEST);
  }

  /** The Markdown, or its beginning. */
  public static String cut(String markdown, int longest) {
    return markdown.length() <= longest
        ? markdown
        : HALF_A_SIGN.matcher(Ellipsis.cut(markdown, longest)).replaceFirst("$1");
  }

  private static int width(char character) {
    return SIGNS.indexOf(character) < 0 ? 1 : 2;
  }

  @Override
  public String toString() {
    return source;
  }
}
