package org.xiaohao.supervision;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PlanDates;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.notification.Letter.Tone;
import org.xiaohao.notification.Links;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notices;
import org.xiaohao.roster.Person;
import org.xiaohao.shared.Refusal;
import org.xiaohao.supervision.Urge.Outcome;

/** Urging (R85): the office asks once more, by name, and the person asked can answer. */
@Service
@Transactional
public class UrgeService {

  private static final int LONGEST = 2000;

  /** Lock of all urges of a campaign. */
  static final String SERIES = "U";

  private final Urges urges;
  private final Counters counters;
  private final Ledger ledger;
  private final Campaigns campaigns;
  private final Notices notices;
  private final Links links;
  private final JdbcClient jdbc;
  private final Clock clock;

  UrgeService(
      Urges urges,
      Counters counters,
      Ledger ledger,
      Campaigns campaigns,
      Notices notices,
      Links links,
      JdbcClient jdbc,
      Clock clock) {
    this.urges = urges;
    this.counters = counters;
    this.ledger = ledger;
    this.campaigns = campaigns;
    this.notices = notices;
    this.links = links;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Urges whoever has to act on each of those items; each person gets one notice of all of them.
   *
   * @param keys items of that campaign; others are left out
   * @param text what the office says, at most 2,000 characters; may be empty
   * @param by member of the office
   * @return what became of each item, in their order
   */
  public Map<LedgerItem, Outcome> urge(
      String campaignId, Collection<String> keys, String text, String by) {
    return urge(campaignId, ledger.items(keys), text, by);
  }

  /**
   * Urges everybody of whom a paper, a session or the like is missing.
   *
   * @param kindId entry of the plan
   * @param unitId unit whose people are urged; null for all
   */
  public Map<LedgerItem, Outcome> urgeMissing(
      String campaignId, String kindId, @Nullable String unitId, String text, String by) {
    return urge(campaignId, ledger.missing(campaignId, kindId, unitId), text, by);
  }

  /** One after the other in a campaign: the second of two who urge the same reads of the first. */
  private Map<LedgerItem, Outcome> urge(
      String campaignId, List<LedgerItem> items, String text, String by) {
    if (text.length() > LONGEST) {
      throw new Refusal("supervision.urge-too-long", String.valueOf(LONGEST));
    }
    var dates = campaigns.dates(campaigns.get(campaignId));
    counters.lock(campaignId, SERIES);
    var today = dates.day(clock.instant());
    var times = urges.on(today, items.stream().map(LedgerItem::key).toList());
    var audience = new Audience(dates.plan(), new RosterSnapshot(jdbc, campaignId));
    var outcomes = new LinkedHashMap<LedgerItem, Outcome>();
    var rows = new ArrayList<Urge>();
    var piles = new LinkedHashMap<Person, List<LedgerItem>>();
    for (var item : items) {
      if (!item.campaignId().equals(campaignId)) {
        continue;
      }
      var number = times.getOrDefault(item.key(), 0) + 1;
      var actors = item.open() ? audience.actors(item) : List.<Person>of();
      if (actors.isEmpty()) {
        outcomes.put(item, Outcome.DONE);
      } else if (number > dates.plan().supervision().urgesPerDay()) {
        outcomes.put(item, Outcome.ALREADY_URGED);
      } else {
        outcomes.put(item, Outcome.URGED);
        for (var actor : actors) {
          rows.add(row(dates, item, number, actor, text, by));
          piles.computeIfAbsent(actor, any -> new ArrayList<>()).add(item);
        }
      }
    }
    urges.insert(rows);
    notices.postAll(
        piles.entrySet().stream()
            .map(pile -> notice(dates, pile.getKey(), pile.getValue(), text))
            .toList());
    return outcomes;
  }

  private Urge row(
      PlanDates dates, LedgerItem item, int number, Person actor, String text, String by) {
    var now = clock.instant();
    return new Urge(
        0,
        item.campaignId(),
        item.key(),
        dates.day(now),
        number,
        actor.id(),
        by,
        now,
        text,
        null,
        null);
  }

  private static Instant earliest(List<LedgerItem> items) {
    return items.stream().map(LedgerItem::dueAt).min(Comparator.naturalOrder()).orElseThrow();
  }

  private Notice notice(PlanDates dates, Person to, List<LedgerItem> items, String text) {
    var plan = dates.plan();
    var wording = new Wording(plan);
    var count = String.valueOf(items.size());
    var subject = wording.text("urge.subject", count, wording.moment(earliest(items)));
    var head = wording.head();
    var said =
        Stream.of(
                wording.text("urge.intro", plan.title()),
                text.isBlank() ? "" : wording.text("urge.says", text))
            .filter(line -> !line.isEmpty())
            .toList();
    var letter =
        head.letter(to, subject, said)
            .as("urge")
            .listing(
                head.section(
                    wording.text("urge.section", count),
                    Tone.AMBER,
                    items,
                    item -> wording.line(item, links.item(item.key()))))
            .offering(head.tasklist(links));
    return Notice.atOnce(
            "urge/%s/%s/%s/%s".formatted(plan.id(), clock.instant(), to.id(), items.get(0).key()),
            plan.id(),
            to,
            letter)
        .aboutAll(Wording.about(items))
        .whileOpen();
  }

  /**
   * Answers an urge.
   *
   * @param by who was urged
   * @throws Refusal if somebody else was, or the answer is empty, too long, or not the first
   */
  public void answer(long id, String answer, String by) {
    var urge = urges.get(id);
    if (!urge.personId().equals(by)) {
      throw new Refusal("supervision.urge-not-yours");
    }
    if (urge.answer() != null) {
      throw new Refusal("supervision.urge-answered");
    }
    if (answer.isBlank()) {
      throw new Refusal("supervision.urge-answer-missing");
    }
    if (answer.length() > LONGEST) {
      throw new Refusal("supervision.urge-too-long", String.valueOf(LONGEST));
    }
    urges.answered(id, answer, clock.instant());
  }
}
