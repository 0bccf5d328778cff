package org.xiaohao.webapps.v1;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes lines that a spreadsheet opens as text, whatever people wrote into them. */
final class Csv {

  private static final String FORMULA_BEGINS = "=+-@\t\r\n";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Writer out;

  /** Begins with the mark by which spreadsheets know UTF-8. */
  Csv(Writer out) throws IOException {
    this.out = out;
    out.write(BYTE_ORDER_MARK);
  }

  void line(@Nullable Object... cells) throws IOException {
    out.write(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")) + "\r\n");
  }

  private static String cell(@Nullable Object value) {
    var text = value == null ? "" : value.toString();
    if (!text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
