package org.xiaohao.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a paper as it was handed in, with what its reviewer said. Versions are kept.
 *
 * @param number from 1
 * @param outcome null while nobody has reviewed it; withdrawn versions stay without
 */
public record SubmissionVersion(
    long id,
    String itemKey,
    int number,
    String submittedBy,
    Instant submittedAt,
    HandedIn content,
    @Nullable String reviewedBy,
    @Nullable Instant reviewedAt,
    @Nullable Outcome outcome,
    @Nullable String comment) {

  /** What a reviewer decides. */
  public enum Outcome {
    ACCEPTED,
    RETURNED
  }
}
