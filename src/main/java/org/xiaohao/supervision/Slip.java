package org.xiaohao.supervision;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xiaohao.campaign.Plan.Role;

/**
 * A supervision slip (督办单): what one person is told in one morning about the items of one colour.
 *
 * @param key {@code changzhi-2017/D0007}; business key of its instance
 * @param number place in its campaign, from 1, without gaps
 * @param light colour of all its items
 * @param role level for which it was issued; {@link Role#OWNER} for whoever has to act
 * @param personId who receives it
 * @param toAnswer whether it has to be answered
 * @param dueAt by when; null where it need not be answered
 * @param done what was done, from the answer
 * @param reason why it is late, from the answer
 * @param byWhen by when it will be done, from the answer
 * @param closedAt when none of its items had that colour any more
 */
public record Slip(
    String key,
    String campaignId,
    int number,
    Light light,
    Role role,
    String personId,
    boolean toAnswer,
    State state,
    Instant issuedAt,
    @Nullable Instant dueAt,
    @Nullable Instant answeredAt,
    @Nullable String done,
    @Nullable String reason,
    @Nullable LocalDate byWhen,
    @Nullable Instant closedAt,
    long version) {

  /** Where it stands. */
  public enum State {
    /** Written; its task comes up with the next chunk. */
    ISSUED,
    /** To be taken note of. */
    NOTED,
    /** To be answered: an instance runs. */
    OPEN,
    ANSWERED,
    CLOSED
  }

  /** The number as it stands on the paper. */
  public String mark() {
    return mark(key);
  }

  static String mark(String key) {
    return key.substring(key.indexOf('/') + 1);
  }

  static String key(String campaignId, int number) {
    return "%s/D%04d".formatted(campaignId, number);
  }
}
