package org.xiaohao.appraisal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who is to be criticised says against it.
 *
 * @param raisedBy the person, or for a unit its head
 * @param outcome null until the office has decided
 */
public record Objection(
    Party party,
    String raisedBy,
    Instant raisedAt,
    String text,
    @Nullable Outcome outcome,
    @Nullable String reason,
    @Nullable String decidedBy) {

  boolean isUpheld() {
    return outcome == Outcome.UPHELD;
  }

  /** What the office makes of it. */
  public enum Outcome {
    /** Criticism is taken off the proposal. */
    UPHELD,
    REJECTED
  }
}
