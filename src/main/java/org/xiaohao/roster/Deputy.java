package org.xiaohao.roster;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody who stands in for an absent person. The absent person keeps everything; the deputy does
 * it too, and never passes it on to a deputy of their own.
 *
 * @param personId who is absent
 * @param begins first day, in the zone of the campaign
 * @param ends last day; it counts whole
 * @param beginsAt begin of the first day
 * @param endsAt begin of the day after the last one
 * @param reason why; may be empty
 * @param namedBy the absent person, or who named the deputy for them
 */
public record Deputy(
    long id,
    String campaignId,
    String personId,
    String deputyId,
    LocalDate begins,
    LocalDate ends,
    Instant beginsAt,
    Instant endsAt,
    String reason,
    State state,
    String namedBy) {

  /** How far a span is. */
  public enum State {
    /** Its first day has not come, or its morning round has not. */
    PLANNED,
    /** The deputy has the tasks. */
    RUNNING,
    /** Over, after its last day or earlier. */
    ENDED
  }
}
