package org.xiaohao.briefing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A briefing took up what somebody did.
 *
 * @param itemKey what was taken up
 * @param unitId whose it is; of a branch the unit of its secretary
 * @param personId whose it is, where a person owed it; null where a unit did
 * @param briefing number or title of the briefing, in words
 */
public record Adoption(
    String campaignId,
    String itemKey,
    @Nullable String unitId,
    @Nullable String personId,
    String briefing,
    String adoptedBy,
    Instant adoptedAt) {}
