package org.xiaohao.notification;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.notification.Circular.Audience;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Refusal;

/** The office says something to a unit, a role or everybody; over the channels that they chose. */
@Service
@Transactional
public class CircularService {

  static final int LONGEST_SUBJECT = 100;
  static final int LONGEST_TEXT = 4_000;

  private final Circulars circulars;
  private final Notices notices;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Responsibles responsibles;
  private final Clock clock;

  CircularService(
      Circulars circulars,
      Notices notices,
      Campaigns campaigns,
      Rosters rosters,
      Responsibles responsibles,
      Clock clock) {
    this.circulars = circulars;
    this.notices = notices;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.responsibles = responsibles;
    this.clock = clock;
  }

  /**
   * Whom a notice would reach.
   *
   * @param units ids of units; empty for all
   * @return each person once
   */
  @Transactional(readOnly = true)
  public List<Person> recipients(String campaignId, Audience audience, Collection<String> units) {
    var plan = campaigns.get(campaignId).plan();
    var of =
        rosters.units(campaignId).stream()
            .filter(unit -> units.isEmpty() || units.contains(unit.id()))
            .toList();
    return people(plan, audience, of, units.isEmpty()).distinct().toList();
  }

  private Stream<Person> people(Plan plan, Audience audience, List<Unit> units, boolean all) {
    var campaign = plan.id();
    return switch (audience) {
      case STAFF ->
          all
              ? rosters.people(campaign).stream()
              : units.stream().flatMap(unit -> rosters.peopleOf(campaign, unit.id()).stream());
      case HEADS -> posts(units.stream().map(unit -> responsibles.headOf(campaign, unit.id())));
      case LIAISONS ->
          posts(units.stream().map(unit -> responsibles.liaisonOf(campaign, unit.id())));
      case LEADERS ->
          posts(units.stream().map(unit -> responsibles.leaderInChargeOf(campaign, unit.id())));
      case SECRETARIES ->
          posts(
              rosters.branches(campaign).stream()
                  .map(branch -> responsibles.secretaryOf(campaign, branch.id())));
      case LEADING_GROUP ->
          posts(plan.leadingGroup().people().map(id -> rosters.activePerson(campaign, id)));
      case OFFICE -> posts(plan.office().people().map(id -> rosters.activePerson(campaign, id)));
    };
  }

  private static Stream<Person> posts(Stream<Optional<Person>> holders) {
    return holders.flatMap(Optional::stream);
  }

  /**
   * Sends a notice.
   *
   * @param token made by the page for this one notice: with the same it is sent once
   * @param units ids of units; empty for all
   * @param by member of the office
   * @return the notice; the earlier one where that token was used before
   * @throws Refusal if subject or text are missing or too long, or nobody is meant
   */
  public Circular send(
      String campaignId,
      String token,
      Audience audience,
      List<String> units,
      String subject,
      String text,
      String by) {
    requireText(subject, text);
    if (!token.matches("[A-Za-z0-9-]{8,64}")) {
      throw new Refusal("notification.circular-token");
    }
    var key = campaignId + "/circular/" + token;
    var earlier = circulars.find(key);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var to = recipients(campaignId, audience, units);
    if (to.isEmpty()) {
      throw new Refusal("notification.circular-nobody");
    }
    var circular =
        new Circular(
            key,
            campaignId,
            audience,
            List.copyOf(units),
            subject,
            text,
            by,
            clock.instant(),
            to.size());
    insert(circular);
    var plan = campaigns.get(campaignId).plan();
    notices.postAll(to.stream().map(person -> notice(plan, circular, person)).toList());
    return circular;
  }

  /** The same page sent it twice at the same moment. */
  private void insert(Circular circular) {
    try {
      circulars.insert(circular);
    } catch (DuplicateKeyException meanwhile) {
      throw new Refusal("notification.circular-sent");
    }
  }

  /** Paragraphs are what stands between empty lines. */
  private static Notice notice(Plan plan, Circular circular, Person to) {
    var said = List.of(circular.text().strip().split("\\R{2,}"));
    var letter = new Letterhead(plan).letter(to, circular.subject(), said);
    return Notice.atOnce(circular.key() + "/" + to.id(), plan.id(), to, letter)
        .about(circular.key());
  }

  private static void requireText(String subject, String text) {
    if (subject.isBlank()) {
      throw new Refusal("notification.circular-subject-missing");
    }
    if (text.isBlank()) {
      throw new Refusal("notification.circular-text-missing");
    }
    if (subject.length() > LONGEST_SUBJECT) {
      throw new Refusal("notification.circular-subject-long", String.valueOf(LONGEST_SUBJECT));
    }
    if (text.length() > LONGEST_TEXT) {
      throw new Refusal("notification.circular-text-long", String.valueOf(LONGEST_TEXT));
    }
  }
}
