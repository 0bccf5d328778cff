package org.xiaohao.supervision;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The office urged somebody (催办).
 *
 * @param id of its row
 * @param urgedOn day on which it was urged, in the zone of the plan
 * @param number which urge of the item on that day
 * @param personId who has to act
 * @param urgedBy member of the office
 * @param answer what the urged person says to it; null until then
 */
public record Urge(
    long id,
    String campaignId,
    String itemKey,
    LocalDate urgedOn,
    int number,
    String personId,
    String urgedBy,
    Instant urgedAt,
    String text,
    @Nullable String answer,
    @Nullable Instant answeredAt) {

  /** What became of the wish to urge an item. */
  public enum Outcome {
    URGED,
    /** As often as the plan allows in a day. */
    ALREADY_URGED,
    /** Nobody has to act on it any more. */
    DONE
  }
}
