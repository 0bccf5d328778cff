package org.xiaohao.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Plan.EscalationLevel;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.ledger.LedgerItem.WaitsFor;
import org.xiaohao.notification.Letter.Line;
import org.xiaohao.notification.Letter.Tone;
import org.xiaohao.notification.Links;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notices;
import org.xiaohao.roster.Person;
import org.xiaohao.supervision.Escalations.Told;
import org.xiaohao.supervision.Late.Concern;

/** The levels above: who is told of what stays late, counted in working days (R16). */
@Component
class Escalation {

  /** What one level is told of. */
  private record Telling(Late late, int level, int days) {}

  private final Escalations escalations;
  private final EscalationTable table;
  private final Recipients recipients;
  private final SupervisionWorkflow workflow;
  private final Notices notices;
  private final Links links;

  Escalation(
      Escalations escalations,
      EscalationTable table,
      Recipients recipients,
      SupervisionWorkflow workflow,
      Notices notices,
      Links links) {
    this.escalations = escalations;
    this.table = table;
    this.recipients = recipients;
    this.workflow = workflow;
    this.notices = notices;
    this.links = links;
  }

  /** Tells every level whose day has come; each person gets one notice of all that is new. */
  void escalate(Round round) {
    var plan = round.dates().plan();
    var levels = plan.settings().escalation();
    var items = new LinkedHashMap<String, LedgerItem>();
    round.items().forEach(item -> items.put(item.key(), item));
    var told = new ArrayList<Told>();
    var piles = new LinkedHashMap<Person, List<Telling>>();
    for (var late : stillLate(round, items, levels.size() - 1)) {
      var item = items.get(late.key());
      for (var level : reached(round, levels, late, item)) {
        told.add(new Told(late.id(), level));
        var telling = new Telling(late, level, round.workingDaysSince(since(round, late, item, 0)));
        recipients
            .of(round.audience(), late, level, item)
            .forEach(person -> piles.computeIfAbsent(person, p -> new ArrayList<>()).add(telling));
      }
    }
    notices.postAll(piles.entrySet().stream().map(pile -> notice(round, pile)).toList());
    escalations.told(told, round.now());
  }

  /** What waits for the same people, for the same limit, as when it became late. */
  private List<Late> stillLate(Round round, Map<String, LedgerItem> items, int lastLevel) {
    var known = escalations.notToldTo(round.dates().plan().id(), lastLevel);
    var withoutItem =
        known.stream().filter(Escalation::isSeenByTask).map(Late::key).distinct().toList();
    var open =
        workflow.openTasks(withoutItem).stream()
            .collect(Collectors.toMap(Escalation::identity, Function.identity(), (a, b) -> a));
    return known.stream()
        .filter(
            late ->
                isSeenByTask(late)
                    ? open.containsKey(identity(late.key(), late.task(), late.dueAt()))
                    : waits(items.get(late.key()), late))
        .toList();
  }

  /** The ledger does not say whether it still waits: its task does. */
  private static boolean isSeenByTask(Late late) {
    return late.concern() == Concern.OFFICE || late.concern() == Concern.RECEIVER;
  }

  private static boolean waits(@Nullable LedgerItem item, Late late) {
    return item != null
        && item.counts()
        && item.dueAt().equals(late.dueAt())
        && item.waitsFor()
            == (late.concern() == Concern.REVIEWER ? WaitsFor.REVIEWER : WaitsFor.OWNER);
  }

  private static List<Object> identity(OpenTask task) {
    return identity(task.key(), task.task(), task.dueAt());
  }

  private static List<Object> identity(String key, String task, Instant dueAt) {
    return List.of(key, task, dueAt);
  }

  private List<Integer> reached(
      Round round, List<EscalationLevel> levels, Late late, @Nullable LedgerItem item) {
    var reached = new ArrayList<Integer>();
    for (var level = late.told() + 1; level < levels.size(); level++) {
      var since = since(round, late, item, level);
      if (tells(levels.get(level), light(round, late, item), round.workingDaysSince(since))) {
        reached.add(level);
      }
    }
    return reached;
  }

  /** Whether a level is told, so many working days after the limit. */
  boolean tells(EscalationLevel level, Light light, int workingDaysLate) {
    return table.act(light, level.role(), workingDaysLate, level.afterWorkingDays()).tells();
  }

  /** Behind plan as long as the hard limit is ahead (A11). */
  static Light light(Round round, Late late, @Nullable LedgerItem item) {
    return since(round, late, item, 1).isAfter(round.today()) ? Light.YELLOW : Light.RED;
  }

  /** A soft limit is told of at once; further up it counts from the hard one (A11). */
  private static LocalDate since(Round round, Late late, @Nullable LedgerItem item, int level) {
    var due = round.dates().day(late.dueAt());
    var hard = item != null && late.concern() == Concern.OWNER ? item.lastDate() : due;
    return level > 0 && hard.isAfter(due) ? hard : due;
  }

  private Notice notice(Round round, Map.Entry<Person, List<Telling>> pile) {
    var person = pile.getKey();
    var plan = round.dates().plan();
    var wording = round.wording();
    var first = pile.getValue().get(0);
    var count = String.valueOf(pile.getValue().size());
    var subject = wording.text("escalation.subject", count, plan.title());
    var head = wording.head();
    var letter =
        head.letter(person, subject, List.of(wording.text("escalation.intro", plan.title())))
            .as("overdue")
            .listing(
                head.section(
                    wording.text("escalation.section", count),
                    Tone.RED,
                    pile.getValue(),
                    telling -> line(wording, telling)))
            .offering(head.tasklist(links));
    return Notice.atOnce(
            "escalation/%s/%s/%s/%d-%d"
                .formatted(plan.id(), round.today(), person.id(), first.late().id(), first.level()),
            plan.id(),
            person,
            letter)
        .aboutAll(pile.getValue().stream().map(telling -> telling.late().about()).toList())
        .whileOpen()
        .inRed(true);
  }

  private static Line line(Wording wording, Telling telling) {
    var late = telling.late();
    var days = String.valueOf(telling.days());
    return new Line(
        wording.head().brief(late.title()),
        wording.text("escalation.note", wording.moment(late.dueAt()), days),
        null);
  }
}
