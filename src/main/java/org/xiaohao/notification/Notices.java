package org.xiaohao.notification;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.Deputies;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Messages;

/** Says things to people: writes them into the outbox, in the transaction of what causes them. */
@Service
@Transactional
public class Notices {

  private final OutboxRows rows;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Responsibles responsibles;
  private final Deputies deputies;
  private final Clock clock;

  Notices(
      OutboxRows rows,
      Campaigns campaigns,
      Rosters rosters,
      Responsibles responsibles,
      Deputies deputies,
      Clock clock) {
    this.rows = rows;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.responsibles = responsibles;
    this.deputies = deputies;
    this.clock = clock;
  }

  /**
   * Says something once.
   *
   * @return whether it is new; false where it was said before
   */
  public boolean post(Notice notice) {
    return postAll(List.of(notice)) > 0;
  }

  /**
   * Says many things, each of them once. What is meant for somebody without a usable address goes
   * to the liaison of the unit, else to the director of the office, who are asked to pass it on.
   *
   * @return how many of them are new
   */
  public int postAll(List<Notice> notices) {
    if (notices.isEmpty()) {
      return 0;
    }
    var posted = rows.insert(notices, clock.instant());
    var passedOn =
        posted.stream()
            .filter(notice -> MailText.address(notice.to().mail()).isEmpty())
            .flatMap(notice -> passOn(notice).stream())
            .toList();
    if (!passedOn.isEmpty()) {
      rows.insert(passedOn, clock.instant());
    }
    var forDeputies = forDeputies(posted);
    if (!forDeputies.isEmpty()) {
      rows.insert(forDeputies, clock.instant());
    }
    return posted.size();
  }

  /** What is said to an absent person is said to the deputy too; one look per campaign. */
  private List<Notice> forDeputies(List<Notice> posted) {
    return posted.stream().collect(Collectors.groupingBy(Notice::campaignId)).entrySet().stream()
        .flatMap(entry -> forDeputies(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Stream<Notice> forDeputies(String campaignId, List<Notice> posted) {
    var campaign = campaigns.get(campaignId);
    var today = campaigns.dates(campaign).day(clock.instant());
    var absent =
        deputies.of(campaignId, posted.stream().map(notice -> notice.to().id()).toList(), today);
    return posted.stream()
        .filter(notice -> absent.containsKey(notice.to().id()))
        .flatMap(
            notice ->
                rosters
                    .activePerson(campaignId, absent.get(notice.to().id()))
                    .map(deputy -> copyFor(campaign, notice, deputy))
                    .stream());
  }

  private static Notice copyFor(Campaign campaign, Notice notice, Person deputy) {
    var language = campaign.plan().language();
    var absent = MailText.line(notice.to().name());
    return new Notice(
        notice.key() + "@" + deputy.id(),
        notice.campaignId(),
        deputy,
        Messages.text(language, "notification.for-absent", absent, notice.subject()),
        Messages.text(
            language, "notification.for-absent-body", deputy.name(), absent, notice.body()));
  }

  private Optional<Notice> passOn(Notice notice) {
    var plan = campaigns.get(notice.campaignId()).plan();
    var name = MailText.line(notice.to().name());
    return liaison(notice)
        .or(() -> rosters.activePerson(plan.id(), plan.office().director()))
        .filter(other -> !other.id().equals(notice.to().id()))
        .map(
            other ->
                new Notice(
                    notice.key() + "@" + other.id(),
                    plan.id(),
                    other,
                    Messages.text(plan.language(), "notification.pass-on", name, notice.subject()),
                    Messages.text(
                        plan.language(),
                        "notification.pass-on-body",
                        other.name(),
                        name,
                        notice.body())));
  }

  private Optional<Person> liaison(Notice notice) {
    return Optional.ofNullable(notice.to().unitId())
        .flatMap(unit -> responsibles.liaisonOf(notice.campaignId(), unit))
        .filter(liaison -> !liaison.id().equals(notice.to().id()))
        .filter(liaison -> MailText.address(liaison.mail()).isPresent());
  }
}
