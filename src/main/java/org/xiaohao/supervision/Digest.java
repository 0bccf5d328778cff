package org.xiaohao.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xiaohao.ledger.LedgerItem.WaitsFor;
import org.xiaohao.notification.Choice;
import org.xiaohao.notification.Held;
import org.xiaohao.notification.Letter.Line;
import org.xiaohao.notification.Letter.Section;
import org.xiaohao.notification.Letter.Tone;
import org.xiaohao.notification.Letterhead;
import org.xiaohao.notification.Links;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notice.About;
import org.xiaohao.roster.Person;

/** The one mail of a morning for one person. */
final class Digest {

  private final Round round;
  private final Letterhead head;
  private final Person person;
  private final Reminders.Pile pile;
  private final List<Held> reports;
  private final List<Held> news;
  private final boolean redOnly;

  Digest(Round round, Person person, Reminders.Pile pile, List<Held> news, Choice wish) {
    this.round = round;
    this.head = round.wording().head();
    this.person = person;
    this.pile = pile;
    this.redOnly = wish == Choice.RED_ONLY;
    var own = pile.late.stream().map(Todo::key).collect(Collectors.toSet());
    this.reports = news.stream().filter(Held::red).filter(one -> !own.contains(key(one))).toList();
    this.news = redOnly ? List.of() : news.stream().filter(one -> !one.red()).toList();
  }

  private static String key(Held held) {
    return Objects.requireNonNullElse(held.itemKey(), "");
  }

  /** Whether there is nothing that the person wants to hear. */
  boolean isEmpty() {
    return pile.late.isEmpty()
        && reports.isEmpty()
        && (redOnly || (pile.soon.isEmpty() && pile.fresh.isEmpty() && news.isEmpty()));
  }

  /** Its button leads to where all of it can be found. */
  Notice notice(Links links) {
    var plan = round.dates().plan();
    var letter =
        head.letter(person, subject(), List.of(text(intro(), plan.title())))
            .as("digest")
            .listing(sections())
            .offering(head.tasklist(links));
    var key = "digest/" + plan.id() + "/" + round.today() + "/" + person.id();
    var all = intro().equals("intro-news") ? letter : letter.remarking(text("remark"));
    return Notice.atOnce(key, plan.id(), person, all)
        .inRed(!pile.late.isEmpty() || !reports.isEmpty())
        .aboutAll(items().stream().map(todo -> new About(todo.key(), todo.dueAt())).toList());
  }

  /** Who has nothing to do is not told so. */
  private String intro() {
    if (!items().isEmpty()) {
      return "intro";
    }
    return reports.isEmpty() ? "intro-news" : "intro-reports";
  }

  private List<Section> sections() {
    var sections = new ArrayList<Section>(section("late", Tone.RED, pile.late, this::line));
    sections.addAll(section("reports", Tone.RED, reports, this::line));
    if (!redOnly) {
      sections.addAll(section("soon", Tone.AMBER, pile.soon, this::line));
      sections.addAll(section("new", Tone.CALM, pile.fresh, this::line));
      sections.addAll(section("news", Tone.CALM, news, this::line));
    }
    return sections;
  }

  private <T> List<Section> section(
      String code, Tone tone, List<T> things, Function<T, Line> line) {
    return head.section(text(code, String.valueOf(things.size()), ahead()), tone, things, line);
  }

  private Line line(Held held) {
    var line = held.line();
    return new Line(head.brief(line.text()), line.note(), line.link());
  }

  private Line line(Todo todo) {
    var act = text("act-" + todo.act().name().toLowerCase(Locale.ROOT));
    var said = text("note", act, moment(todo.dueAt()));
    var slip = pile.slips.get(todo.key());
    var note = slip == null ? said : said + text("slip", slip);
    var days = round.workingDaysSince(round.dates().day(todo.dueAt()));
    return new Line(
        head.brief(todo.title()),
        round.isLate(todo.dueAt()) && days > 0
            ? note + text("days-late", String.valueOf(days))
            : note,
        todo.page());
  }

  private List<Todo> items() {
    var items = new ArrayList<>(pile.late);
    if (!redOnly) {
      items.addAll(pile.soon);
      items.addAll(pile.fresh);
    }
    return items;
  }

  /** What, and until when: of one thing its name, of several how many. */
  private String subject() {
    var items = items();
    if (items.size() == 1 && news.isEmpty() && reports.isEmpty()) {
      return subject(items.get(0));
    }
    if (items.isEmpty() && news.isEmpty() && reports.size() == 1) {
      return subject(reports.get(0).line());
    }
    if (items.isEmpty() && reports.isEmpty()) {
      return news.size() == 1
          ? head.brief(news.get(0).line().text())
          : text("subject-only-news", String.valueOf(news.size()));
    }
    var parts = new ArrayList<String>();
    if (!pile.late.isEmpty()) {
      parts.add(text("subject-late", String.valueOf(pile.late.size())));
    }
    if (!reports.isEmpty()) {
      parts.add(text("subject-reports", String.valueOf(reports.size())));
    }
    if (!redOnly && !pile.soon.isEmpty()) {
      var first = moment(pile.soon.get(0).dueAt());
      parts.add(text("subject-soon", String.valueOf(pile.soon.size()), first));
    }
    if (!redOnly && !pile.fresh.isEmpty()) {
      parts.add(text("subject-new", String.valueOf(pile.fresh.size())));
    }
    if (!news.isEmpty()) {
      parts.add(text("subject-news", String.valueOf(news.size())));
    }
    return text("subject", String.join(text("subject-comma"), parts));
  }

  /** What it is, and until when. */
  private String subject(Todo only) {
    var review = only.act() == WaitsFor.REVIEWER ? "subject-review" : "subject-one";
    var code = round.isLate(only.dueAt()) ? review + "-late" : review;
    return text(code, head.brief(only.title()), moment(only.dueAt()));
  }

  private String subject(Line report) {
    return report.note() == null
        ? head.brief(report.text())
        : text("subject-report", head.brief(report.text()), report.note());
  }

  private String moment(Instant moment) {
    return head.moment(moment);
  }

  private String ahead() {
    return String.valueOf(round.dates().plan().settings().remindBefore());
  }

  private String text(String code, Object... arguments) {
    return round.wording().text("digest." + code, arguments);
  }
}
