package org.xiaohao.webapps.phone;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as a phone shows it.
 *
 * @param structured whether it has more to it than fits: lists to be filled in, tables
 * @param parts from top to bottom
 */
record PhoneForm(boolean structured, List<Part> parts) {

  /** What a part is. */
  enum Kind {
    /** Blocks of text. */
    BRIEF,
    /** Filled in by somebody else, to be read. */
    SAID,
    /** Rows filled in by somebody else, to be read. */
    ROWS,
    LINE,
    TEXT,
    NUMBER,
    DAY,
    /** One of a few, all of them shown. */
    RADIO,
    /** One of many. */
    SELECT,
    TICK,
    /** Any of several. */
    TICKS
  }

  /**
   * A part of a form.
   *
   * @param name under which the browser sends it; empty where nothing is filled in
   * @param help one line; null for none
   * @param values what it is filled with; one but for ticks
   * @param required whether the browser may insist on it; a field that is asked for only after a
   *     certain answer is checked by the server
   * @param longest characters at most; null for any number
   */
  record Part(
      Kind kind,
      String name,
      String label,
      @Nullable String help,
      List<String> values,
      List<Option> options,
      boolean required,
      @Nullable Integer longest,
      List<Brief.Block> brief,
      List<List<Cell>> rows) {

    /** What it is filled with; public for the page, which knows no other accessors. */
    public String value() {
      return values.isEmpty() ? "" : values.get(0);
    }
  }

  /** Something to choose. */
  record Option(String value, String label) {}

  /** A cell of a row, with the title of its column. */
  record Cell(String title, String text) {}
}
