package org.xiaohao.consultation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The open page of a consultation (R47), one for all units.
 *
 * @param code last part of its address: no secret, it stands on posters; the same when it is opened
 *     again
 * @param closesOn last day on which it takes answers, in the zone of the campaign
 * @param closedAt when the office closed it; null while it has not
 */
public record Poll(
    String campaignId,
    String consultationId,
    String code,
    LocalDate closesOn,
    @Nullable Instant closedAt) {

  /** Whether it takes answers on that day. */
  public boolean isOpen(LocalDate today) {
    return closedAt == null && !today.isAfter(closesOn);
  }
}
