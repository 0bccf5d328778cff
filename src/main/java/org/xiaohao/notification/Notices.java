package org.xiaohao.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.notification.OutboxRow.State;
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
  private final OutboxSeries series;
  private final Letters letters;
  private final Choices choices;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Responsibles responsibles;
  private final Deputies deputies;
  private final Clock clock;

  Notices(
      OutboxRows rows,
      OutboxSeries series,
      Letters letters,
      Choices choices,
      Campaigns campaigns,
      Rosters rosters,
      Responsibles responsibles,
      Deputies deputies,
      Clock clock) {
    this.rows = rows;
    this.series = series;
    this.letters = letters;
    this.choices = choices;
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
   * Says many things, each of them once, over every channel that is meant for them. What is meant
   * for somebody without a usable address goes to the liaison of the unit, else to the director of
   * the office, who are asked to pass it on.
   *
   * @return how many of them are new
   */
  public int postAll(List<Notice> notices) {
    return postNew(notices).size();
  }

  /**
   * Like {@link #postAll}.
   *
   * @return keys of those that are new
   */
  public Set<String> postNew(List<Notice> notices) {
    var now = clock.instant();
    var wishes = choices.of(notices.stream().map(notice -> notice.to().id()).toList());
    var mails =
        rows.insert(
            notices.stream().map(this::written).map(notice -> mail(notice, wishes)).toList(), now);
    var posted = mails.stream().map(OutboxDraft::notice).toList();
    rows.insert(posted.stream().flatMap(this::otherChannels).toList(), now);
    rows.insert(
        mails.stream()
            .filter(mail -> mail.state() == State.UNADDRESSED)
            .flatMap(mail -> passOn(mail.notice()).stream())
            .map(notice -> mail(notice, Map.of()))
            .toList(),
        now);
    rows.insert(forDeputies(posted), now);
    return posted.stream().map(Notice::key).collect(Collectors.toSet());
  }

  /**
   * Takes back what an older notice of a series has not said yet, because a newer one is about to
   * say all of it. What had become a line of it waits for the newer one.
   *
   * @param before older than that
   * @return when the oldest of them was written; empty where nothing was left
   */
  public Optional<Instant> supersede(String campaignId, String name, Instant before) {
    return series.supersede(campaignId, name, before);
  }

  /** What waits for the next digest, by person. */
  public Map<String, List<Held>> held(String campaignId) {
    return series.held(campaignId).stream().collect(Collectors.groupingBy(Held::personId));
  }

  /** Those became lines of a digest that is posted. */
  public void merge(List<Held> said, String digestKey) {
    series.merge(said, digestKey);
  }

  private Notice written(Notice notice) {
    var letter = notice.letter();
    return letter == null ? notice : notice.saying(letters.text(notice.campaignId(), letter));
  }

  private static OutboxDraft mail(Notice notice, Map<String, Choice> wishes) {
    var address = MailText.address(notice.to().mail()).orElse(null);
    var wish = wishes.getOrDefault(notice.to().id(), Choice.DIGEST);
    var state = State.QUEUED;
    if (address == null) {
      state = State.UNADDRESSED;
    } else if (wish == Choice.RED_ONLY && !notice.red()) {
      state = State.DECLINED;
    } else if (notice.urgency() == Notice.Urgency.DIGEST && wish != Choice.AT_ONCE) {
      state = State.HELD;
    }
    return new OutboxDraft(notice, Channel.MAIL, address, state);
  }

  private Stream<OutboxDraft> otherChannels(Notice notice) {
    var bell = new OutboxDraft(notice, Channel.BROWSER, null, State.SENT);
    return Stream.concat(
        Guests.isGuest(notice.to()) ? Stream.empty() : Stream.of(bell),
        campaigns.get(notice.campaignId()).plan().mail().webhooks().stream()
            .filter(webhook -> isFor(webhook, notice))
            .map(w -> new OutboxDraft(notice, Channel.WEBHOOK, w.id(), State.QUEUED)));
  }

  private static boolean isFor(Plan.Webhook webhook, Notice notice) {
    return switch (webhook.tells()) {
      case DAILY -> OutboxSeries.OFFICE_DAY.equals(notice.series());
      case RED -> notice.red() && notice.series() == null;
      case ALL -> notice.series() == null || OutboxSeries.OFFICE_DAY.equals(notice.series());
    };
  }

  /** What is said to an absent person is said to the deputy too; one look per campaign. */
  private List<OutboxDraft> forDeputies(List<Notice> posted) {
    return posted.stream().collect(Collectors.groupingBy(Notice::campaignId)).entrySet().stream()
        .flatMap(entry -> forDeputies(entry.getKey(), entry.getValue()))
        .flatMap(
            copy ->
                Stream.of(
                    mail(copy, Map.of()), new OutboxDraft(copy, Channel.BROWSER, null, State.SENT)))
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
                    .map(deputy -> copyFor(campaign.plan(), notice, deputy))
                    .stream());
  }

  private static Notice copyFor(Plan plan, Notice notice, Person deputy) {
    var absent = MailText.line(notice.to().name());
    return new Notice(
            notice.key() + "@" + deputy.id(),
            notice.campaignId(),
            deputy,
            Messages.text(plan.language(), "notification.for-absent", absent, notice.subject()),
            Messages.text(
                plan.language(),
                "notification.for-absent-body",
                deputy.name(),
                absent,
                notice.body()))
        .inRed(notice.red());
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
                        Messages.text(
                            plan.language(), "notification.pass-on", name, notice.subject()),
                        Messages.text(
                            plan.language(),
                            "notification.pass-on-body",
                            other.name(),
                            name,
                            notice.body()))
                    .inRed(notice.red()));
  }

  private Optional<Person> liaison(Notice notice) {
    return Optional.ofNullable(notice.to().unitId())
        .flatMap(unit -> responsibles.liaisonOf(notice.campaignId(), unit))
        .filter(liaison -> !liaison.id().equals(notice.to().id()))
        .filter(liaison -> MailText.address(liaison.mail()).isPresent());
  }
}
