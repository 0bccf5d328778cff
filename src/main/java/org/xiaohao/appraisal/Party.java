package org.xiaohao.appraisal;

/**
 * A unit or a person that is appraised.
 *
 * @param id of the unit, or login of the person
 */
public record Party(Level level, String id) {

  /** As one word, for forms and processes: {@code PERSON:zhangsan}. */
  public String key() {
    return level + ":" + id;
  }

  /**
   * The party of a {@link #key}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Party of(String key) {
    var colon = key.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("no party: " + key);
    }
    return new Party(Level.valueOf(key.substring(0, colon)), key.substring(colon + 1));
  }
}
