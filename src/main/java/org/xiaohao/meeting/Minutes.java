package org.xiaohao.meeting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of a meeting that took place.
 *
 * @param attendees how many people came
 * @param attendance who came or was absent, in words; may be empty
 * @param text the minutes, of any length
 * @param opinions opinions one by one (R49, R50, R61)
 * @param resolutions resolutions one by one (R54, R63)
 */
public record Minutes(
    int attendees,
    String attendance,
    String text,
    List<Remark> opinions,
    List<String> resolutions) {

  public Minutes {
    opinions = List.copyOf(opinions);
    resolutions = List.copyOf(resolutions);
  }

  /**
   * An opinion as it was voiced.
   *
   * @param raisedBy who voiced it, in words
   * @param unitId unit that it is about; null for the bureau as a whole
   * @param problem whether it goes on the problem list at once
   */
  public record Remark(String raisedBy, @Nullable String unitId, String text, boolean problem) {

    /** An opinion that is only noted. */
    public Remark(String raisedBy, @Nullable String unitId, String text) {
      this(raisedBy, unitId, text, false);
    }
  }
}
