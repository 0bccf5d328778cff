package org.xiaohao.meeting;

import org.jspecify.annotations.Nullable;

/**
 * Who is invited to a meeting.
 *
 * @param name in words, as the plan, the office or the roster says it
 * @param audience people of the roster who are meant; null for words only
 */
public record Invitee(String name, @Nullable Audience audience) {}
