package org.xiaohao.appraisal;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a party.
 *
 * @param name of the unit or person, as it was
 * @param unitId unit that the person belongs to, or the unit itself; null for leaders without one
 * @param total sum of the points
 * @param lost points below zero, as a positive number
 * @param place rank within the level, from 1; equal sums share a place
 * @param share percentage of the level that is ranked before
 * @param proposed what the decision table says
 * @param verdict what counts now: the proposal until somebody changed it
 * @param reason why it was changed; null where it was not
 * @param heardIn hearing in which the party was told that it is named for criticism; null where it
 *     was not, and where it was cleared
 * @param decidedBy who changed or confirmed it last; null until then
 */
public record Proposal(
    Party party,
    String name,
    @Nullable String unitId,
    int total,
    int lost,
    int place,
    int share,
    Verdict proposed,
    Verdict verdict,
    @Nullable String reason,
    @Nullable Integer heardIn,
    @Nullable String decidedBy) {

  /** Whether something is, or was, proposed or decided: it is in the list that is decided on. */
  public boolean isListed() {
    return verdict != Verdict.NONE || proposed != Verdict.NONE || reason != null;
  }
}
