package org.xiaohao.supervision;

import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.Deputies;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Refusal;

/** Who may do what with tasks of the leading group and rounds of the office. */
@Component
class AssignmentRules {

  private final Campaigns campaigns;
  private final Responsibles responsibles;
  private final Deputies deputies;

  AssignmentRules(Campaigns campaigns, Rosters rosters, Deputies deputies) {
    this.campaigns = campaigns;
    this.responsibles = new Responsibles(rosters);
    this.deputies = deputies;
  }

  /** To whom it is assigned, liaison or head of the unit, or the office; deputies of a person. */
  void requireDoer(Assignment assignment, String by) {
    var campaign = assignment.campaignId();
    var unit = assignment.unitId();
    var allowed =
        assignment.personId() != null
            ? deputies.acts(campaign, by, assignment.personId())
            : unit == null
                ? isOffice(campaign, by)
                : deputies.acts(campaign, by, responsibles.liaisonOf(campaign, unit))
                    || deputies.acts(campaign, by, responsibles.headOf(campaign, unit));
    if (!allowed) {
      throw new Refusal("supervision.not-doer", assignment.title());
    }
  }

  /** The leading group gives tasks, and the office keeps their list. */
  void requireOversight(String campaignId, String by) {
    var leads = campaigns.get(campaignId).plan().leadingGroup().people().anyMatch(by::equals);
    if (!leads && !isOffice(campaignId, by)) {
      throw new Refusal("supervision.oversight-only");
    }
  }

  void requireOffice(String campaignId, String by) {
    if (!isOffice(campaignId, by)) {
      throw new Refusal("supervision.office-only");
    }
  }

  /** Why something is changed is always said. */
  static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new Refusal("supervision.reason-missing");
    }
  }

  private boolean isOffice(String campaignId, String by) {
    return campaigns.get(campaignId).plan().office().people().anyMatch(by::equals);
  }
}
