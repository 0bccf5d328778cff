package org.xiaohao.supervision;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task of the leading group (R10).
 *
 * @param key {@code changzhi-2017/A0001}; business key of its instance
 * @param what what is to be done, in the words of who assigned it
 * @param unitId unit that does it, or to which the person belongs; null for the office
 * @param personId person who does it; null for a unit or the office
 * @param dueAt by when somebody has to act next
 * @param report what was done; null until it was reported
 * @param comment why it was returned, or what was said on accepting
 */
public record Assignment(
    String key,
    String campaignId,
    int number,
    String title,
    String what,
    @Nullable String unitId,
    @Nullable String personId,
    State state,
    LocalDate planDate,
    LocalDate effectiveDate,
    Instant limitAt,
    Instant dueAt,
    String assignedBy,
    @Nullable String report,
    @Nullable String reportedBy,
    @Nullable String comment,
    int timesReturned,
    long version) {

  /** Where it stands. */
  public enum State {
    DOING,
    REPORTED,
    RETURNED,
    ACCEPTED,
    /** Called off, with a reason. */
    CANCELLED,
    LAPSED
  }

  /** What the leading group says to a report. */
  public enum Outcome {
    ACCEPTED,
    RETURNED
  }

  /** To whom it is assigned. */
  public enum To {
    OFFICE,
    UNIT,
    PERSON
  }

  /**
   * What somebody of the leading group assigns.
   *
   * @param name of the unit or person; empty for the office
   */
  public record Wanted(String title, String what, To to, String name, @Nullable LocalDate by) {}

  /** Whether an instance runs for it. */
  boolean isOpen() {
    return waitsForDoer() || state == State.REPORTED;
  }

  /** Whether whoever does it has to act. */
  public boolean waitsForDoer() {
    return state == State.DOING || state == State.RETURNED;
  }
}
