package org.xiaohao.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Columns that stand under each other in a terminal, where a Chinese character is as wide as two
 * Latin ones. The last column is not padded, so it may hold what terminals disagree about.
 */
final class TextTable {

  private static final String GAP = "  ";

  private final boolean[] right;
  private final List<String[]> rows = new ArrayList<>();

  /**
   * @param alignment a sign per column: {@code <} for left, {@code >} for right
   */
  TextTable(String alignment) {
    right = new boolean[alignment.length()];
    for (int i = 0; i < right.length; i++) {
      right[i] = alignment.charAt(i) == '>';
    }
  }

  TextTable row(String... cells) {
    rows.add(cells);
    return this;
  }

  /** The rows as lines without trailing spaces. */
  Stream<String> lines() {
    var widths = new int[right.length];
    for (var row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], width(row[i]));
      }
    }
    return rows.stream().map(row -> line(row, widths));
  }

  private String line(String[] row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      var padding = " ".repeat(widths[i] - width(row[i]));
      line.append(right[i] ? padding + row[i] : row[i] + padding).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  /** Cells of a terminal that a text takes. */
  static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  /**
   * East Asian Width of Unicode, as far as plans and names need it: wide and full-width take two.
   */
  private static int width(int sign) {
    var type = Character.getType(sign);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    var wide =
        between(sign, 0x1100, 0x115F)
            || between(sign, 0x2E80, 0x303E)
            || between(sign, 0x3041, 0xA4CF)
            || between(sign, 0xAC00, 0xD7A3)
            || between(sign, 0xF900, 0xFAFF)
            || between(sign, 0xFE30, 0xFE6F)
            || between(sign, 0xFF00, 0xFF60)
            || between(sign, 0xFFE0, 0xFFE6)
            || between(sign, 0x1F300, 0x1FAFF)
            || between(sign, 0x20000, 0x3FFFD);
    return wide ? 2 : 1;
  }

  private static boolean between(int sign, int first, int last) {
    return first <= sign && sign <= last;
  }
}
