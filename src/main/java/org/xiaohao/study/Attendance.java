package org.xiaohao.study;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person was at a session.
 *
 * @param reason why on leave, or what is known of an absence; null where nothing was said
 * @param madeUpOn day of the make-up study; null for none
 * @param madeUpHow how it was made up for, or why it cannot be; null until recorded
 */
public record Attendance(
    String sessionKey,
    String personId,
    Presence presence,
    @Nullable String reason,
    @Nullable LocalDate madeUpOn,
    @Nullable String madeUpHow) {

  /** How somebody was there. */
  public enum Presence {
    PRESENT,
    /** On leave, with a reason. */
    LEAVE,
    ABSENT
  }

  /** Whether make-up study is due. */
  public boolean missed() {
    return presence != Presence.PRESENT;
  }
}
