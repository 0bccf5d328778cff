package org.xiaohao.supervision;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.notification.Choice;
import org.xiaohao.notification.Held;
import org.xiaohao.notification.Letter;
import org.xiaohao.notification.Letter.Line;
import org.xiaohao.notification.Letter.Section;
import org.xiaohao.notification.Letter.Tone;
import org.xiaohao.notification.Notice;
import org.xiaohao.roster.Person;

/** The one mail of a morning for one person. */
final class Digest {

  /** Lines of a section; who has more finds the rest in Tasklist. */
  private static final int LONGEST = 30;

  private final Round round;
  private final Person person;
  private final Reminders.Pile pile;
  private final List<Held> news;
  private final boolean redOnly;

  Digest(Round round, Person person, Reminders.Pile pile, List<Held> news, Choice wish) {
    this.round = round;
    this.person = person;
    this.pile = pile;
    this.redOnly = wish == Choice.RED_ONLY;
    this.news = redOnly ? List.of() : news;
  }

  /** Whether there is nothing that the person wants to hear. */
  boolean isEmpty() {
    return pile.late.isEmpty()
        && (redOnly || (pile.soon.isEmpty() && pile.fresh.isEmpty() && news.isEmpty()));
  }

  /**
   * @param tasklist where all of it can be found
   */
  Notice notice(String tasklist) {
    var plan = round.dates().plan();
    var subject = subject();
    var letter =
        new Letter(
            "digest",
            plan.language().getLanguage(),
            subject,
            text("greeting", person.name()),
            List.of(text("intro", plan.title())),
            sections(),
            null,
            new Letter.Action(text("action"), tasklist),
            text("remark"),
            text("signature", plan.organisation(), plan.title()));
    return Notice.atOnce(
            "digest/" + plan.id() + "/" + round.today() + "/" + person.id(),
            plan.id(),
            person,
            subject,
            letter)
        .leadingTo(tasklist)
        .inRed(!pile.late.isEmpty());
  }

  private List<Section> sections() {
    var sections = new ArrayList<Section>();
    add(sections, "late", Tone.RED, pile.late.size(), lines(pile.late));
    if (!redOnly) {
      add(sections, "soon", Tone.AMBER, pile.soon.size(), lines(pile.soon));
      add(sections, "new", Tone.CALM, pile.fresh.size(), lines(pile.fresh));
      var told = news.stream().map(held -> new Line(held.subject(), null, held.link())).toList();
      add(sections, "news", Tone.CALM, told.size(), told);
    }
    return sections;
  }

  private void add(List<Section> sections, String code, Tone tone, int all, List<Line> lines) {
    if (all > 0) {
      var more = all > LONGEST ? text("more", String.valueOf(all - LONGEST)) : null;
      sections.add(
          new Section(
              text(code, String.valueOf(all), ahead()),
              tone,
              lines.subList(0, Math.min(lines.size(), LONGEST)),
              more));
    }
  }

  private List<Line> lines(List<LedgerItem> items) {
    return items.stream().limit(LONGEST).map(this::line).toList();
  }

  private Line line(LedgerItem item) {
    var act = text("act-" + item.waitsFor().name().toLowerCase(Locale.ROOT));
    var note = text("note", act, moment(item.dueAt()));
    var days = round.workingDaysSince(round.dates().day(item.dueAt()));
    return new Line(
        item.title(),
        round.isLate(item) && days > 0 ? note + text("days-late", String.valueOf(days)) : note,
        pile.pages.get(item.key()));
  }

  /** What, and until when: of one thing its name, of several how many. */
  private String subject() {
    var items = new ArrayList<>(pile.late);
    if (!redOnly) {
      items.addAll(pile.soon);
      items.addAll(pile.fresh);
    }
    if (items.size() == 1 && news.isEmpty()) {
      var only = items.get(0);
      var code = round.isLate(only) ? "subject-one-late" : "subject-one";
      return text(code, only.title(), moment(only.dueAt()));
    }
    var parts = new ArrayList<String>();
    if (!pile.late.isEmpty()) {
      parts.add(text("subject-late", String.valueOf(pile.late.size())));
    }
    if (!redOnly && !pile.soon.isEmpty()) {
      var first = moment(pile.soon.get(0).dueAt());
      parts.add(text("subject-soon", String.valueOf(pile.soon.size()), first));
    }
    if (!redOnly && pile.fresh.size() + news.size() > 0) {
      parts.add(text("subject-new", String.valueOf(pile.fresh.size() + news.size())));
    }
    return text("subject", String.join(text("subject-comma"), parts));
  }

  private String moment(Instant moment) {
    var plan = round.dates().plan();
    return DateTimeFormatter.ofPattern(text("date-format"), plan.language())
        .format(moment.atZone(plan.zone()));
  }

  private String ahead() {
    return String.valueOf(round.dates().plan().settings().remindBefore());
  }

  private String text(String code, Object... arguments) {
    return round.wording().text("digest." + code, arguments);
  }
}
