package org.xiaohao.campaign;

import java.time.LocalDate;

/**
 * A work of a phase of a running campaign (a topic, 三查两评议, the ledgers) with its real dates.
 *
 * @param startsEffective working day on which what belongs to it opens
 * @param endsEffective its last working day
 */
public record WorkStatus(
    String campaignId,
    String phaseId,
    String workId,
    Plan.WorkKind kind,
    String title,
    LocalDate startsPlan,
    LocalDate startsEffective,
    LocalDate endsPlan,
    LocalDate endsEffective) {

  WorkStatus withDates(
      LocalDate startsPlan,
      LocalDate startsEffective,
      LocalDate endsPlan,
      LocalDate endsEffective) {
    return new WorkStatus(
        campaignId,
        phaseId,
        workId,
        kind,
        title,
        startsPlan,
        startsEffective,
        endsPlan,
        endsEffective);
  }
}
