package org.xiaohao.consultation;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.shared.Refusal;

/** Who may do what with a consultation. */
@Component
class ConsultationRules {

  private final Campaigns campaigns;
  private final Responsibles responsibles;

  ConsultationRules(Campaigns campaigns, Responsibles responsibles) {
    this.campaigns = campaigns;
    this.responsibles = responsibles;
  }

  /** The unit's liaison or head. */
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

  void requireUnitOrOffice(Consultation consultation, String by) {
    if (!actsForUnit(consultation, by) && !isOffice(consultation, by)) {
      throw new Refusal("consultation.not-yours", consultation.title());
    }
  }

  private boolean actsForUnit(Consultation consultation, String by) {
    var campaign = consultation.campaignId();
    return is(responsibles.liaisonOf(campaign, consultation.unitId()), by)
        || is(responsibles.headOf(campaign, consultation.unitId()), by);
  }

  private boolean isOffice(Consultation consultation, String by) {
    return campaigns.get(consultation.campaignId()).plan().office().people().anyMatch(by::equals);
  }

  private static boolean is(Optional<Person> person, String id) {
    return person.filter(p -> p.id().equals(id)).isPresent();
  }
}
