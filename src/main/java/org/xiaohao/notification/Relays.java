package org.xiaohao.notification;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.notification.Notice.Content;
import org.xiaohao.roster.Deputies;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Messages;

/**
 * What is said to somebody in place of somebody else: to the deputy of an absent person, and to
 * whoever passes on what is meant for somebody without an address.
 */
@Component
class Relays {

  private final Letters letters;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Responsibles responsibles;
  private final Deputies deputies;
  private final Clock clock;

  Relays(
      Letters letters,
      Campaigns campaigns,
      Rosters rosters,
      Responsibles responsibles,
      Deputies deputies,
      Clock clock) {
    this.letters = letters;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.responsibles = responsibles;
    this.deputies = deputies;
    this.clock = clock;
  }

  /** What is said to a deputy, and what of it. */
  record Copy(Notice original, Notice copy) {}

  /** What is said to an absent person is said to the deputy too; one look per campaign. */
  List<Copy> forDeputies(List<Notice> posted) {
    return posted.stream().collect(Collectors.groupingBy(Notice::campaignId)).entrySet().stream()
        .flatMap(entry -> forDeputies(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Stream<Copy> forDeputies(String campaignId, List<Notice> posted) {
    var campaign = campaigns.get(campaignId);
    var today = campaigns.dates(campaign).day(clock.instant());
    var absent =
        deputies.of(campaignId, posted.stream().map(notice -> notice.to().id()).toList(), today);
    return posted.stream()
        .filter(notice -> absent.containsKey(notice.to().id()))
        .flatMap(
            notice ->
                rosters.activePerson(campaignId, absent.get(notice.to().id())).stream()
                    .map(deputy -> new Copy(notice, copy(campaign.plan(), notice, deputy))));
  }

  private Notice copy(Plan plan, Notice notice, Person deputy) {
    return relayed(plan, notice, deputy, "for-absent", notice.appointment());
  }

  /**
   * What is meant for somebody without a usable address, for the liaison of the unit, else for the
   * director of the office. Not for their calendars: it is not they who are invited.
   */
  Optional<Notice> passOn(Notice notice) {
    var plan = campaigns.get(notice.campaignId()).plan();
    return liaison(notice)
        .or(() -> rosters.activePerson(plan.id(), plan.office().director()))
        .filter(other -> !other.id().equals(notice.to().id()))
        .map(other -> relayed(plan, notice, other, "pass-on", null));
  }

  private Optional<Person> liaison(Notice notice) {
    return Optional.ofNullable(notice.to().unitId())
        .flatMap(unit -> responsibles.liaisonOf(notice.campaignId(), unit))
        .filter(liaison -> !liaison.id().equals(notice.to().id()))
        .filter(liaison -> MailText.address(liaison.mail()).isPresent());
  }

  /** All of it, as urgent as it was, below a paragraph that says for whom it is meant. */
  private Notice relayed(
      Plan plan, Notice notice, Person to, String code, @Nullable Appointment appointment) {
    var name = MailText.line(notice.to().name());
    var subject = text(plan, code, name, notice.subject());
    var original = notice.letter();
    var said = original == null ? Letters.paragraphs(notice.body()) : original.paragraphs();
    var all = Stream.concat(Stream.of(text(plan, code + "-intro", name)), said.stream()).toList();
    var plain = new Letterhead(plan).letter(to, subject, all);
    var letter = original == null ? plain : original.to(plain.greeting(), subject, all);
    var key = notice.key() + "@" + to.id();
    var content = new Content(subject, letters.text(plan.id(), letter), letter, appointment);
    return new Notice(key, plan.id(), to, content, notice.occasion());
  }

  private static String text(Plan plan, String code, Object... arguments) {
    return Messages.text(plan.language(), "notification." + code, arguments);
  }
}
