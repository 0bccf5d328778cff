package org.xiaohao.roster;

import org.jspecify.annotations.Nullable;

/**
 * A leader or member of staff who takes part (R3).
 *
 * @param id login name and staff number in one, {@code [A-Za-z0-9._@-]{1,64}}, unique in the roster
 * @param name full name as written in the roster
 * @param unitId unit that the person belongs to; null for bureau leaders who belong to none
 * @param branchId party branch; null for people outside the party
 * @param post what the person is called (科长)
 * @param rank level that decides whom a rule means (R32, R67)
 * @param mail address for reminders; null where none is known
 */
public record Person(
    String id,
    String name,
    @Nullable String unitId,
    @Nullable String branchId,
    String post,
    Rank rank,
    @Nullable String mail) {}
