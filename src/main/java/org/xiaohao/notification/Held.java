package org.xiaohao.notification;

import org.jspecify.annotations.Nullable;

/**
 * A notice that waits for the next digest.
 *
 * @param link page that it leads to; null for none
 * @param itemKey business key of what it is about; null where it is about several things or none
 * @param red whether it is about something overdue
 */
public record Held(
    long id,
    String personId,
    String subject,
    @Nullable String link,
    @Nullable String itemKey,
    boolean red) {}
