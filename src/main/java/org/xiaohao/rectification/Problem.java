package org.xiaohao.rectification;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.shared.Messages;
import org.xiaohao.shared.Refusal;

/**
 * A problem on the list (R77-R81): the row behind an instance of {@code rectification}. It guards
 * its own transitions: there is no way to {@link State#CLOSED_OUT} without evidence and a second
 * pair of eyes, and no way back but a visible reopening.
 *
 * @param key business key: {@code <campaign>/P0042}
 * @param title number and begin of the text, in one line
 * @param unitId unit that it concerns; null until the office has found out
 * @param date by when it is to be rectified; until that is agreed, the day of the next step
 * @param limitAt moment after which its rectification is late
 * @param dueAt moment by which whoever it waits for has to act
 * @param closing how it left the list; null while it stands on it
 */
public record Problem(
    String key,
    String campaignId,
    Origin origin,
    String title,
    @Nullable String unitId,
    Rating rating,
    Remedy remedy,
    State state,
    EffectiveDate date,
    Instant limitAt,
    Instant dueAt,
    Progress progress,
    @Nullable Closing closing,
    long version) {

  /** How far a problem is. */
  public enum State {
    /** Waits for the office to say what becomes of it. */
    REGISTERED,
    /** Waits for its unit: cause, measure, owner, date. */
    ANALYSING,
    /** Waits for the office to confirm what the unit proposes. */
    PROPOSED,
    /** Waits for its owner. */
    RECTIFYING,
    /** Waits for the head of the unit. */
    CHECKING,
    /** Waits for its verifier. */
    VERIFYING,
    /** Cannot be solved soon: waits for the day on which the office looks at it again. */
    LONG_TERM,
    /** That day has come. */
    LONG_TERM_DUE,
    /** Closed out, and in the sample: waits for the day of the look-back. */
    LOOK_BACK,
    /** That day has come. */
    LOOK_BACK_DUE,
    CLOSED_OUT,
    /** Explained: no problem. */
    EXPLAINED,
    /** A long-term problem that is followed no more. */
    FOLLOWED_UP,
    MERGED,
    SPLIT,
    CANCELLED;

    /** Whether nothing is done about it any more. */
    boolean isEnd() {
      return ENDED.contains(this);
    }

    /** Whether no file may come or go: what is judged, and what is closed, stays as it is. */
    public boolean keepsFiles() {
      return this == CHECKING || this == VERIFYING || !UNSETTLED.contains(this);
    }
  }

  private static final Set<State> CLOSED =
      Set.of(State.CLOSED_OUT, State.LOOK_BACK, State.LOOK_BACK_DUE);

  private static final Set<State> ENDED =
      Set.of(
          State.CLOSED_OUT,
          State.EXPLAINED,
          State.FOLLOWED_UP,
          State.MERGED,
          State.SPLIT,
          State.CANCELLED);

  /** A measure is being carried out, or looked at. */
  static final Set<State> WITH_OWNER = Set.of(State.RECTIFYING, State.CHECKING, State.VERIFYING);

  /** Neither closed out nor ended in another way. */
  static final Set<State> UNSETTLED =
      Arrays.stream(State.values())
          .filter(state -> !CLOSED.contains(state) && !ENDED.contains(state))
          .collect(Collectors.toUnmodifiableSet());

  /**
   * Where it comes from; never changed.
   *
   * @param sourceKey what it was found in; null where somebody registered it
   * @param occasion the same in words; may be empty
   */
  public record Origin(
      Source source,
      @Nullable String sourceKey,
      String occasion,
      String text,
      String registeredBy,
      Instant registeredAt) {}

  /**
   * What kind of problem it is, and how soon it has to be solved (R81).
   *
   * @param kind one of the plan's kinds; null until the office has said
   * @param weight from 1, light, to 3, grave
   * @param urgency from 1 to 3, pressing
   */
  public record Rating(@Nullable String kind, int weight, int urgency) {

    /** Before the office has judged it. */
    static final Rating UNKNOWN = new Rating(null, 2, 2);

    /** In words, as the trail keeps it. */
    String in(Locale language) {
      return Messages.text(
          language,
          kind == null ? "rectification.rating-words" : "rectification.rating-words-kind",
          Messages.text(language, "rectification.word.WEIGHT" + weight),
          Messages.text(language, "rectification.word.URGENCY" + urgency),
          String.valueOf(kind));
    }
  }

  /**
   * What is done about it, and by whom; all null until it is proposed and confirmed.
   *
   * @param onSite whether the verifier has to look on site
   */
  public record Remedy(
      @Nullable String cause,
      @Nullable String measure,
      @Nullable String owner,
      @Nullable String verifier,
      boolean onSite) {

    static final Remedy NONE = new Remedy(null, null, null, null, false);

    Remedy verifiedBy(@Nullable String verifier, boolean onSite) {
      return new Remedy(cause, measure, owner, verifier, onSite);
    }

    Remedy ownedBy(String owner) {
      return new Remedy(cause, measure, owner, verifier, onSite);
    }

    Remedy withoutPeople() {
      return new Remedy(cause, measure, null, null, false);
    }
  }

  /**
   * What has happened on the way.
   *
   * @param evidence number of the evidence that is to be judged; 0 where there is none (any more)
   * @param evidenceBy who handed it in
   * @param firstSubmittedAt when its rectification was reported for the first time
   * @param extensions how often more time was granted
   */
  public record Progress(
      int evidence,
      @Nullable String evidenceBy,
      @Nullable Instant firstSubmittedAt,
      int timesReturned,
      int timesReopened,
      int extensions) {

    static final Progress NONE = new Progress(0, null, null, 0, 0, 0);

    Progress submitted(int number, String by, Instant at) {
      return new Progress(
          number,
          by,
          firstSubmittedAt == null ? at : firstSubmittedAt,
          timesReturned,
          timesReopened,
          extensions);
    }

    Progress returned() {
      return new Progress(0, null, firstSubmittedAt, timesReturned + 1, timesReopened, extensions);
    }

    Progress begunAnew() {
      return new Progress(0, null, firstSubmittedAt, timesReturned, timesReopened, extensions);
    }

    Progress reopened() {
      return new Progress(0, null, null, timesReturned, timesReopened + 1, 0);
    }

    Progress extended() {
      return new Progress(
          evidence, evidenceBy, firstSubmittedAt, timesReturned, timesReopened, extensions + 1);
    }
  }

  /**
   * How it left the list.
   *
   * @param number closing number ({@code <campaign>/X0007}); null where it was not closed out
   */
  public record Closing(@Nullable String number, Instant at, String by) {}

  /** Whether an instance runs for it. */
  public boolean isOpen() {
    return !ENDED.contains(state);
  }

  /** Whether it is struck off the list; a look-back may still come. */
  public boolean isClosedOut() {
    return CLOSED.contains(state);
  }

  /** Whether it is still on the list: neither struck off nor ended in another way. */
  public boolean isUnsettled() {
    return UNSETTLED.contains(state);
  }

  /** Whether somebody is named who rectifies it. */
  public boolean hasOwner() {
    return WITH_OWNER.contains(state);
  }

  /** Whether its unit has it: analyses it, waits for the confirmation, or rectifies it. */
  boolean isWithUnit() {
    return hasOwner() || state == State.ANALYSING || state == State.PROPOSED;
  }

  /**
   * Whether more time can be asked for: it is being rectified, its limit has not passed, and it was
   * not extended too often.
   *
   * @param most how often the plan allows it
   */
  public boolean isExtensible(Instant now, int most) {
    return state == State.RECTIFYING && now.isBefore(limitAt) && progress.extensions() < most;
  }

  Problem triaged(String unit, Rating judged, Instant due) {
    require(state == State.REGISTERED);
    return with(unit, judged, remedy, State.ANALYSING, date, limitAt, due, progress, null);
  }

  Problem analysed(Remedy proposed, EffectiveDate by, Instant limit, Instant due) {
    require(state == State.ANALYSING);
    return with(unitId, rating, proposed, State.PROPOSED, by, limit, due, progress, null);
  }

  Problem confirmed(String verifier, boolean onSite) {
    require(state == State.PROPOSED && !verifier.equals(remedy.owner()));
    return next(State.RECTIFYING, remedy.verifiedBy(verifier, onSite), limitAt, progress);
  }

  Problem proposalReturned(Instant due) {
    require(state == State.PROPOSED);
    return next(State.ANALYSING, remedy, due, progress);
  }

  Problem submitted(int evidence, String by, Instant at, Instant due) {
    require(state == State.RECTIFYING && evidence > 0);
    return next(State.CHECKING, remedy, due, progress.submitted(evidence, by, at));
  }

  Problem checked(String by, Instant due) {
    require(state == State.CHECKING && !by.equals(progress.evidenceBy()));
    return next(State.VERIFYING, remedy, due, progress);
  }

  /** By the head of the unit, or by the verifier: the owner has to go on. */
  Problem returned(Instant dueAgain) {
    require(state == State.CHECKING || state == State.VERIFYING);
    var due = dueAgain.isAfter(limitAt) ? dueAgain : limitAt;
    return next(State.RECTIFYING, remedy, due, progress.returned());
  }

  /**
   * Struck off the list.
   *
   * @param lookBack day of the look-back; null where it is not in the sample
   */
  Problem closedOut(String number, Instant at, String by, @Nullable Instant lookBack) {
    require(state == State.VERIFYING && progress.evidence() > 0);
    if (by.equals(remedy.owner()) || by.equals(progress.evidenceBy())) {
      throw new Refusal("rectification.own-verification", title);
    }
    return with(
        unitId,
        rating,
        remedy,
        lookBack == null ? State.CLOSED_OUT : State.LOOK_BACK,
        date,
        limitAt,
        lookBack == null ? dueAt : lookBack,
        progress,
        new Closing(number, at, by));
  }

  /** The day has come on which the office looks at it again. */
  Problem lookDue(Instant due) {
    require(state == State.LOOK_BACK || state == State.LONG_TERM);
    var next = state == State.LOOK_BACK ? State.LOOK_BACK_DUE : State.LONG_TERM_DUE;
    return with(unitId, rating, remedy, next, date, limitAt, due, progress, closing);
  }

  Problem stands() {
    require(state == State.LOOK_BACK_DUE);
    return with(unitId, rating, remedy, State.CLOSED_OUT, date, limitAt, dueAt, progress, closing);
  }

  Problem longTerm(@Nullable String unit, Rating judged, Instant nextLook) {
    require(state == State.REGISTERED || state == State.LONG_TERM_DUE);
    return with(unit, judged, remedy, State.LONG_TERM, date, nextLook, nextLook, progress, null);
  }

  /** Back to the unit, or to the office where nobody knows yet what it is about. */
  Problem reopened(Instant due) {
    require(
        isClosedOut()
            || state == State.LONG_TERM
            || state == State.LONG_TERM_DUE
            || state == State.EXPLAINED
            || state == State.FOLLOWED_UP
            || state == State.CANCELLED);
    var next =
        unitId == null || state == State.EXPLAINED || state == State.CANCELLED
            ? State.REGISTERED
            : State.ANALYSING;
    return with(
        unitId,
        rating,
        remedy.withoutPeople(),
        next,
        date,
        limitAt,
        due,
        progress.reopened(),
        null);
  }

  /** Explained, followed up, merged, split or cancelled; never what is closed out. */
  Problem ended(State end, Instant at, String by) {
    require(isOpen() && !isClosedOut() && ENDED.contains(end) && end != State.CLOSED_OUT);
    require(end != State.EXPLAINED || state == State.REGISTERED);
    require(end != State.FOLLOWED_UP || state == State.LONG_TERM_DUE);
    var ended = new Closing(null, at, by);
    return with(unitId, rating, remedy, end, date, limitAt, dueAt, progress, ended);
  }

  /** Its owner has left: the unit names another one. */
  Problem withoutOwner(Instant due) {
    require(hasOwner());
    return next(State.ANALYSING, remedy.withoutPeople(), due, progress.begunAnew());
  }

  /** It goes to another unit, which begins with the analysis; cause and measure are kept. */
  Problem reassigned(String unit, Instant due) {
    require(isWithUnit());
    return with(
        unit,
        rating,
        remedy.withoutPeople(),
        State.ANALYSING,
        date,
        limitAt,
        due,
        progress.begunAnew(),
        null);
  }

  /** Counted in another unit while nobody of a unit is to act; null where none is known for it. */
  Problem inUnit(@Nullable String unit) {
    require(!isWithUnit());
    return with(unit, rating, remedy, state, date, limitAt, dueAt, progress, closing);
  }

  /** Judged anew, after triage and before it is settled. */
  Problem rated(Rating judged) {
    require(isUnsettled() && state != State.REGISTERED);
    return with(unitId, judged, remedy, state, date, limitAt, dueAt, progress, closing);
  }

  /** Somebody else of the unit rectifies it; never its verifier. */
  Problem ownedBy(String owner) {
    require(state == State.RECTIFYING && !owner.equals(remedy.verifier()));
    return next(state, remedy.ownedBy(owner), dueAt, progress);
  }

  /** Its verifier has left, or the office names another one. */
  Problem verifiedBy(@Nullable String verifier) {
    require(hasOwner() && (verifier == null || !verifier.equals(remedy.owner())));
    return next(state, remedy.verifiedBy(verifier, remedy.onSite()), dueAt, progress);
  }

  /** With a new limit: the office moved it. */
  Problem moved(EffectiveDate to, Instant limit) {
    require(state == State.RECTIFYING);
    return with(unitId, rating, remedy, state, to, limit, limit, progress, null);
  }

  /**
   * With more time. Where it was handed in meanwhile, whoever judges it gets no more of it; it
   * counts where it is returned.
   */
  Problem extended(EffectiveDate to, Instant limit) {
    require(hasOwner());
    var due = state == State.RECTIFYING ? limit : dueAt;
    return with(unitId, rating, remedy, state, to, limit, due, progress.extended(), null);
  }

  private Problem next(State state, Remedy remedy, Instant dueAt, Progress progress) {
    return with(unitId, rating, remedy, state, date, limitAt, dueAt, progress, closing);
  }

  private Problem with(
      @Nullable String unitId,
      Rating rating,
      Remedy remedy,
      State state,
      EffectiveDate date,
      Instant limitAt,
      Instant dueAt,
      Progress progress,
      @Nullable Closing closing) {
    return new Problem(
        key,
        campaignId,
        origin,
        title,
        unitId,
        rating,
        remedy,
        state,
        date,
        limitAt,
        dueAt,
        progress,
        closing,
        version);
  }

  private void require(boolean allowed) {
    if (!allowed) {
      throw new Refusal("rectification.wrong-state", title);
    }
  }
}
