package org.xiaohao.notification;

import org.jspecify.annotations.Nullable;

/**
 * A notice that waits for the next digest.
 *
 * @param link page that it leads to; null for none
 */
public record Held(long id, String personId, String subject, @Nullable String link) {}
