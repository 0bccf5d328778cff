package org.xiaohao.consultation;

import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.roster.Deputies;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.shared.Refusal;

/** Who may do what with a consultation. */
@Component
class ConsultationRules {

  private final Campaigns campaigns;
  private final Responsibles responsibles;
  private final Deputies deputies;

  ConsultationRules(Campaigns campaigns, Responsibles responsibles, Deputies deputies) {
    this.campaigns = campaigns;
    this.responsibles = responsibles;
    this.deputies = deputies;
  }

  /** The unit's liaison or head, or who stands in for them. */
  void requireUnit(Consultation consultation, String by) {
    if (!actsForUnit(consultation, by)) {
      throw new Refusal("consultation.not-yours", consultation.title());
    }
  }

  void requireOffice(Consultation consultation, String by) {
    if (!isOffice(consultation, by)) {
      throw new Refusal("consultation.office-only", consultation.title());
    }
  }

  /**
   * The same for what belongs to no unit.
   *
   * @param title what it is about
   */
  void requireOffice(Plan plan, String title, String by) {
    if (plan.office().people().noneMatch(by::equals)) {
      throw new Refusal("consultation.office-only", title);
    }
  }

  void requireUnitOrOffice(Consultation consultation, String by) {
    if (!actsForUnit(consultation, by) && !isOffice(consultation, by)) {
      throw new Refusal("consultation.not-yours", consultation.title());
    }
  }

  private boolean actsForUnit(Consultation consultation, String by) {
    var campaign = consultation.campaignId();
    var unit = consultation.unitId();
    return deputies.acts(campaign, by, responsibles.liaisonOf(campaign, unit))
        || deputies.acts(campaign, by, responsibles.headOf(campaign, unit));
  }

  private boolean isOffice(Consultation consultation, String by) {
    return campaigns.get(consultation.campaignId()).plan().office().people().anyMatch(by::equals);
  }
}
