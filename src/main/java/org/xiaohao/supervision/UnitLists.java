package org.xiaohao.supervision;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.ledger.Standing;
import org.xiaohao.ledger.Standings;
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
              var overdue = of(unit, round, true);
              var soon = of(unit, round, false);
              var sections =
                  Stream.of(
                          section(round, "late", Tone.RED, overdue),
                          section(round, "soon", Tone.AMBER, soon))
                      .flatMap(List::stream)
                      .toList();
              return notice(
                      round,
                      UNIT_WEEK,
                      unit.id(),
                      head,
                      text(round, "week-subject", unit.name(), day(round), String.valueOf(late)),
                      List.of(text(round, "week-intro", unit.name())),
                      sections,
                      table(round, own))
                  .aboutAll(Wording.about(Stream.of(overdue, soon).flatMap(List::stream).toList()));
            });
  }

  private static List<LedgerItem> of(Unit unit, Round round, boolean late) {
    return round.items().stream()
        .filter(item -> Objects.equals(item.unitId(), unit.id()) && round.isLate(item) == late)
        .toList();
  }

  private static List<Section> section(
      Round round, String code, Tone tone, List<LedgerItem> items) {
    var ahead = String.valueOf(round.dates().plan().settings().remindBefore());
    var title = text(round, code, String.valueOf(items.size()), ahead);
    var wording = round.wording();
    return wording.head().section(title, tone, items, item -> wording.line(item, null));
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
    var head = round.wording().head();
    var letter =
        head.letter(to, subject, paragraphs)
            .as(series)
            .listing(sections)
            .showing(table)
            .offering(head.tasklist(links));
    var key = "%s/%s/%s/%s/%s".formatted(series, plan.id(), round.today(), subjectId, to.id());
    return Notice.atOnce(key, plan.id(), to, letter).of(series);
  }

  private static String day(Round round) {
    return round.wording().head().day(round.today());
  }

  private static String text(Round round, String code, Object... arguments) {
    return round.wording().text("list." + code, arguments);
  }
}
