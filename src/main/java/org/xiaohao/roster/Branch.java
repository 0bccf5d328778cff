package org.xiaohao.roster;

import org.jspecify.annotations.Nullable;

/**
 * A party branch (R17, R38).
 *
 * @param id short name for machines, {@code [a-z0-9-]{1,24}}, unique in the roster
 * @param position place in the fixed order, from 1
 * @param name as the organisation writes it
 * @param secretary person who is its secretary; null while the post is vacant
 */
public record Branch(String id, int position, String name, @Nullable String secretary) {}
