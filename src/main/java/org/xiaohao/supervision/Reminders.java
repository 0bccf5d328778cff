package org.xiaohao.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.notification.Chats;
import org.xiaohao.notification.Choice;
import org.xiaohao.notification.Choices;
import org.xiaohao.notification.Held;
import org.xiaohao.notification.Links;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notices;
import org.xiaohao.roster.Person;
import org.xiaohao.supervision.TaskLinks.TaskLink;

/**
 * One digest per person and working morning: what is late first, then what is due soon, then what
 * is new. What was not sent of yesterday's is superseded.
 */
@Component
class Reminders {

  private static final String SERIES = "digest";

  private final Notices notices;
  private final Chats chats;
  private final Choices choices;
  private final Ledger ledger;
  private final Slips slips;
  private final TaskLinks tasks;
  private final Errands errands;
  private final Links links;
  private final UnitLists unitLists;

  Reminders(
      Notices notices,
      Chats chats,
      Choices choices,
      Ledger ledger,
      Slips slips,
      TaskLinks tasks,
      Errands errands,
      Links links,
      UnitLists unitLists) {
    this.notices = notices;
    this.chats = chats;
    this.choices = choices;
    this.ledger = ledger;
    this.slips = slips;
    this.tasks = tasks;
    this.errands = errands;
    this.links = links;
    this.unitLists = unitLists;
  }

  /** Reminds everybody who has to act. A second round on the same day reminds nobody again. */
  void remind(Round round) {
    var campaignId = round.dates().plan().id();
    var today = round.dates().begin(round.today());
    var unsaid = notices.supersede(campaignId, SERIES, today);
    var fresh = tasks.since(campaignId, lastMorning(round, unsaid.orElse(round.now())));
    var piles = piles(round, fresh);
    var blue = slips.blue(campaignId);
    piles.forEach((to, pile) -> pile.slips.putAll(blue.getOrDefault(to.id(), Map.of())));
    var held = notices.held(campaignId);
    var people = people(round, piles, held);
    var wishes = choices.of(people.keySet());
    var digests = new ArrayList<Notice>();
    for (var person : people.values()) {
      var wish = wishes.getOrDefault(person.id(), Choice.DIGEST);
      var digest =
          new Digest(
              round,
              person,
              piles.getOrDefault(person, new Pile()),
              held.getOrDefault(person.id(), List.of()),
              wish);
      if (!digest.isEmpty()) {
        digests.add(digest.notice(links).of(SERIES));
      }
    }
    var posted = notices.postNew(digests);
    digests.stream()
        .filter(digest -> posted.contains(digest.key()))
        .forEach(d -> notices.merge(held.getOrDefault(d.to().id(), List.of()), d.key()));
    unitLists.post(round);
    chats.morning(campaignId);
  }

  /** What one person has to do, and the slips about it. */
  static final class Pile {
    final List<Todo> late = new ArrayList<>();
    final List<Todo> soon = new ArrayList<>();
    final List<Todo> fresh = new ArrayList<>();
    final Map<String, String> slips = new HashMap<>();
  }

  private Map<Person, Pile> piles(Round round, List<TaskLink> fresh) {
    var piles = new LinkedHashMap<Person, Pile>();
    var urgent = round.items().stream().map(LedgerItem::key).toList();
    var rest = new LinkedHashMap<String, TaskLink>();
    fresh.forEach(task -> rest.put(task.key(), task));
    rest.keySet().removeAll(urgent);
    var items =
        ledger.items(rest.keySet()).stream()
            .filter(LedgerItem::open)
            .sorted(Comparator.comparing(LedgerItem::dueAt).thenComparing(LedgerItem::key))
            .toList();
    var freshPages = pages(items, fresh);
    var pages = pages(round.items(), tasks.of(urgent));
    round.items().forEach(item -> put(round, piles, item, pages.get(item.key()), false));
    items.forEach(item -> put(round, piles, item, freshPages.get(item.key()), true));
    for (var errand : errands.open(round)) {
      var soon = errand.todo().dueAt().isBefore(round.horizon());
      if (soon || rest.containsKey(errand.todo().key())) {
        put(round, piles, errand.people(), errand.todo(), !soon);
      }
    }
    return piles;
  }

  private static void put(
      Round round, Map<Person, Pile> piles, LedgerItem item, String page, boolean fresh) {
    var todo = new Todo(item.key(), item.title(), item.dueAt(), item.waitsFor(), page);
    put(round, piles, round.audience().actors(item), todo, fresh);
  }

  private static void put(
      Round round, Map<Person, Pile> piles, List<Person> people, Todo todo, boolean fresh) {
    for (var person : people) {
      var pile = piles.computeIfAbsent(person, nobodyYet -> new Pile());
      (fresh ? pile.fresh : round.isLate(todo.dueAt()) ? pile.late : pile.soon).add(todo);
    }
  }

  /** Of several tasks the one that the ledger means: it is due when the item is. */
  private Map<String, String> pages(List<LedgerItem> items, List<TaskLink> open) {
    var due = new HashMap<String, Instant>();
    items.forEach(item -> due.put(item.key(), item.dueAt()));
    var best = new HashMap<String, TaskLink>();
    for (var task : open) {
      best.merge(
          task.key(),
          task,
          (one, other) -> due.get(task.key()) != null && isDue(other, due) ? other : one);
    }
    var pages = new HashMap<String, String>();
    items.forEach(
        item -> {
          var task = best.get(item.key());
          pages.put(item.key(), links.task(task == null ? null : task.id()));
        });
    return pages;
  }

  private static boolean isDue(TaskLink task, Map<String, Instant> due) {
    return due.get(task.key()).equals(task.dueAt());
  }

  /** Everybody with something to do, and those with news only. */
  private static Map<String, Person> people(
      Round round, Map<Person, Pile> piles, Map<String, List<Held>> held) {
    var people = new LinkedHashMap<String, Person>();
    piles.keySet().forEach(person -> people.put(person.id(), person));
    held.keySet().stream()
        .sorted()
        .filter(id -> !people.containsKey(id))
        .flatMap(id -> round.audience().active(id).stream())
        .forEach(person -> people.put(person.id(), person));
    return people;
  }

  /** The round before that moment: what came up since has not been told. */
  private static Instant lastMorning(Round round, Instant moment) {
    var dates = round.dates();
    var before = dates.calendar().plusWorkingDays(dates.day(moment), -1);
    return dates.at(before, dates.plan().settings().dailyRound());
  }
}
