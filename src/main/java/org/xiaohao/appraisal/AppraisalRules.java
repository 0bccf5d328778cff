package org.xiaohao.appraisal;

import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.Deputies;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Refusal;

/** Who may decide what, and who may see whose points. */
@Component
class AppraisalRules {

  private static final int LONGEST_TEXT = 20_000;

  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Responsibles responsibles;
  private final Deputies deputies;

  AppraisalRules(
      Campaigns campaigns, Rosters rosters, Responsibles responsibles, Deputies deputies) {
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.responsibles = responsibles;
    this.deputies = deputies;
  }

  void requireOffice(String campaignId, String by) {
    if (!isOffice(campaignId, by)) {
      throw new Refusal("appraisal.office-only");
    }
  }

  void requireLeadingGroup(String campaignId, String by) {
    if (!isLeadingGroup(campaignId, by)) {
      throw new Refusal("appraisal.leading-group-only");
    }
  }

  /** Who reviewed for the office does not decide for the leading group as well (A17). */
  void requireOtherThanReviewer(Round round, String by) {
    if (by.equals(round.reviewedBy())) {
      throw new Refusal("appraisal.four-eyes");
    }
  }

  /** Nobody changes what becomes of themselves. */
  void requireOther(Party party, String by) {
    if (party.level() == Level.PERSON && party.id().equals(by)) {
      throw new Refusal("appraisal.own-verdict");
    }
  }

  /** The person who is named, or for a unit its head; or who stands in for them. */
  void requireNamed(Round round, Party party, String by) {
    var campaign = round.campaignId();
    var allowed =
        party.level() == Level.PERSON
            ? deputies.acts(campaign, by, party.id())
            : deputies.acts(campaign, by, responsibles.headOf(campaign, party.id()));
    if (!allowed) {
      throw new Refusal("appraisal.not-yours");
    }
  }

  /** Never who objects, nor for whom it is (A17). */
  void requireOtherThanObjector(Objection objection, String by) {
    if (by.equals(objection.raisedBy())) {
      throw new Refusal("appraisal.own-objection");
    }
    requireOther(objection.party(), by);
  }

  /**
   * Who may see the points: the person, the head of the unit, the office and the leading group; for
   * a unit also its liaison and the leader in charge.
   */
  boolean maySee(String campaignId, Party party, String reader) {
    if (isOffice(campaignId, reader) || isLeadingGroup(campaignId, reader)) {
      return true;
    }
    if (party.level() != Level.PERSON) {
      return isHead(campaignId, party.id(), reader)
          || responsibles.liaisonOf(campaignId, party.id()).filter(is(reader)).isPresent()
          || responsibles.leaderInChargeOf(campaignId, party.id()).filter(is(reader)).isPresent();
    }
    return party.id().equals(reader)
        || rosters
            .person(campaignId, party.id())
            .map(Person::unitId)
            .filter(Objects::nonNull)
            .filter(unit -> isHead(campaignId, unit, reader))
            .isPresent();
  }

  /** Whether the reader sees the points of all people of a unit. */
  boolean maySeePeople(String campaignId, String unit, String reader) {
    return isOffice(campaignId, reader)
        || isLeadingGroup(campaignId, reader)
        || isHead(campaignId, unit, reader);
  }

  boolean isOffice(String campaignId, String person) {
    return campaigns.get(campaignId).plan().office().people().anyMatch(person::equals);
  }

  boolean isLeadingGroup(String campaignId, String person) {
    return campaigns.get(campaignId).plan().leadingGroup().people().anyMatch(person::equals);
  }

  /** PostgreSQL stores no NUL in a text, H2 does: refused on both. */
  static void requireText(String text, String missing) {
    if (text.isBlank()) {
      throw new Refusal(missing);
    }
    if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
      throw new Refusal("appraisal.text-unusable", String.valueOf(LONGEST_TEXT));
    }
  }

  private boolean isHead(String campaignId, String unit, String person) {
    return responsibles.headOf(campaignId, unit).filter(is(person)).isPresent();
  }

  private static Predicate<Person> is(String id) {
    return person -> person.id().equals(id);
  }
}
