package org.xiaohao.roster;

import java.util.SortedMap;

/**
 * A row that holds something.
 *
 * @param line number of the row as Excel shows it, from 1
 * @param cells cells that hold something, by column from 0
 */
record SheetRow(int line, boolean hidden, SortedMap<Integer, Cell> cells) {

  /**
   * @param text what the cell shows; the code of an error, or anything for a formula
   */
  record Cell(Kind kind, String text) {}

  enum Kind {
    VALUE,
    FORMULA,
    ERROR
  }
}
