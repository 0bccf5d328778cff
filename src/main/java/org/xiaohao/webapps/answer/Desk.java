package org.xiaohao.webapps.answer;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.consultation.Consultation;
import org.xiaohao.consultation.ConsultationEntries;
import org.xiaohao.consultation.ConsultationForms;
import org.xiaohao.consultation.Consultations;
import org.xiaohao.roster.Groups;
import org.xiaohao.shared.Refusal;

/**
 * The consultations that somebody works on: the unit's as its liaison or head, all as the office.
 */
@Component
class Desk {

  private final Campaigns campaigns;
  private final Consultations consultations;
  private final ConsultationForms forms;

  Desk(Campaigns campaigns, Consultations consultations, ConsultationForms forms) {
    this.campaigns = campaigns;
    this.consultations = consultations;
    this.forms = forms;
  }

  /**
   * A consultation as a line of the list.
   *
   * @param valid forms that count so far
   * @param enters whether the reader may enter paper forms now
   */
  record Line(
      String key, String title, int valid, int returned, int quota, boolean open, boolean enters) {}

  List<Line> lines(Authentication person) {
    var groups = groups(person);
    return campaigns.all().stream()
        .flatMap(
            campaign ->
                campaign.plan().consultations().stream()
                    .flatMap(entry -> consultations.of(campaign.id(), entry.id()).stream()))
        .filter(row -> isOffice(row, groups) || actsForUnit(row, groups))
        .filter(row -> row.isOpen() || row.state() == Consultation.State.PLANNED)
        .map(row -> line(row, groups))
        .toList();
  }

  private Line line(Consultation row, Set<String> groups) {
    var returned = forms.of(row.key());
    return new Line(
        row.key(),
        row.title(),
        (int) returned.stream().filter(form -> form.isValid()).count(),
        returned.size(),
        row.quota(),
        row.isOpen(),
        row.state() == Consultation.State.COLLECTING && actsForUnit(row, groups));
  }

  /**
   * A consultation that the person may invite people to.
   *
   * @throws Refusal if there is none with that key, or it is none of theirs
   */
  Line invites(Authentication person, String key) {
    var row = consultations.get(key);
    var groups = groups(person);
    if (!isOffice(row, groups) && !actsForUnit(row, groups)) {
      throw new Refusal("consultation.not-yours", row.title());
    }
    return line(row, groups);
  }

  /**
   * A consultation into which the person may enter forms.
   *
   * @throws Refusal if there is none with that key, or it is none of theirs
   */
  Line enters(Authentication person, String key) {
    var row = consultations.get(key);
    var groups = groups(person);
    if (!actsForUnit(row, groups)) {
      throw new Refusal("consultation.not-yours", row.title());
    }
    return line(row, groups);
  }

  /** What the plan says about it. */
  Plan.Consultation entry(String key) {
    var row = consultations.get(key);
    return ConsultationEntries.of(campaign(key), row);
  }

  /** The campaign that it belongs to. */
  Campaign campaign(String key) {
    return campaigns.get(consultations.get(key).campaignId());
  }

  private static boolean isOffice(Consultation row, Set<String> groups) {
    return groups.contains(Groups.office(row.campaignId()));
  }

  private static boolean actsForUnit(Consultation row, Set<String> groups) {
    return Stream.of(
            Groups.liaison(row.campaignId(), row.unitId()),
            Groups.head(row.campaignId(), row.unitId()))
        .anyMatch(groups::contains);
  }

  private static Set<String> groups(Authentication person) {
    return person.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .collect(Collectors.toSet());
  }
}
