package org.xiaohao.meeting;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.shared.Refusal;

/**
 * One meeting of the plan (R49, R50, R54, R63): the row behind an instance of {@code meeting}.
 *
 * @param key business key: {@code <campaign>/meeting/<id of the plan>}
 * @param date day by which it must have taken place, and the working day on which that falls
 * @param proposed working day that the invitation proposes
 * @param limitAt moment after which it counts as late
 * @param dueAt moment by which the office has to act next; the end of the meeting while it waits
 *     for its day
 * @param arrangement when and where; null until it is arranged, kept as a draft when postponed
 * @param arrangedAt when it was first arranged
 * @param doneAt when its minutes were noted, or it was settled otherwise
 */
public record Meeting(
    String key,
    String campaignId,
    String meetingId,
    String phaseId,
    String workId,
    String title,
    State state,
    EffectiveDate date,
    LocalDate proposed,
    Instant limitAt,
    Instant dueAt,
    @Nullable Arrangement arrangement,
    @Nullable Instant arrangedAt,
    @Nullable Instant doneAt,
    @Nullable String doneBy,
    long version) {

  /** How far a meeting is. */
  public enum State {
    /** Its work has not begun. */
    PLANNED,
    /** The office is to fix day and place. */
    ARRANGING,
    /** Waits for its day. */
    ARRANGED,
    /** Its time has passed; the office is to note what came out of it. */
    TO_RECORD,
    HELD,
    /** Does not take place, with a reason. */
    CANCELLED,
    /** Did not take place; the campaign is closed. */
    LAPSED,
    /** Its day lay before the launch. */
    PAST
  }

  static String key(String campaignId, String meetingId) {
    return campaignId + "/meeting/" + meetingId;
  }

  /** Whether it is under way: the office is to act, or its day is to come. */
  public boolean isOpen() {
    return state == State.ARRANGING || state == State.ARRANGED || state == State.TO_RECORD;
  }

  Meeting opened(LocalDate proposed, Instant due) {
    require(state == State.PLANNED);
    return with(State.ARRANGING, date, proposed, limitAt, due, null, null, null, null);
  }

  Meeting arranged(Arrangement to, Instant ends, Instant at) {
    require(state == State.ARRANGING);
    var first = arrangedAt == null ? at : arrangedAt;
    return with(State.ARRANGED, date, proposed, limitAt, ends, to, first, null, null);
  }

  Meeting rearranged(Arrangement to, Instant ends, EffectiveDate date, Instant limit) {
    require(state == State.ARRANGED);
    return with(state, date, proposed, limit, ends, to, arrangedAt, null, null);
  }

  Meeting moved(LocalDate proposed, EffectiveDate date, Instant limit, Instant due) {
    require(state == State.ARRANGING || state == State.PLANNED);
    var draft = arrangement == null ? null : arrangement.on(proposed);
    return with(state, date, proposed, limit, due, draft, arrangedAt, null, null);
  }

  Meeting over(Instant due) {
    require(state == State.ARRANGED);
    return with(State.TO_RECORD, date, proposed, limitAt, due, arrangement, arrangedAt, null, null);
  }

  Meeting postponed(LocalDate proposed, Instant due) {
    require(state == State.TO_RECORD && arrangement != null);
    var draft = arrangement.on(proposed);
    return with(State.ARRANGING, date, proposed, limitAt, due, draft, arrangedAt, null, null);
  }

  Meeting held(Instant at, String by) {
    require(state == State.TO_RECORD);
    return with(State.HELD, date, proposed, limitAt, dueAt, arrangement, arrangedAt, at, by);
  }

  Meeting settled(State end, Instant at, String by) {
    require(isOpen() || state == State.PLANNED);
    return with(end, date, proposed, limitAt, dueAt, arrangement, arrangedAt, at, by);
  }

  Meeting recorded(Instant at, String by) {
    require(state == State.PAST);
    return with(State.HELD, date, proposed, limitAt, dueAt, arrangement, arrangedAt, at, by);
  }

  private Meeting with(
      State state,
      EffectiveDate date,
      LocalDate proposed,
      Instant limitAt,
      Instant dueAt,
      @Nullable Arrangement arrangement,
      @Nullable Instant arrangedAt,
      @Nullable Instant doneAt,
      @Nullable String doneBy) {
    return new Meeting(
        key,
        campaignId,
        meetingId,
        phaseId,
        workId,
        title,
        state,
        date,
        proposed,
        limitAt,
        dueAt,
        arrangement,
        arrangedAt,
        doneAt,
        doneBy,
        version);
  }

  private void require(boolean allowed) {
    if (!allowed) {
      throw new Refusal("meeting.wrong-state", title);
    }
  }
}
