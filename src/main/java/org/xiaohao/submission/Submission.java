package org.xiaohao.submission;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.campaign.Plan.OwedBy;
import org.xiaohao.shared.Refusal;

/**
 * One paper that one party owes (R38, R39, R41, R62, R69, R76): the row behind an instance of
 * {@code submission}.
 *
 * @param key business key: {@code <campaign>/<paper>/<party>}
 * @param unitId unit that it counts for; null for a branch, or a leader without unit
 * @param title paper and party in words
 * @param optional encouraged only: never escalated, no part of a gate
 * @param date the limit of the plan and the working day on which it really falls
 * @param lastDate day after which it is missing and not only late (A11)
 * @param limitAt moment after which it counts as late
 * @param dueAt moment at which the owner has to act next: the limit, or later where it was returned
 *     or extended
 * @param firstSubmittedAt when it was handed in for the first time
 * @param submittedBy who handed in the newest version
 * @param timesReturned how often a reviewer sent it back
 */
public record Submission(
    String key,
    String campaignId,
    String paperId,
    String phaseId,
    @Nullable String workId,
    OwedBy owedBy,
    @Nullable String unitId,
    @Nullable String branchId,
    @Nullable String personId,
    String title,
    boolean optional,
    State state,
    EffectiveDate date,
    LocalDate lastDate,
    Instant limitAt,
    Instant dueAt,
    @Nullable Instant firstSubmittedAt,
    @Nullable Instant submittedAt,
    @Nullable String submittedBy,
    @Nullable Instant doneAt,
    @Nullable String doneBy,
    int timesReturned,
    long version) {

  /** How far a paper is. */
  public enum State {
    /** Owed, not open yet. */
    PLANNED,
    /** Waits for its owner. */
    OPEN,
    /** Waits for its reviewer. */
    SUBMITTED,
    /** Waits for its owner again. */
    RETURNED,
    ACCEPTED,
    /** Need not be handed in any more, with a reason. */
    WAIVED,
    /** Was never handed in; the campaign is closed. */
    LAPSED,
    /** Its day lay before the launch; nobody is asked for it. */
    PAST
  }

  /** Whether the owner is to act. */
  public boolean waitsForOwner() {
    return state == State.OPEN || state == State.RETURNED;
  }

  /** Whether somebody is to act. */
  public boolean isOpen() {
    return waitsForOwner() || state == State.SUBMITTED;
  }

  /** Whether it was handed in after its limit. */
  public boolean late() {
    return firstSubmittedAt != null && firstSubmittedAt.isAfter(limitAt);
  }

  Submission opened() {
    require(state == State.PLANNED);
    return with(State.OPEN, dueAt, submittedAt, submittedBy, null, null);
  }

  Submission submitted(Instant at, String by) {
    require(waitsForOwner());
    return with(State.SUBMITTED, dueAt, at, by, null, null);
  }

  Submission withdrawn() {
    require(state == State.SUBMITTED);
    return with(timesReturned > 0 ? State.RETURNED : State.OPEN, dueAt, null, null, null, null);
  }

  Submission returned(Instant dueAgain) {
    require(state == State.SUBMITTED);
    var due = dueAgain.isAfter(dueAt) ? dueAgain : dueAt;
    return with(State.RETURNED, due, submittedAt, submittedBy, null, null);
  }

  Submission accepted(Instant at, String by) {
    require(state == State.SUBMITTED);
    return with(State.ACCEPTED, dueAt, submittedAt, submittedBy, at, by);
  }

  Submission settled(State end, Instant at, String by) {
    require(isOpen() || state == State.PLANNED);
    return with(end, dueAt, submittedAt, submittedBy, at, by);
  }

  /** Owed again by somebody who is back, in the unit where they are now. */
  Submission owedAgain(@Nullable String unitId) {
    require(state == State.WAIVED);
    return with(State.PLANNED, dueAt, null, null, null, null).inUnit(unitId);
  }

  Submission recorded(Instant at, String by) {
    require(state == State.PAST);
    return with(State.ACCEPTED, dueAt, submittedAt, submittedBy, at, by);
  }

  /** With a new limit: the office moved the date, or granted an extension. */
  Submission moved(EffectiveDate to, Instant limit) {
    require(waitsForOwner() || state == State.PLANNED);
    var last = lastDate.isBefore(to.effectiveDate()) ? to.effectiveDate() : lastDate;
    return with(
        unitId, title, state, to, last, limit, limit, submittedAt, submittedBy, doneAt, doneBy);
  }

  /** Counted in another unit from now on. */
  Submission inUnit(@Nullable String unitId) {
    return as(unitId, title);
  }

  /** Called otherwise from now on. */
  Submission titled(String title) {
    return as(unitId, title);
  }

  private Submission as(@Nullable String unitId, String title) {
    return with(
        unitId,
        title,
        state,
        date,
        lastDate,
        limitAt,
        dueAt,
        submittedAt,
        submittedBy,
        doneAt,
        doneBy);
  }

  private Submission with(
      State state,
      Instant dueAt,
      @Nullable Instant submittedAt,
      @Nullable String submittedBy,
      @Nullable Instant doneAt,
      @Nullable String doneBy) {
    return with(
        unitId,
        title,
        state,
        date,
        lastDate,
        limitAt,
        dueAt,
        submittedAt,
        submittedBy,
        doneAt,
        doneBy);
  }

  private Submission with(
      @Nullable String unitId,
      String title,
      State state,
      EffectiveDate date,
      LocalDate lastDate,
      Instant limitAt,
      Instant dueAt,
      @Nullable Instant submittedAt,
      @Nullable String submittedBy,
      @Nullable Instant doneAt,
      @Nullable String doneBy) {
    return new Submission(
        key,
        campaignId,
        paperId,
        phaseId,
        workId,
        owedBy,
        unitId,
        branchId,
        personId,
        title,
        optional,
        state,
        date,
        lastDate,
        limitAt,
        dueAt,
        firstSubmittedAt != null ? firstSubmittedAt : submittedAt,
        submittedAt,
        submittedBy,
        doneAt,
        doneBy,
        state == State.RETURNED && this.state == State.SUBMITTED && submittedAt != null
            ? timesReturned + 1
            : timesReturned,
        version);
  }

  private void require(boolean allowed) {
    if (!allowed) {
      throw new Refusal("submission.wrong-state", title);
    }
  }
}
