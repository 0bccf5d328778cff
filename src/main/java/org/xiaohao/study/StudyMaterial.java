package org.xiaohao.study;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.shared.Refusal;

/**
 * What the office supplies for one day of a series, for all units at once (R11): the row behind an
 * instance of {@code study-material}.
 *
 * @param key business key: {@code <campaign>/material/<series>-<plan day>}
 * @param workId work with whose begin it opens; null for the begin of the phase
 * @param topicId topic that it belongs to; null where the plan names none for that day
 * @param date day of the sessions
 * @param lastDate day of {@code limitAt}
 * @param limitAt moment by which it is due: the working day before the sessions
 * @param text text and links of any length; null until supplied
 */
public record StudyMaterial(
    String key,
    String campaignId,
    String seriesId,
    String phaseId,
    @Nullable String workId,
    @Nullable String topicId,
    String title,
    State state,
    EffectiveDate date,
    LocalDate lastDate,
    Instant limitAt,
    @Nullable String text,
    @Nullable Instant suppliedAt,
    @Nullable String suppliedBy,
    long version) {

  /** How far it is. */
  public enum State {
    /** In the plan, not open yet. */
    PLANNED,
    /** Waits for the office. */
    OPEN,
    SUPPLIED,
    /** Not needed, with a reason. */
    WAIVED,
    /** Was never supplied; the campaign is closed. */
    LAPSED,
    /** Its day lay before the launch. */
    PAST
  }

  StudyMaterial opened() {
    require(state == State.PLANNED);
    return with(State.OPEN, title, date, lastDate, limitAt, null, null, null);
  }

  StudyMaterial supplied(String text, Instant at, String by) {
    require(state == State.OPEN);
    return with(State.SUPPLIED, title, date, lastDate, limitAt, text, at, by);
  }

  StudyMaterial settled(State end) {
    require(state == State.OPEN || state == State.PLANNED);
    return with(end, title, date, lastDate, limitAt, null, null, null);
  }

  /** For sessions on another day; what was supplied already stays. */
  StudyMaterial moved(String title, EffectiveDate to, LocalDate lastDate, Instant limitAt) {
    return with(state, title, to, lastDate, limitAt, text, suppliedAt, suppliedBy);
  }

  private StudyMaterial with(
      State state,
      String title,
      EffectiveDate date,
      LocalDate lastDate,
      Instant limitAt,
      @Nullable String text,
      @Nullable Instant suppliedAt,
      @Nullable String suppliedBy) {
    return new StudyMaterial(
        key,
        campaignId,
        seriesId,
        phaseId,
        workId,
        topicId,
        title,
        state,
        date,
        lastDate,
        limitAt,
        text,
        suppliedAt,
        suppliedBy,
        version);
  }

  private void require(boolean allowed) {
    if (!allowed) {
      throw new Refusal("study.wrong-state", title);
    }
  }
}
