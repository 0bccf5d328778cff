package org.xiaohao.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How a party stands.
 *
 * @param partyId id of a unit, {@link Parties#BRANCHES} or {@link Parties#OFFICE}
 * @param owed things that count and have begun
 * @param done those of them that are done
 * @param late those that somebody should have acted on
 * @param soon those that somebody has to act on soon
 */
public record Standing(String partyId, String name, int owed, int done, int late, int soon) {

  static Standing of(String partyId, String name, @Nullable Standing found) {
    return found == null
        ? new Standing(partyId, name, 0, 0, 0, 0)
        : new Standing(partyId, name, found.owed, found.done, found.late, found.soon);
  }

  /** Those that are not done. */
  public int open() {
    return owed - done;
  }
}
