package org.xiaohao.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a thing of any room.
 *
 * @param who person; empty where nobody in particular did it
 * @param what an upper-case word ({@code SUBMITTED})
 * @param why reason or comment, where one was given
 */
public record ItemEvent(Instant at, String who, String what, @Nullable String why) {}
