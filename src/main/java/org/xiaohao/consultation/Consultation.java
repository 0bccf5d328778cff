package org.xiaohao.consultation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.shared.Refusal;

/**
 * The forms that one unit gathers in one consultation (R47, R59): the row behind an instance of
 * {@code consultation}.
 *
 * @param key business key: {@code <campaign>/consultation/<id>/<unit>}
 * @param consultationId entry of the plan that it comes from
 * @param title consultation and unit in words
 * @param quota valid forms that the unit needs; 0 for none
 * @param date the limit of the plan and the working day on which it really falls
 * @param limitAt moment after which it counts as late
 * @param dueAt moment by which somebody has to act next
 * @param collectedAt when the unit first said that its forms are complete
 * @param passedReason why the office let it pass below the quota; null where it did not
 * @param summary what the opinions say (R52); null until it is written
 */
public record Consultation(
    String key,
    String campaignId,
    String consultationId,
    String phaseId,
    String workId,
    String unitId,
    String title,
    int quota,
    State state,
    EffectiveDate date,
    Instant limitAt,
    Instant dueAt,
    @Nullable Instant collectedAt,
    @Nullable String passedReason,
    @Nullable String summary,
    @Nullable Instant doneAt,
    @Nullable String doneBy,
    long version) {

  /** How far a consultation is. */
  public enum State {
    /** Owed, not open yet. */
    PLANNED,
    /** The unit gathers forms. */
    COLLECTING,
    /** Too few valid forms: the office decides. */
    SHORT,
    /** Enough forms, or let pass: the unit sums up what they say. */
    SUMMARISING,
    COMPLETED,
    /** Need not be held any more, with a reason. */
    WAIVED,
    /** Was never finished; the campaign is closed. */
    LAPSED,
    /** Its day lay before the launch; nobody is asked for it. */
    PAST
  }

  /** Whether somebody is to act, and so whether respondents may answer. */
  public boolean isOpen() {
    return state == State.COLLECTING || state == State.SHORT || state == State.SUMMARISING;
  }

  /** Whether so many valid forms are enough, or the office let it pass with fewer. */
  boolean mayPass(int validForms) {
    return validForms >= quota || passedReason != null;
  }

  Consultation opened() {
    require(state == State.PLANNED);
    return with(State.COLLECTING, dueAt);
  }

  /** The unit's forms are complete, but too few: the office has to decide until then. */
  Consultation fellShort(Instant at, Instant due) {
    require(state == State.COLLECTING);
    return collected(at).with(State.SHORT, due);
  }

  /** The unit's forms are enough: it has to sum them up until then. */
  Consultation enough(int validForms, Instant at, Instant due) {
    require(state == State.COLLECTING || state == State.SHORT);
    require(mayPass(validForms));
    return collected(at).with(State.SUMMARISING, due);
  }

  /** The office let it pass with fewer forms than the quota. */
  Consultation letPass(String reason, Instant due) {
    require(state == State.SHORT && !reason.isBlank());
    return with(
        title, State.SUMMARISING, date, limitAt, due, collectedAt, reason, null, null, null);
  }

  /** The office wants more forms until then; what comes after the limit stays late. */
  Consultation continued(Instant due) {
    require(state == State.SHORT);
    return with(State.COLLECTING, due);
  }

  Consultation completed(String summary, Instant at, String by) {
    require(state == State.SUMMARISING);
    return ended(State.COMPLETED, summary, at, by);
  }

  Consultation settled(State end, Instant at, String by) {
    require(isOpen() || state == State.PLANNED);
    return ended(end, summary, at, by);
  }

  Consultation recorded(Instant at, String by) {
    require(state == State.PAST);
    return ended(State.COMPLETED, summary, at, by);
  }

  /** With a new limit. */
  Consultation moved(EffectiveDate to, Instant limit) {
    require(state == State.PLANNED || state == State.COLLECTING);
    return with(title, state, to, limit, limit, collectedAt, passedReason, summary, doneAt, doneBy);
  }

  private Consultation ended(State end, @Nullable String summary, Instant at, String by) {
    return with(title, end, date, limitAt, dueAt, collectedAt, passedReason, summary, at, by);
  }

  private Consultation collected(Instant at) {
    var first = collectedAt == null ? at : collectedAt;
    return with(title, state, date, limitAt, dueAt, first, passedReason, summary, doneAt, doneBy);
  }

  private Consultation with(State state, Instant due) {
    return with(
        title, state, date, limitAt, due, collectedAt, passedReason, summary, doneAt, doneBy);
  }

  /** Called otherwise from now on. */
  Consultation titled(String title) {
    return with(
        title, state, date, limitAt, dueAt, collectedAt, passedReason, summary, doneAt, doneBy);
  }

  private Consultation with(
      String title,
      State state,
      EffectiveDate date,
      Instant limitAt,
      Instant dueAt,
      @Nullable Instant collectedAt,
      @Nullable String passedReason,
      @Nullable String summary,
      @Nullable Instant doneAt,
      @Nullable String doneBy) {
    return new Consultation(
        key,
        campaignId,
        consultationId,
        phaseId,
        workId,
        unitId,
        title,
        quota,
        state,
        date,
        limitAt,
        dueAt,
        collectedAt,
        passedReason,
        summary,
        doneAt,
        doneBy,
        version);
  }

  void require(boolean allowed) {
    if (!allowed) {
      throw new Refusal("consultation.wrong-state", title);
    }
  }
}
