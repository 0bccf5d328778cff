package org.xiaohao.benchmark;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.shared.Refusal;

/**
 * The selection of one unit's benchmarks and standard (R53-R58, R63): the row behind an instance of
 * {@code benchmark-selection}.
 *
 * @param key business key: {@code <campaign>/benchmarks/<id of the plan>/<unit>}
 * @param date the limit of the plan and the working day on which it really falls
 * @param limitAt moment after which it counts as late
 * @param dueAt moment by which somebody has to act next
 * @param proposedAt when the unit first proposed something
 * @param proposedBy who handed in the newest proposal
 * @param timesReturned how often a proposal was sent back
 */
public record Selection(
    String key,
    String campaignId,
    String selectionId,
    String phaseId,
    String workId,
    String unitId,
    String title,
    State state,
    EffectiveDate date,
    Instant limitAt,
    Instant dueAt,
    @Nullable Instant proposedAt,
    @Nullable String proposedBy,
    @Nullable Instant doneAt,
    @Nullable String doneBy,
    int timesReturned,
    long version) {

  /** How far a selection is. */
  public enum State {
    /** Its work has not begun. */
    PLANNED,
    /** The unit is to propose. */
    PROPOSING,
    /** The proposal is to be discussed collectively. */
    DISCUSSING,
    /** The unit is to propose again. */
    RETURNED,
    /** The office is to fix benchmarks and standard. */
    CONFIRMING,
    CONFIRMED,
    /** Not asked of this unit any more, with a reason. */
    WAIVED,
    /** Never confirmed; the campaign is closed. */
    LAPSED,
    /** Its day lay before the launch. */
    PAST
  }

  static String key(String campaignId, String selectionId, String unitId) {
    return campaignId + "/benchmarks/" + selectionId + "/" + unitId;
  }

  /** Whether the unit is to propose. */
  public boolean waitsForUnit() {
    return state == State.PROPOSING || state == State.RETURNED;
  }

  /** Whether somebody is to act. */
  public boolean isOpen() {
    return waitsForUnit() || state == State.DISCUSSING || state == State.CONFIRMING;
  }

  Selection opened(Instant due) {
    require(state == State.PLANNED);
    return with(State.PROPOSING, date, limitAt, due, null, null);
  }

  Selection proposed(Instant at, String by, Instant due) {
    require(waitsForUnit());
    return with(
        title,
        State.DISCUSSING,
        date,
        limitAt,
        due,
        proposedAt == null ? at : proposedAt,
        by,
        null,
        null);
  }

  Selection agreed(Instant due) {
    require(state == State.DISCUSSING);
    return with(State.CONFIRMING, date, limitAt, due, null, null);
  }

  /** Sent back by the discussion, or by the office. */
  Selection returned(Instant due) {
    require(state == State.DISCUSSING || state == State.CONFIRMING);
    return with(State.RETURNED, date, limitAt, due, null, null);
  }

  Selection confirmed(Instant at, String by) {
    require(state == State.CONFIRMING);
    return with(State.CONFIRMED, date, limitAt, dueAt, at, by);
  }

  Selection settled(State end, Instant at, String by) {
    require(isOpen() || state == State.PLANNED);
    return with(end, date, limitAt, dueAt, at, by);
  }

  Selection recorded(Instant at, String by) {
    require(state == State.PAST);
    return with(State.CONFIRMED, date, limitAt, dueAt, at, by);
  }

  Selection moved(EffectiveDate to, Instant limit, Instant due) {
    require(isOpen() || state == State.PLANNED);
    return with(state, to, limit, due, null, null);
  }

  /** Called otherwise from now on. */
  Selection titled(String title) {
    return with(title, state, date, limitAt, dueAt, proposedAt, proposedBy, doneAt, doneBy);
  }

  private Selection with(
      State state,
      EffectiveDate date,
      Instant limitAt,
      Instant dueAt,
      @Nullable Instant doneAt,
      @Nullable String doneBy) {
    return with(title, state, date, limitAt, dueAt, proposedAt, proposedBy, doneAt, doneBy);
  }

  private Selection with(
      String title,
      State state,
      EffectiveDate date,
      Instant limitAt,
      Instant dueAt,
      @Nullable Instant proposedAt,
      @Nullable String proposedBy,
      @Nullable Instant doneAt,
      @Nullable String doneBy) {
    return new Selection(
        key,
        campaignId,
        selectionId,
        phaseId,
        workId,
        unitId,
        title,
        state,
        date,
        limitAt,
        dueAt,
        proposedAt,
        proposedBy,
        doneAt,
        doneBy,
        state == State.RETURNED && this.state != State.RETURNED ? timesReturned + 1 : timesReturned,
        version);
  }

  private void require(boolean allowed) {
    if (!allowed) {
      throw new Refusal("benchmark.wrong-state", title);
    }
  }
}
