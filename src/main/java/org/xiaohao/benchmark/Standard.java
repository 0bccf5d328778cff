package org.xiaohao.benchmark;

import java.time.Instant;

/**
 * What a unit promises from now on (R54, R63): fixed once its benchmarks are confirmed.
 *
 * @param selectionKey selection that it comes from
 * @param text the standard itself
 */
public record Standard(
    String selectionKey, String unitId, String text, Instant fixedAt, String fixedBy) {}
