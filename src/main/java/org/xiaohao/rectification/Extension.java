package org.xiaohao.rectification;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request for more time.
 *
 * @param until day that is asked for
 * @param granted null until the office has decided
 */
public record Extension(
    long id,
    String askedBy,
    Instant askedAt,
    LocalDate until,
    String reason,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable Boolean granted,
    @Nullable String comment) {}
