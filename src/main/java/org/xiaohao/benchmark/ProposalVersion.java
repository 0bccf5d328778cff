package org.xiaohao.benchmark;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it was handed in, with how it was discussed and decided. Versions are kept.
 *
 * @param number from 1
 * @param standard draft of the standard
 * @param discussion null until it was discussed
 * @param discussedBy who noted the discussion
 * @param comment why it was sent back; null where it was not
 */
public record ProposalVersion(
    long id,
    String selectionKey,
    int number,
    String proposedBy,
    Instant proposedAt,
    List<Benchmark> benchmarks,
    String standard,
    @Nullable Discussion discussion,
    @Nullable String discussedBy,
    @Nullable String comment) {}
