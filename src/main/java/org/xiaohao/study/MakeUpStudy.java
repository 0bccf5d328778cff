package org.xiaohao.study;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How somebody made up for a missed session.
 *
 * @param on day; null where it cannot be made up for
 * @param how how, or why it cannot be
 */
public record MakeUpStudy(String personId, @Nullable LocalDate on, String how) {}
