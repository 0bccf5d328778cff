package org.xiaohao.supervision;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan.EscalationLevel;
import org.xiaohao.campaign.Plan.Role;
import org.xiaohao.campaign.PlanDates;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.roster.Person;
import org.xiaohao.supervision.EscalationTable.Act;
import org.xiaohao.supervision.Late.Concern;
import org.xiaohao.supervision.Lights.Episode;
import org.xiaohao.supervision.Slip.State;
import org.xiaohao.supervision.Slips.Draft;
import org.xiaohao.supervision.Slips.Entry;
import org.xiaohao.supervision.Slips.Issued;
import org.xiaohao.supervision.Slips.Waiting;

/**
 * Says who gets which slip this morning. One slip per receiver, level and colour: who is late with
 * ten things answers once.
 */
@Component
class SlipDrafts {

  /** What goes onto one slip. */
  private record Heading(String personId, Role role, Light light, boolean toAnswer) {}

  private final Ledger ledger;
  private final Lights lights;
  private final Slips slips;
  private final EscalationTable table;
  private final Counters counters;
  private final Campaigns campaigns;
  private final JdbcClient jdbc;
  private final Clock clock;

  SlipDrafts(
      Ledger ledger,
      Lights lights,
      Slips slips,
      EscalationTable table,
      Counters counters,
      Campaigns campaigns,
      JdbcClient jdbc,
      Clock clock) {
    this.ledger = ledger;
    this.lights = lights;
    this.slips = slips;
    this.table = table;
    this.counters = counters;
    this.campaigns = campaigns;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Slips that are due, numbered in the order of their most urgent item. */
  List<Draft> of(String campaignId) {
    var dates = campaigns.dates(campaigns.get(campaignId));
    var piles = piles(dates);
    if (piles.isEmpty()) {
      return List.of();
    }
    var number = counters.take(campaignId, "D", piles.size());
    var drafts = new ArrayList<Draft>();
    for (var pile : piles.entrySet()) {
      drafts.add(new Draft(slip(dates, number++, pile.getKey()), pile.getValue()));
    }
    return drafts;
  }

  /**
   * What stands on slips of people who need not answer for it any more, because the post has
   * changed hands or the owner the unit.
   */
  List<Waiting> astray(String campaignId) {
    var waiting = slips.waiting(campaignId);
    if (waiting.isEmpty()) {
      return List.of();
    }
    var dates = campaigns.dates(campaigns.get(campaignId));
    var audience = new Audience(dates.plan(), new RosterSnapshot(jdbc, campaignId));
    var items =
        ledger.lit(campaignId).stream()
            .collect(Collectors.toMap(LedgerItem::key, Function.identity()));
    return waiting.stream()
        .filter(
            one ->
                Optional.ofNullable(items.get(one.itemKey()))
                    .flatMap(item -> receiver(audience, item, level(dates, one.role())))
                    .filter(to -> !to.id().equals(one.personId()))
                    .isPresent())
        .toList();
  }

  /** The place of a role in the plan's escalation; whoever has to act comes before. */
  private static int level(PlanDates dates, Role role) {
    return dates.plan().settings().escalation().stream()
        .map(EscalationLevel::role)
        .toList()
        .indexOf(role);
  }

  private Map<Heading, List<Entry>> piles(PlanDates dates) {
    var campaign = dates.plan().id();
    var audience = new Audience(dates.plan(), new RosterSnapshot(jdbc, campaign));
    var round = new Round(dates, clock.instant(), List.of(), audience);
    var episodes = lights.episodes(campaign);
    var issued = slips.issued(campaign);
    var piles = new LinkedHashMap<Heading, List<Entry>>();
    for (var item : ledger.lit(campaign)) {
      var episode = episodes.get(item.key());
      for (var level = -1; level < dates.plan().settings().escalation().size(); level++) {
        var role = level(dates, level).role();
        var act = act(round, episode, level(dates, level));
        if (!act.issuesSlip() || issued.contains(new Issued(item.key(), role))) {
          continue;
        }
        var entry = new Entry(item.key(), episode.light(), role, episode.since());
        receiver(audience, item, level)
            .map(to -> new Heading(to.id(), role, episode.light(), act == Act.ANSWER))
            .ifPresent(to -> piles.computeIfAbsent(to, any -> new ArrayList<>()).add(entry));
      }
    }
    return piles;
  }

  /** Whoever has to act comes before the levels of the plan. */
  private static EscalationLevel level(PlanDates dates, int level) {
    return level < 0
        ? new EscalationLevel(0, Role.OWNER)
        : dates.plan().settings().escalation().get(level);
  }

  private Act act(Round round, Episode episode, EscalationLevel level) {
    var late = episode.light() == Light.RED ? round.workingDaysSince(episode.limitDay()) : -1;
    return table.act(episode.light(), level.role(), late, level.afterWorkingDays());
  }

  /** One person: what several have to answer, nobody answers. */
  private static Optional<Person> receiver(Audience audience, LedgerItem item, int level) {
    var first = audience.answerable(item);
    if (level < 0) {
      return first.stream().findFirst();
    }
    var concern =
        switch (item.waitsFor()) {
          case REVIEWER -> Concern.REVIEWER;
          case OFFICE -> Concern.OFFICE;
          case OWNER, NOBODY -> Concern.OWNER;
        };
    return audience.told(concern, level, item).stream()
        .filter(person -> first.stream().noneMatch(one -> one.id().equals(person.id())))
        .findFirst();
  }

  private Slip slip(PlanDates dates, int number, Heading heading) {
    var campaign = dates.plan().id();
    var now = clock.instant();
    return new Slip(
        Slip.key(campaign, number),
        campaign,
        number,
        heading.light(),
        heading.role(),
        heading.personId(),
        heading.toAnswer(),
        heading.toAnswer() ? State.ISSUED : State.NOTED,
        now,
        heading.toAnswer() ? dates.limitAfter(now, dates.plan().supervision().answerDays()) : null,
        null,
        null,
        null,
        null,
        null,
        0);
  }
}
