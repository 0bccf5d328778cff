package org.xiaohao.roster;

import static org.xiaohao.roster.RosterColumn.BRANCH;
import static org.xiaohao.roster.RosterColumn.BRANCH_ID;
import static org.xiaohao.roster.RosterColumn.BRANCH_NAME;
import static org.xiaohao.roster.RosterColumn.BRANCH_SECRETARY;
import static org.xiaohao.roster.RosterColumn.LOGIN;
import static org.xiaohao.roster.RosterColumn.MAIL;
import static org.xiaohao.roster.RosterColumn.NAME;
import static org.xiaohao.roster.RosterColumn.POST;
import static org.xiaohao.roster.RosterColumn.RANK;
import static org.xiaohao.roster.RosterColumn.UNIT;
import static org.xiaohao.roster.RosterColumn.UNIT_HEAD;
import static org.xiaohao.roster.RosterColumn.UNIT_ID;
import static org.xiaohao.roster.RosterColumn.UNIT_KIND;
import static org.xiaohao.roster.RosterColumn.UNIT_LEADER;
import static org.xiaohao.roster.RosterColumn.UNIT_LIAISON;
import static org.xiaohao.roster.RosterColumn.UNIT_NAME;
import static org.xiaohao.roster.RosterColumn.UNIT_STUDY_DAYS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xiaohao.roster.SheetTable.Row;
import org.xiaohao.shared.Finding.Severity;

/** Makes a roster of the three sheets: first every row by itself, then what rows say of others. */
final class RosterAssembly {

  private record Read<T>(Row row, T value) {}

  private final RosterFindings findings;

  RosterAssembly(RosterFindings findings) {
    this.findings = findings;
  }

  /** The roster; of no use if errors were found. */
  Roster assemble(Map<RosterSheet, SheetTable> tables) {
    var units = read(tables, RosterSheet.UNITS, UNIT_ID, RosterAssembly::unit, Unit::id);
    var branches =
        read(tables, RosterSheet.BRANCHES, BRANCH_ID, RosterAssembly::branch, Branch::id);
    var people =
        read(tables, RosterSheet.PEOPLE, LOGIN, (row, position) -> person(row), Person::id);

    var logins = ids(people, Person::id);
    for (var unit : units) {
      checkKnown(unit.row(), UNIT_HEAD, unit.value().head(), logins);
      checkKnown(unit.row(), UNIT_LIAISON, unit.value().liaison(), logins);
      checkKnown(unit.row(), UNIT_LEADER, unit.value().leaderInCharge(), logins);
    }
    for (var branch : branches) {
      checkKnown(branch.row(), BRANCH_SECRETARY, branch.value().secretary(), logins);
    }
    var unitIds = ids(units, Unit::id);
    var branchIds = ids(branches, Branch::id);
    for (var person : people) {
      checkKnown(person.row(), UNIT, person.value().unitId(), unitIds);
      checkKnown(person.row(), BRANCH, person.value().branchId(), branchIds);
    }
    if (!findings.hasErrors()) {
      warn(units, branches, people);
    }
    return new Roster(values(units), values(branches), values(people));
  }

  private <T> List<Read<T>> read(
      Map<RosterSheet, SheetTable> tables,
      RosterSheet sheet,
      RosterColumn idColumn,
      BiFunction<RowReader, Integer, T> record,
      Function<T, String> id) {
    var read = new ArrayList<Read<T>>();
    var lines = new HashMap<String, Integer>();
    for (var row : Objects.requireNonNull(tables.get(sheet)).rows()) {
      var value = record.apply(new RowReader(row, findings), read.size() + 1);
      read.add(new Read<>(row, value));
      // Logins that differ in case only would be two people whom nobody can tell apart.
      var first = lines.putIfAbsent(id.apply(value).toLowerCase(Locale.ROOT), row.line());
      if (first != null && !id.apply(value).isEmpty()) {
        var lineOfFirst = Integer.toString(first);
        var line = Integer.toString(row.line());
        findings.cell(
            Severity.ERROR, row, idColumn, "roster.id.doubled", id.apply(value), lineOfFirst, line);
      }
    }
    return read;
  }

  private static Unit unit(RowReader row, int position) {
    return new Unit(
        row.shortName(UNIT_ID),
        position,
        row.name(UNIT_NAME),
        row.choice(UNIT_KIND, CellText::unitKind, "roster.kind.unknown", UnitKind.DIVISION),
        row.text(UNIT_HEAD),
        row.text(UNIT_LIAISON),
        row.text(UNIT_LEADER),
        row.optionalChoice(UNIT_STUDY_DAYS, CellText::days, "roster.days.unknown", Set.of()));
  }

  private static Branch branch(RowReader row, int position) {
    return new Branch(
        row.shortName(BRANCH_ID), position, row.name(BRANCH_NAME), row.text(BRANCH_SECRETARY));
  }

  private static Person person(RowReader row) {
    var login = row.login();
    var name = CellText.personName(row.name(NAME));
    var post = row.name(POST);
    var rank = row.choice(RANK, CellText::rank, "roster.rank.unknown", Rank.STAFF);
    // Only the leaders of the bureau stand above its units.
    var unit = rank == Rank.BUREAU_LEADER ? row.text(UNIT) : row.required(UNIT);
    return new Person(login, name, unit, row.text(BRANCH), post, rank, row.mail());
  }

  private void checkKnown(Row row, RosterColumn column, @Nullable String id, Set<String> known) {
    if (id == null || known.contains(id) || id.isEmpty()) {
      return;
    }
    var code =
        switch (column) {
          case UNIT -> "roster.unit.unknown";
          case BRANCH -> "roster.branch.unknown";
          default -> "roster.person.unknown";
        };
    findings.cell(Severity.ERROR, row, column, code, id);
  }

  /** What does not hinder the import but will hinder the work. */
  private void warn(
      List<Read<Unit>> units, List<Read<Branch>> branches, List<Read<Person>> people) {
    var peopled = new HashSet<String>();
    for (var person : people) {
      var value = person.value();
      if (value.unitId() != null) {
        peopled.add(value.unitId());
      }
      warnIf(value.mail() == null, person.row(), MAIL, "roster.person.without-mail", value.name());
    }
    for (var unit : units) {
      var row = unit.row();
      var value = unit.value();
      var name = value.name();
      warnIf(value.head() == null, row, UNIT_HEAD, "roster.unit.without-head", name);
      warnIf(value.liaison() == null, row, UNIT_LIAISON, "roster.unit.without-liaison", name);
      warnIf(value.leaderInCharge() == null, row, UNIT_LEADER, "roster.unit.without-leader", name);
      warnIf(!peopled.contains(value.id()), row, UNIT_ID, "roster.unit.without-people", name);
    }
    for (var branch : branches) {
      var value = branch.value();
      warnIf(
          value.secretary() == null,
          branch.row(),
          BRANCH_SECRETARY,
          "roster.branch.without-secretary",
          value.name());
    }
  }

  private void warnIf(boolean missing, Row row, RosterColumn column, String code, String name) {
    if (missing) {
      findings.cell(Severity.WARNING, row, column, code, name);
    }
  }

  private static <T> Set<String> ids(List<Read<T>> read, Function<T, String> id) {
    var ids = new HashSet<String>();
    read.forEach(each -> ids.add(id.apply(each.value())));
    return ids;
  }

  private static <T> List<T> values(List<Read<T>> read) {
    return read.stream().map(Read::value).toList();
  }
}
