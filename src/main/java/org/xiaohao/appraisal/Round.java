package org.xiaohao.appraisal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xiaohao.shared.Refusal;

/**
 * The appraisal of a campaign: the row behind an instance of {@code appraisal}.
 *
 * @param key business key: {@code <campaign>/appraisal}
 * @param startedBy who started it; empty where the end of the last phase did
 * @param dueAt by when the office has to have reviewed the proposal
 * @param computedAt when the points were counted last; null until then
 * @param reviewedBy who confirmed the proposal for the office
 * @param objectionsUntil until when who is named may object; null until then
 * @param hearings how often those who are named for criticism have been heard
 * @param sentBack why the leading group sent the proposal back; null once the office confirmed
 *     again
 * @param decidedBy who decided for the leading group
 */
public record Round(
    String key,
    String campaignId,
    String title,
    State state,
    String startedBy,
    Instant dueAt,
    @Nullable Instant computedAt,
    @Nullable String reviewedBy,
    @Nullable Instant objectionsUntil,
    int hearings,
    @Nullable String sentBack,
    @Nullable String decidedBy,
    @Nullable Instant publishedAt,
    long version) {

  /** How many can be heard at once: the process has a token for each. */
  public static final int MOST_HEARD = 100;

  /** How far it is. */
  public enum State {
    /** Points are being counted. */
    COMPUTING,
    /** The office looks at the proposal. */
    REVIEWING,
    /** Who is named for criticism may object. */
    HEARING,
    /** The leading group has decided. */
    DECIDED,
    PUBLISHED
  }

  Round computed(Instant at) {
    require(state == State.COMPUTING || state == State.REVIEWING);
    return with(State.REVIEWING, dueAt, at, null, null, hearings, sentBack, null, null);
  }

  Round confirmed(String by, Instant until) {
    require(state == State.REVIEWING);
    return with(State.HEARING, dueAt, computedAt, by, until, hearings + 1, null, null, null);
  }

  /** The office reviews it anew. */
  Round sentBack(String reason, Instant due) {
    require(state == State.HEARING);
    return with(State.REVIEWING, due, computedAt, null, null, hearings, reason, null, null);
  }

  Round decided(String by) {
    require(state == State.HEARING);
    return with(
        State.DECIDED, dueAt, computedAt, reviewedBy, objectionsUntil, hearings, null, by, null);
  }

  Round published(Instant at) {
    require(state == State.DECIDED);
    return with(
        State.PUBLISHED,
        dueAt,
        computedAt,
        reviewedBy,
        objectionsUntil,
        hearings,
        null,
        decidedBy,
        at);
  }

  void require(boolean allowed) {
    if (!allowed) {
      throw new Refusal("appraisal.wrong-state", title);
    }
  }

  private Round with(
      State state,
      Instant dueAt,
      @Nullable Instant computedAt,
      @Nullable String reviewedBy,
      @Nullable Instant objectionsUntil,
      int hearings,
      @Nullable String sentBack,
      @Nullable String decidedBy,
      @Nullable Instant publishedAt) {
    return new Round(
        key,
        campaignId,
        title,
        state,
        startedBy,
        dueAt,
        computedAt,
        reviewedBy,
        objectionsUntil,
        hearings,
        sentBack,
        decidedBy,
        publishedAt,
        version);
  }
}
