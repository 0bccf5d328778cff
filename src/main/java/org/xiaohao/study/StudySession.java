package org.xiaohao.study;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xiaohao.shared.Refusal;

/**
 * One session of one unit (R25, R34): the row behind an instance of {@code study-session}.
 *
 * @param key business key: {@code <campaign>/session/<series>-<plan day>/<unit>}; keeps the first
 *     plan day where the office moves the session
 * @param workId work with whose begin it opens; null for the begin of the phase
 * @param topicId topic that is studied; null where the plan names none for that day
 * @param materialKey key of its material; null where the series wants none
 * @param title day, topic and unit in words
 * @param dueAt moment at which somebody has to act next
 * @param preparedAt when it was prepared; null until then, and for good where nobody did
 * @param recordedAt when its attendance was recorded; null until then
 * @param doneAt when nothing was left to do; null until then
 */
public record StudySession(
    String key,
    String campaignId,
    String seriesId,
    String phaseId,
    @Nullable String workId,
    @Nullable String topicId,
    String unitId,
    @Nullable String materialKey,
    String title,
    State state,
    SessionTime time,
    Instant dueAt,
    @Nullable Instant preparedAt,
    @Nullable Instant recordedAt,
    @Nullable Instant doneAt,
    long version) {

  /** How far a session is. */
  public enum State {
    /** In the plan, not open yet. */
    PLANNED,
    /** Waits for its unit to name place, host and speakers. */
    PREPARING,
    /** Prepared, waits for its day. */
    READY,
    /** Took place, waits for its unit to record who was there. */
    TO_RECORD,
    /** Recorded; those who missed it still have to make up for it. */
    MAKE_UP,
    HELD,
    /** Called off by the office, with a reason. */
    CANCELLED,
    /** Was never recorded; the campaign is closed. */
    LAPSED,
    /** Its day lay before the launch; nobody is asked for it. */
    PAST
  }

  /** Whether somebody is to act, or its day is still to come. */
  public boolean isOpen() {
    return switch (state) {
      case PREPARING, READY, TO_RECORD, MAKE_UP -> true;
      case PLANNED, HELD, CANCELLED, LAPSED, PAST -> false;
    };
  }

  /** Whether it can still take place, or take place anew. */
  boolean isToCome() {
    return state == State.PLANNED || isOpen() && state != State.MAKE_UP;
  }

  /** The day in the keys of what comes from this session: {@code weekly-2017-03-02}. */
  public String source() {
    var parts = key.split("/");
    return parts[2];
  }

  StudySession opened(Instant now) {
    require(state == State.PLANNED);
    var known = time.knownSince(now);
    return with(State.PREPARING, title, known, known.prepareBy(), null, null, null);
  }

  StudySession prepared(Instant at) {
    require(state == State.PREPARING);
    return with(State.READY, title, time, time.recordBy(), at, null, null);
  }

  /** Something of the preparation has changed: it is prepared anew. */
  StudySession reopened(Instant now) {
    require(state == State.READY && now.isBefore(time.begins()));
    var known = time.knownSince(now);
    return with(State.PREPARING, title, known, known.prepareBy(), null, null, null);
  }

  /** Its time is over. */
  StudySession ended() {
    require(state == State.PREPARING || state == State.READY);
    return with(State.TO_RECORD, title, time, time.recordBy(), preparedAt, null, null);
  }

  StudySession recorded(Instant at) {
    require(state == State.TO_RECORD);
    return with(State.HELD, title, time, dueAt, preparedAt, at, at);
  }

  StudySession recordedWithAbsences(Instant at, Instant makeUpBy) {
    require(state == State.TO_RECORD);
    return with(State.MAKE_UP, title, time, makeUpBy, preparedAt, at, null);
  }

  StudySession madeUp(Instant at) {
    require(state == State.MAKE_UP);
    return with(State.HELD, title, time, dueAt, preparedAt, recordedAt, at);
  }

  StudySession cancelled(Instant at) {
    require(isToCome());
    return with(State.CANCELLED, title, time, dueAt, preparedAt, null, at);
  }

  /** The campaign is closed. What was recorded was held, whoever has not made up for it. */
  StudySession lapsed(Instant at) {
    require(state == State.PLANNED || isOpen());
    var end = state == State.MAKE_UP ? State.HELD : State.LAPSED;
    return with(end, title, time, dueAt, preparedAt, recordedAt, at);
  }

  /** Took place before the launch. */
  StudySession recordedAsPast(Instant at) {
    require(state == State.PAST);
    return with(State.HELD, title, time, dueAt, null, at, at);
  }

  /**
   * On another day. A session that was expected already, but did not take place, is prepared anew.
   *
   * @param title the new day in words
   */
  StudySession moved(SessionTime to, String title, Instant now) {
    return switch (state) {
      case PLANNED -> with(state, title, to, to.prepareBy(), null, null, null);
      case PREPARING, TO_RECORD -> {
        var known = to.knownSince(now);
        yield with(State.PREPARING, title, known, known.prepareBy(), null, null, null);
      }
      case READY -> with(state, title, to, to.recordBy(), preparedAt, null, null);
      default -> throw new Refusal("study.wrong-state", this.title);
    };
  }

  /** Called otherwise from now on. */
  StudySession titled(String title) {
    return with(state, title, time, dueAt, preparedAt, recordedAt, doneAt);
  }

  private StudySession with(
      State state,
      String title,
      SessionTime time,
      Instant dueAt,
      @Nullable Instant preparedAt,
      @Nullable Instant recordedAt,
      @Nullable Instant doneAt) {
    return new StudySession(
        key,
        campaignId,
        seriesId,
        phaseId,
        workId,
        topicId,
        unitId,
        materialKey,
        title,
        state,
        time,
        dueAt,
        preparedAt,
        recordedAt,
        doneAt,
        version);
  }

  private void require(boolean allowed) {
    if (!allowed) {
      throw new Refusal("study.wrong-state", title);
    }
  }
}
