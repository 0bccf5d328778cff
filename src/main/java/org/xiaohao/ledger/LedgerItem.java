package org.xiaohao.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing of one room as every list shows it: a paper, a session, a meeting.
 *
 * @param key natural key of its row and business key of its instance
 * @param room room that owns it
 * @param kindId entry of the plan that it comes from
 * @param unitId unit that it counts for; null for branches and the office
 * @param personId person who owes it; null where a unit, branch or the office does
 * @param waitsFor who is to act now
 * @param counts whether it counts as owed
 * @param lastDate day after which it is missing and not only late
 * @param limitAt moment after which it is late
 * @param dueAt moment by which somebody has to act next
 * @param actedAt when its owner first acted; null until then
 * @param doneAt when it was finished; null until then
 * @param timesReturned how often it was returned to its owner
 */
public record LedgerItem(
    String key,
    String room,
    String campaignId,
    String phaseId,
    String kindId,
    String title,
    @Nullable String unitId,
    @Nullable String branchId,
    @Nullable String personId,
    WaitsFor waitsFor,
    String state,
    boolean counts,
    boolean done,
    boolean open,
    LocalDate planDate,
    LocalDate effectiveDate,
    LocalDate lastDate,
    Instant limitAt,
    Instant dueAt,
    @Nullable Instant actedAt,
    @Nullable Instant doneAt,
    int timesReturned) {

  /** Who is to act. */
  public enum WaitsFor {
    /** The person, else the unit's liaison, else the branch secretary. */
    OWNER,
    /** Whoever reviews the owner's work. */
    REVIEWER,
    /** The office. */
    OFFICE,
    /** Nobody: planned, done, waived, or waiting for its day. */
    NOBODY
  }
}
