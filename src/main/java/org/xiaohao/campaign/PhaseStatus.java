package org.xiaohao.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A phase of a running campaign: when it really begins and ends, and how far it is.
 *
 * @param key business key of its process instance: {@code <campaign>/phase/<phase>}
 * @param startsPlan first day as the plan names it, or the office moved it to
 * @param startsEffective first working day
 * @param endsPlan last day as the plan names it, or the office moved it to
 * @param endsEffective last working day; at its limit time the gate asks
 * @param carriedOver how many things were missing when it was closed; null until then
 * @param reason why it was closed with things missing; null where none were
 */
public record PhaseStatus(
    String key,
    String campaignId,
    String phaseId,
    int position,
    Plan.PhaseKind kind,
    String title,
    LocalDate startsPlan,
    LocalDate startsEffective,
    LocalDate endsPlan,
    LocalDate endsEffective,
    State state,
    @Nullable Integer carriedOver,
    @Nullable String reason,
    long version) {

  /** How far a phase is. */
  public enum State {
    PLANNED,
    RUNNING,
    CLOSED
  }

  /** Key of a phase. */
  public static String key(String campaignId, String phaseId) {
    return campaignId + "/phase/" + phaseId;
  }

  PhaseStatus withDates(
      LocalDate startsPlan,
      LocalDate startsEffective,
      LocalDate endsPlan,
      LocalDate endsEffective) {
    return with(startsPlan, startsEffective, endsPlan, endsEffective, state, carriedOver, reason);
  }

  PhaseStatus withState(State state, @Nullable Integer carriedOver, @Nullable String reason) {
    return with(startsPlan, startsEffective, endsPlan, endsEffective, state, carriedOver, reason);
  }

  private PhaseStatus with(
      LocalDate startsPlan,
      LocalDate startsEffective,
      LocalDate endsPlan,
      LocalDate endsEffective,
      State state,
      @Nullable Integer carriedOver,
      @Nullable String reason) {
    return new PhaseStatus(
        key,
        campaignId,
        phaseId,
        position,
        kind,
        title,
        startsPlan,
        startsEffective,
        endsPlan,
        endsEffective,
        state,
        carriedOver,
        reason,
        version);
  }
}
