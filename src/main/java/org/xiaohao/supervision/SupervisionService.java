package org.xiaohao.supervision;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.ledger.LedgerItem.WaitsFor;
import org.xiaohao.notification.Letter.Line;
import org.xiaohao.notification.Letter.Tone;
import org.xiaohao.notification.Links;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notices;
import org.xiaohao.roster.Groups;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.supervision.Escalations.Told;
import org.xiaohao.supervision.Late.Concern;

/** Says who is told of what is late, and reminds. The only writer of the room's tables. */
@Service
@Transactional
public class SupervisionService {

  private static final int LONGEST_TITLE = 500;

  private final Escalations escalations;
  private final Escalation escalation;
  private final Recipients recipients;
  private final Reminders reminders;
  private final Absences absences;
  private final LightService lights;
  private final SupervisionWorkflow workflow;
  private final Campaigns campaigns;
  private final Ledger ledger;
  private final Notices notices;
  private final Links links;
  private final Rosters rosters;
  private final JdbcClient jdbc;
  private final Clock clock;

  SupervisionService(
      Escalations escalations,
      Escalation escalation,
      Recipients recipients,
      Reminders reminders,
      Absences absences,
      LightService lights,
      SupervisionWorkflow workflow,
      Campaigns campaigns,
      Ledger ledger,
      Notices notices,
      Links links,
      Rosters rosters,
      JdbcClient jdbc,
      Clock clock) {
    this.escalations = escalations;
    this.escalation = escalation;
    this.recipients = recipients;
    this.reminders = reminders;
    this.absences = absences;
    this.lights = lights;
    this.workflow = workflow;
    this.campaigns = campaigns;
    this.ledger = ledger;
    this.notices = notices;
    this.links = links;
    this.rosters = rosters;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The limit of a task has passed: the fact is recorded, and the first level of the plan is told,
   * once per item, task and limit: by the bell now, by mail with the next digest, because hundreds
   * of limits can pass in the same minute. Nobody is told of what was done meanwhile, nor of a
   * paper that is only encouraged (R56).
   *
   * @param key business key of the item, a phase or the campaign
   * @param task id of the user task that is late
   */
  public void limitPassed(String key, String task) {
    lights.changed(Set.of(key));
    var item = ledger.find(key).orElse(null);
    if (item == null || item.counts()) {
      workflow.openTask(key, task).ifPresent(open -> record(open, item));
    }
  }

  private void record(OpenTask task, @Nullable LedgerItem item) {
    var campaign = campaigns.of(task.key());
    var now = clock.instant();
    escalations
        .record(late(campaign, task, item), now)
        .filter(late -> tellsAtOnce(campaign))
        .ifPresent(
            late -> {
              // of one item: a whole roster for each of thousands would be the square of both
              var audience = new Audience(campaign.plan(), rosters);
              notices.postAll(
                  recipients.of(audience, late, 0, item).stream()
                      .map(person -> notice(campaign, late, person))
                      .toList());
              escalations.told(List.of(new Told(late.id(), 0)), now);
            });
  }

  private boolean tellsAtOnce(Campaign campaign) {
    var levels = campaign.plan().settings().escalation();
    return !levels.isEmpty() && escalation.tells(levels.get(0), Light.RED, 0);
  }

  private Late late(Campaign campaign, OpenTask task, @Nullable LedgerItem item) {
    var concern = concern(campaign, task, item);
    var title =
        concern == Concern.RECEIVER ? slipTitle(campaign, task) : title(campaign, task, item);
    return new Late(
        0,
        campaign.id(),
        task.key(),
        task.task(),
        // The ledger's limit, where it has one: the round compares it with the ledger's.
        item == null || concern == Concern.OFFICE ? task.dueAt() : item.dueAt(),
        concern,
        title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title,
        -1);
  }

  private Concern concern(Campaign campaign, OpenTask task, @Nullable LedgerItem item) {
    if (item == null && recipients.receiver(task.key()).isPresent()) {
      return Concern.RECEIVER;
    }
    var ofOffice = task.groups().equals(Set.of(Groups.office(campaign.id())));
    if (item == null || ofOffice || item.waitsFor() == WaitsFor.OFFICE) {
      return Concern.OFFICE;
    }
    return item.waitsFor() == WaitsFor.REVIEWER ? Concern.REVIEWER : Concern.OWNER;
  }

  private String title(Campaign campaign, OpenTask task, @Nullable LedgerItem item) {
    var subject =
        item != null ? item.title() : Errands.subject(campaigns, campaign.id(), task.key());
    return new Wording(campaign.plan()).late(subject, task.name());
  }

  /** Which slip, and whose: who is told stands above its receiver. */
  private String slipTitle(Campaign campaign, OpenTask task) {
    var receiver = recipients.receiver(task.key()).orElse("");
    var name = rosters.person(campaign.id(), receiver).map(Person::name).orElse(receiver);
    return new Wording(campaign.plan()).text("late-slip", task.name(), name);
  }

  private Notice notice(Campaign campaign, Late late, Person person) {
    var plan = campaign.plan();
    var wording = new Wording(plan);
    var head = wording.head();
    var subject =
        wording.text("late.subject", head.brief(late.title()), wording.moment(late.dueAt()));
    var ofOthers = late.concern() == Concern.OWNER || late.concern() == Concern.RECEIVER;
    var intro = ofOthers ? "late.intro" : "late.intro-own";
    var page = links.item(late.key());
    var limit = wording.text("late.note", wording.moment(late.dueAt()));
    var letter =
        head.letter(person, subject, List.of(wording.text(intro, plan.title())))
            .as("overdue")
            .listing(
                head.section(
                    wording.text("escalation.section", "1"),
                    Tone.RED,
                    List.of(late.title()),
                    title -> new Line(title, limit, page)))
            .offering(head.open(page));
    var key = "late/%d/0/%s".formatted(late.id(), person.id());
    return Notice.atOnce(key, plan.id(), person, letter)
        .about(late.key())
        .aboutAll(List.of(late.about()))
        .whileOpen()
        .inRed(true)
        .inDigest();
  }

  /**
   * The round of a working morning: reminds everybody, tells the levels whose day has come, and
   * turns the lights. What comes of these is left to {@link LightService#follow}.
   */
  public void dailyRound(String campaignId) {
    var campaign = campaigns.get(campaignId);
    var dates = campaigns.dates(campaign);
    var now = clock.instant();
    var horizon = Round.horizon(dates, dates.day(now));
    var audience = new Audience(dates.plan(), new RosterSnapshot(jdbc, campaignId));
    var round = new Round(dates, now, ledger.openDueBefore(campaignId, horizon), audience);
    reminders.remind(round);
    escalation.escalate(round);
    absences.follow(round);
    // last: who does something meanwhile waits for the lights of their item
    lights.morning(campaignId);
  }
}
