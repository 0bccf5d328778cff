package org.xiaohao.submission;

import java.util.List;
import java.util.Map;

/**
 * What somebody hands in.
 *
 * @param text text of any length; with a table or files a note, may be empty
 * @param rows rows of a table paper: column id to cell; empty for other papers
 */
public record HandedIn(String text, List<Map<String, String>> rows) {

  public HandedIn {
    rows = rows.stream().map(Map::copyOf).toList();
  }

  /** A text. */
  public static HandedIn text(String text) {
    return new HandedIn(text, List.of());
  }
}
