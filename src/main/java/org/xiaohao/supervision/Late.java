package org.xiaohao.supervision;

import java.time.Instant;
import org.xiaohao.notification.Notice.About;

/**
 * A task whose limit has passed.
 *
 * @param id of its row; 0 while it has none
 * @param key business key of the item, a phase or the campaign itself
 * @param task id of the user task
 * @param dueAt the limit that passed; a new limit makes a new fact
 * @param concern whose delay it is
 * @param title what is late, in words
 * @param told highest level that was told; -1 for none
 */
record Late(
    long id,
    String campaignId,
    String key,
    String task,
    Instant dueAt,
    Concern concern,
    String title,
    int told) {

  /** What a notice of it is about; only the ledger's limits are compared with the ledger's. */
  About about() {
    var ofLedger = concern == Concern.OWNER || concern == Concern.REVIEWER;
    return new About(key, ofLedger ? dueAt : null);
  }

  /** Whose delay it is, and so who is told first. */
  enum Concern {
    /** Told upwards as the plan says. */
    OWNER,
    /** The reviewers themselves first, then as the plan says. */
    REVIEWER,
    /** The director of the office, then the leading group. */
    OFFICE,
    /** The superior of who has to answer a slip, then the next above. */
    RECEIVER
  }
}
