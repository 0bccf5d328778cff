package org.xiaohao.supervision;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.engine.ChangedItems;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.ledger.LedgerItem.WaitsFor;
import org.xiaohao.notification.Choice;
import org.xiaohao.notification.Choices;
import org.xiaohao.notification.Links;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notice.About;
import org.xiaohao.notification.Notices;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.supervision.TaskLinks.TaskLink;

/**
 * Tells those who want to be told of everything at once what has come up for them. For all others
 * nothing is written: the next digest reads what is new from the tasks themselves.
 */
@Component
class NewItems implements ChangedItems {

  /** A task that is older was told of when it came up, or its person had not chosen so then. */
  private static final Duration NEW = Duration.ofMinutes(1);

  /** From here on reading the whole roster is cheaper than asking for each. */
  private static final int MANY = 20;

  private final Choices choices;
  private final Ledger ledger;
  private final TaskLinks tasks;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Notices notices;
  private final Links links;
  private final JdbcClient jdbc;
  private final Clock clock;

  NewItems(
      Choices choices,
      Ledger ledger,
      TaskLinks tasks,
      Campaigns campaigns,
      Rosters rosters,
      Notices notices,
      Links links,
      JdbcClient jdbc,
      Clock clock) {
    this.choices = choices;
    this.ledger = ledger;
    this.tasks = tasks;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.notices = notices;
    this.links = links;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void changed(Set<String> keys) {
    if (choices.anyAtOnce()) {
      ledger.items(keys).stream()
          .filter(item -> item.open() && item.waitsFor() != WaitsFor.NOBODY && !isSaid(item))
          .collect(Collectors.groupingBy(LedgerItem::campaignId))
          .forEach(this::tell);
    }
  }

  /** What comes back is told at once to everybody, with the reason. */
  private static boolean isSaid(LedgerItem item) {
    return item.waitsFor() == WaitsFor.OWNER && item.timesReturned() > 0;
  }

  private void tell(String campaignId, List<LedgerItem> items) {
    var wording = new Wording(campaigns.get(campaignId).plan());
    var roster = items.size() < MANY ? rosters : new RosterSnapshot(jdbc, campaignId);
    var audience = new Audience(wording.plan(), roster);
    var people = new LinkedHashMap<LedgerItem, List<Person>>();
    items.forEach(item -> people.put(item, audience.actors(item)));
    var wishes =
        choices.of(people.values().stream().flatMap(List::stream).map(Person::id).toList());
    people.replaceAll(
        (item, actors) ->
            actors.stream().filter(one -> wishes.get(one.id()) == Choice.AT_ONCE).toList());
    people.values().removeIf(List::isEmpty);
    var fresh =
        tasks
            .of(people.keySet().stream().map(LedgerItem::key).toList(), clock.instant().minus(NEW))
            .stream()
            .collect(Collectors.toMap(TaskLink::key, task -> task, (one, other) -> one));
    var told = new ArrayList<Notice>();
    for (Map.Entry<LedgerItem, List<Person>> entry : people.entrySet()) {
      var task = fresh.get(entry.getKey().key());
      if (task != null) {
        entry.getValue().forEach(person -> told.add(notice(wording, entry.getKey(), task, person)));
      }
    }
    notices.postAll(told);
  }

  private Notice notice(Wording wording, LedgerItem item, TaskLink task, Person to) {
    var head = wording.head();
    var until = wording.moment(item.dueAt());
    var subject = wording.text("new.subject", head.brief(task.name()), until);
    var said = List.of(wording.text("new.said", wording.plan().title(), item.title(), until));
    var letter = head.letter(to, subject, said).offering(head.open(links.item(item.key())));
    return Notice.atOnce("new/" + task.id() + "/" + to.id(), item.campaignId(), to, letter)
        .about(item.key())
        .aboutAll(List.of(new About(item.key(), item.dueAt())))
        .whileOpen()
        .inDigest();
  }
}
