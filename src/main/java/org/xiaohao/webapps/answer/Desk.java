package org.xiaohao.webapps.answer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.consultation.Consultation;
import org.xiaohao.consultation.ConsultationEntries;
import org.xiaohao.consultation.ConsultationForm;
import org.xiaohao.consultation.ConsultationForms;
import org.xiaohao.consultation.Consultations;
import org.xiaohao.consultation.Polls;
import org.xiaohao.roster.Groups;
import org.xiaohao.shared.Refusal;
import org.xiaohao.webapps.security.People;

/**
 * The consultations that somebody works on: the unit's as its liaison or head, all as the office.
 */
@Component
class Desk {

  private final Campaigns campaigns;
  private final Consultations consultations;
  private final ConsultationForms forms;
  private final Polls polls;
  private final People people;
  private final Clock clock;

  Desk(
      Campaigns campaigns,
      Consultations consultations,
      ConsultationForms forms,
      Polls polls,
      People people,
      Clock clock) {
    this.campaigns = campaigns;
    this.consultations = consultations;
    this.forms = forms;
    this.polls = polls;
    this.people = people;
    this.clock = clock;
  }

  /**
   * A consultation as a line of the list.
   *
   * @param valid forms that count so far
   * @param enters whether the reader may enter paper forms now
   * @param office whether the reader is of the office
   */
  record Line(
      String key,
      String title,
      int valid,
      int returned,
      int quota,
      boolean open,
      boolean enters,
      boolean office) {

    /** Whether the reader may strike forms out now. */
    public boolean judges() {
      return open && office;
    }
  }

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
        row.state() == Consultation.State.COLLECTING && actsForUnit(row, groups),
        isOffice(row, groups));
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

  /**
   * A consultation whose forms the person may strike out, as its office.
   *
   * @throws Refusal if there is none with that key, or it is of another office
   */
  Line judges(Authentication person, String key) {
    var row = consultations.get(key);
    var groups = groups(person);
    if (!isOffice(row, groups)) {
      throw new Refusal("consultation.office-only", row.title());
    }
    return line(row, groups);
  }

  List<ConsultationForm> forms(Line line) {
    return forms.of(line.key());
  }

  /**
   * An online poll as the office sees it.
   *
   * @param code last part of its address; null while it never was opened
   * @param open whether it takes answers today
   * @param until last day of it; of one that is not open the limit of the consultation
   * @param counts whether its forms count for the quota
   * @param polled forms that came through it
   */
  record PollLine(
      String campaign,
      String id,
      String title,
      @Nullable String code,
      boolean open,
      LocalDate until,
      boolean counts,
      int polled) {}

  /** Polls that the plans of the reader's offices have. */
  List<PollLine> polls(Authentication person) {
    var groups = groups(person);
    return campaigns.all().stream()
        .filter(campaign -> groups.contains(Groups.office(campaign.id())))
        .flatMap(
            campaign ->
                campaign.plan().consultations().stream()
                    .filter(entry -> entry.onlinePoll() != Plan.OnlinePoll.NONE)
                    .map(entry -> line(campaign, entry)))
        .toList();
  }

  /** Campaigns that go on, of whose offices the reader is. */
  List<Campaign> offices(Authentication person) {
    var groups = groups(person);
    return campaigns.all().stream()
        .filter(campaign -> campaign.state() != Campaign.State.CLOSED)
        .filter(campaign -> groups.contains(Groups.office(campaign.id())))
        .toList();
  }

  /**
   * One of them.
   *
   * @throws Refusal if there is none, or it is of another office
   */
  PollLine poll(Authentication person, String campaign, String id) {
    if (!groups(person).contains(Groups.office(campaign))) {
      throw new Refusal("consultation.office-only", id);
    }
    return polls(person).stream()
        .filter(line -> line.campaign().equals(campaign) && line.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refusal("consultation.poll-unknown"));
  }

  private PollLine line(Campaign campaign, Plan.Consultation entry) {
    var poll = polls.of(campaign.id(), entry.id()).orElse(null);
    var today = campaigns.dates(campaign).day(clock.instant());
    return new PollLine(
        campaign.id(),
        entry.id(),
        entry.title(),
        poll == null ? null : poll.code(),
        poll != null && poll.isOpen(today),
        poll == null ? entry.limit() : poll.closesOn(),
        entry.onlinePoll() == Plan.OnlinePoll.COUNTS,
        forms.polled(campaign.id(), entry.id()));
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

  /** Of this moment: a session may be older than a change of roles. */
  private Set<String> groups(Authentication person) {
    return Set.copyOf(people.groups(person.getName()));
  }
}
