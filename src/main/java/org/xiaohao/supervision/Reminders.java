package org.xiaohao.supervision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notices;
import org.xiaohao.roster.Person;

/** One reminder per person and day: what is late first, then what is due soon. */
@Component
class Reminders {

  private final Notices notices;

  Reminders(Notices notices) {
    this.notices = notices;
  }

  /** Reminds everybody who has to act. A second round on the same day reminds nobody again. */
  void remind(Round round) {
    var piles = new LinkedHashMap<Person, List<LedgerItem>>();
    for (var item : round.items()) {
      for (var person : round.audience().actors(item)) {
        piles.computeIfAbsent(person, nobodyYet -> new ArrayList<>()).add(item);
      }
    }
    notices.postAll(piles.entrySet().stream().map(pile -> notice(round, pile)).toList());
  }

  private static Notice notice(Round round, Map.Entry<Person, List<LedgerItem>> pile) {
    var person = pile.getKey();
    var plan = round.dates().plan();
    var late = pile.getValue().stream().filter(round::isLate).toList();
    var soon = pile.getValue().stream().filter(item -> !round.isLate(item)).toList();
    var wording = round.wording();
    var body = new StringBuilder(wording.text("digest.greeting", person.name(), plan.title()));
    body.append(section(round, "digest.late", late)).append(section(round, "digest.soon", soon));
    body.append("\n\n").append(wording.text("digest.closing", plan.organisation(), plan.title()));
    return new Notice(
        "digest/" + plan.id() + "/" + round.today() + "/" + person.id(),
        plan.id(),
        person,
        subject(wording, plan.title(), late.size(), soon.size()),
        body.toString());
  }

  private static String subject(Wording wording, String title, int late, int soon) {
    if (late == 0) {
      return wording.text("digest.subject-soon", String.valueOf(soon), title);
    }
    return soon == 0
        ? wording.text("digest.subject-late", String.valueOf(late), title)
        : wording.text("digest.subject-both", String.valueOf(late), String.valueOf(soon), title);
  }

  private static String section(Round round, String heading, List<LedgerItem> items) {
    if (items.isEmpty()) {
      return "";
    }
    var lines = items.stream().map(item -> line(round, item)).toList();
    return "\n\n"
        + round.wording().text(heading, String.valueOf(items.size()))
        + "\n"
        + round.wording().list(lines);
  }

  private static String line(Round round, LedgerItem item) {
    var wording = round.wording();
    var act = wording.text("act." + item.waitsFor().name().toLowerCase(Locale.ROOT));
    var days = round.workingDaysSince(round.dates().day(item.dueAt()));
    var line = wording.text("digest.line", item.title(), act, wording.moment(item.dueAt()));
    return round.isLate(item) && days > 0
        ? line + wording.text("digest.days-late", String.valueOf(days))
        : line;
  }
}
