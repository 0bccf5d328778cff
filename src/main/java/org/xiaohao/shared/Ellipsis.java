package org.xiaohao.shared;

import java.text.BreakIterator;
import java.util.Locale;

/** Cuts texts that are too long for where they are shown. */
public final class Ellipsis {

  private static final String MARK = "…";

  private Ellipsis() {}

  /**
   * The text, or its beginning with an ellipsis behind it; no character is cut in two.
   *
   * @param longest UTF-16 units of what comes out at most, at least 1
   */
  public static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    var end = longest - MARK.length();
    var whole = characters.isBoundary(end) ? end : Math.max(0, characters.preceding(end));
    return text.substring(0, whole).stripTrailing() + MARK;
  }
}
