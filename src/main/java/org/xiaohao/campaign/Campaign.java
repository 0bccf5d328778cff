package org.xiaohao.campaign;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that was launched: its plan and how far it is.
 *
 * @param id same as the plan's, and the business key of its process instance
 * @param launchedAt when it was launched
 * @param launchDay that day in the zone of the plan; what lies before it was never tracked
 * @param closedAt when it was closed; null while it runs
 */
public record Campaign(
    String id,
    Plan plan,
    State state,
    Instant launchedAt,
    LocalDate launchDay,
    @Nullable Instant closedAt) {

  /** How far a campaign is. */
  public enum State {
    /** Rows are still being written. */
    LAUNCHING,
    RUNNING,
    CLOSED
  }
}
