package org.xiaohao.supervision;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.ledger.Standing;
import org.xiaohao.ledger.Standings;
import org.xiaohao.notification.Letter;
import org.xiaohao.notification.Letter.Action;
import org.xiaohao.notification.Letter.Line;
import org.xiaohao.notification.Letter.Section;
import org.xiaohao.notification.Letter.Table;
import org.xiaohao.notification.Letter.Tone;
import org.xiaohao.notification.Links;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notices;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;

/** Lists of units: each day of all for the office, once a week of its own for each head. */
@Component
class UnitLists {

  private static final String OFFICE_DAY = "office-day";
  private static final String UNIT_WEEK = "unit-week";

  /** Lines of the list of what is late. */
  private static final int LONGEST = 30;

  private final Notices notices;
  private final Standings standings;
  private final Rosters rosters;
  private final Links links;

  UnitLists(Notices notices, Standings standings, Rosters rosters, Links links) {
    this.notices = notices;
    this.standings = standings;
    this.rosters = rosters;
    this.links = links;
  }

  /** Writes the lists of this morning. */
  void post(Round round) {
    var plan = round.dates().plan();
    var today = round.dates().begin(round.today());
    var tomorrow = round.dates().begin(round.today().plusDays(1));
    var parties = standings.of(plan.id(), round.now(), tomorrow);
    notices.supersede(plan.id(), OFFICE_DAY, today);
    notices.postAll(
        plan.office()
            .people()
            .flatMap(id -> round.audience().active(id).stream())
            .map(person -> ofAll(round, parties, person))
            .toList());
    if (isListDay(round)) {
      notices.supersede(plan.id(), UNIT_WEEK, today);
      notices.postAll(
          rosters.units(plan.id()).stream()
              .flatMap(unit -> ofUnit(round, parties, unit).stream())
              .toList());
    }
  }

  /** The plan's day of the week, or the first working day after it. */
  private static boolean isListDay(Round round) {
    var calendar = round.dates().calendar();
    var weekly = round.dates().plan().mail().weekly();
    LocalDate day = round.today().with(TemporalAdjusters.previousOrSame(weekly));
    var first = calendar.isWorkingDay(day) ? day : calendar.plusWorkingDays(day, 1);
    return first.equals(round.today());
  }

  private Notice ofAll(Round round, List<Standing> standings, Person person) {
    var late = String.valueOf(standings.stream().mapToInt(Standing::late).sum());
    var today = String.valueOf(standings.stream().mapToInt(Standing::soon).sum());
    var subject = text(round, "office-subject", day(round), late, today);
    var plan = round.dates().plan();
    return notice(
        round,
        OFFICE_DAY,
        plan.id(),
        person,
        subject,
        List.of(text(round, "office-intro", plan.title())),
        List.of(),
        table(round, standings));
  }

  private Optional<Notice> ofUnit(Round round, List<Standing> all, Unit unit) {
    return Optional.ofNullable(unit.head())
        .flatMap(head -> round.audience().active(head))
        .map(
            head -> {
              var own = all.stream().filter(one -> one.partyId().equals(unit.id())).toList();
              var late = own.stream().mapToInt(Standing::late).sum();
              var sections = new ArrayList<Section>();
              add(round, sections, "late", Tone.RED, of(unit, round, true));
              add(round, sections, "soon", Tone.AMBER, of(unit, round, false));
              return notice(
                  round,
                  UNIT_WEEK,
                  unit.id(),
                  head,
                  text(round, "week-subject", unit.name(), day(round), String.valueOf(late)),
                  List.of(text(round, "week-intro", unit.name())),
                  sections,
                  table(round, own));
            });
  }

  private static List<LedgerItem> of(Unit unit, Round round, boolean late) {
    return round.items().stream()
        .filter(item -> Objects.equals(item.unitId(), unit.id()) && round.isLate(item) == late)
        .toList();
  }

  private static void add(
      Round round, List<Section> sections, String code, Tone tone, List<LedgerItem> items) {
    if (!items.isEmpty()) {
      var ahead = String.valueOf(round.dates().plan().settings().remindBefore());
      var rest = items.size() - LONGEST;
      sections.add(
          new Section(
              text(round, code, String.valueOf(items.size()), ahead),
              tone,
              items.stream().limit(LONGEST).map(item -> line(round, item)).toList(),
              rest > 0 ? text(round, "more", String.valueOf(rest)) : null));
    }
  }

  private static Line line(Round round, LedgerItem item) {
    return new Line(item.title(), text(round, "until", round.wording().moment(item.dueAt())), null);
  }

  private static Table table(Round round, List<Standing> standings) {
    var columns = Stream.of("unit", "owed", "done", "open", "late", "today");
    return new Table(
        columns.map(column -> text(round, "column-" + column)).toList(),
        standings.stream()
            .map(
                one ->
                    Stream.concat(
                            Stream.of(one.name()),
                            Stream.of(one.owed(), one.done(), one.open(), one.late(), one.soon())
                                .map(String::valueOf))
                        .toList())
            .toList());
  }

  private Notice notice(
      Round round,
      String series,
      String subjectId,
      Person to,
      String subject,
      List<String> paragraphs,
      List<Section> sections,
      Table table) {
    var plan = round.dates().plan();
    var wording = round.wording();
    var letter =
        new Letter(
            series,
            plan.language().getLanguage(),
            subject,
            wording.text("digest.greeting", to.name()),
            paragraphs,
            sections,
            table,
            new Action(wording.text("digest.action"), links.tasklist()),
            null,
            wording.text("digest.signature", plan.organisation(), plan.title()));
    var key = "%s/%s/%s/%s/%s".formatted(series, plan.id(), round.today(), subjectId, to.id());
    return Notice.atOnce(key, plan.id(), to, subject, letter)
        .leadingTo(links.tasklist())
        .of(series);
  }

  private static String day(Round round) {
    return text(
        round,
        "day",
        String.valueOf(round.today().getMonthValue()),
        String.valueOf(round.today().getDayOfMonth()));
  }

  private static String text(Round round, String code, Object... arguments) {
    return round.wording().text("list." + code, arguments);
  }
}
