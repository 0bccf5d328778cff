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
    @Nullable String decidedBy,
    @Nullable Instant publishedAt,
    long version) {

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
    return with(State.REVIEWING, at, null, null, hearings, null, null);
  }

  Round confirmed(String by, Instant until) {
    require(state == State.REVIEWING);
    return with(State.HEARING, computedAt, by, until, hearings + 1, null, null);
  }

  Round decided(String by) {
    require(state == State.HEARING);
    return with(State.DECIDED, computedAt, reviewedBy, objectionsUntil, hearings, by, null);
  }

  Round published(Instant at) {
    require(state == State.DECIDED);
    return with(State.PUBLISHED, computedAt, reviewedBy, objectionsUntil, hearings, decidedBy, at);
  }

  void require(boolean allowed) {
    if (!allowed) {
      throw new Refusal("appraisal.wrong-state", title);
    }
  }

  private Round with(
      State state,
      @Nullable Instant computedAt,
      @Nullable String reviewedBy,
      @Nullable Instant objectionsUntil,
      int hearings,
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
        decidedBy,
        publishedAt,
        version);
  }
}
