package org.xiaohao.appraisal;

import java.time.Instant;

/**
 * Points for one recorded fact.
 *
 * @param kind kind of fact, a row of the decision table ({@code LATE})
 * @param key key of the record: of an item, behind {@code #} a part of it
 * @param at when it came about
 */
public record Point(String kind, String key, Instant at, int points) {

  /** Key of the item that the record is about. */
  public String item() {
    return item(key);
  }

  static String item(String factKey) {
    var part = factKey.indexOf('#');
    return part < 0 ? factKey : factKey.substring(0, part);
  }
}
