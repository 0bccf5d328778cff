package org.xiaohao.consultation;

import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Plan;
import org.xiaohao.shared.Refusal;

/** The entries of the plan that rows come from. */
public final class ConsultationEntries {

  private ConsultationEntries() {}

  /** The entry behind a row. */
  public static Plan.Consultation of(Campaign campaign, Consultation consultation) {
    return campaign.plan().consultations().stream()
        .filter(entry -> entry.id().equals(consultation.consultationId()))
        .findFirst()
        .orElseThrow(() -> new Refusal("consultation.unknown", consultation.key()));
  }
}
