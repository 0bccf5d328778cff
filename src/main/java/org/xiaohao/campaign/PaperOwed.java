package org.xiaohao.campaign;

import java.time.LocalDate;

/**
 * Somebody owes a paper because of something that took place: a speaker owes a speech text (R41).
 * Published in the transaction that records it.
 *
 * @param paperId a paper of the plan that is owed by {@link Plan.OwedBy#SPEAKER}
 * @param personId who owes it
 * @param unitId unit that it counts for
 * @param source what it comes from, unique per person and paper ({@code weekly-2017-03-02})
 * @param occasion the same in words, part of the title
 * @param since day from which its limit is counted
 */
public record PaperOwed(
    String campaignId,
    String paperId,
    String personId,
    String unitId,
    String source,
    String occasion,
    LocalDate since) {}
