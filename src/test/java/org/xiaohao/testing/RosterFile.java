package org.xiaohao.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.xiaohao.roster.Branch;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.Unit;

/** A roster as the workbook that the office would hand in. */
public final class RosterFile {

  private RosterFile() {}

  /** Writes it to a file. */
  public static Path write(Path file, Roster roster) {
    try {
      return Files.write(file, of(roster));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** The bytes of the workbook. */
  public static byte[] of(Roster roster) {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      sheet(
          workbook,
          "单位",
          List.of("编号", "单位名称", "类别", "负责人", "联络员", "分管领导", "学习日"),
          roster.units().stream().map(RosterFile::cells));
      sheet(
          workbook,
          "党支部",
          List.of("编号", "支部名称", "书记"),
          roster.branches().stream().map(RosterFile::cells));
      sheet(
          workbook,
          "人员",
          List.of("登录名", "姓名", "单位", "职务", "级别", "党支部", "邮箱"),
          roster.people().stream().map(RosterFile::cells));
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** With one person put in place of the one with that login; added where there was none. */
  public static Roster with(Roster roster, Person person) {
    var others = roster.people().stream().filter(one -> !one.id().equals(person.id())).toList();
    var known = others.size() < roster.people().size();
    var people =
        known
            ? roster.people().stream().map(one -> one.id().equals(person.id()) ? person : one)
            : Stream.concat(others.stream(), Stream.of(person));
    return new Roster(roster.units(), roster.branches(), people.toList());
  }

  /** With one unit put in place of the one with that id. */
  public static Roster with(Roster roster, Unit unit) {
    var units = roster.units().stream().map(one -> one.id().equals(unit.id()) ? unit : one);
    return new Roster(units.toList(), roster.branches(), roster.people());
  }

  /** The unit with that id, under another name. */
  public static Unit named(Roster roster, String id, String name) {
    var unit = roster.unit(id).orElseThrow();
    return unit(unit, name, unit.head(), unit.leaderInCharge());
  }

  /** The unit with that id, with another head and leader in charge. */
  public static Unit headed(Roster roster, String id, String head, String leader) {
    var unit = roster.unit(id).orElseThrow();
    return unit(unit, unit.name(), head, leader);
  }

  private static Unit unit(Unit unit, String name, @Nullable String head, @Nullable String leader) {
    return new Unit(
        unit.id(),
        unit.position(),
        name,
        unit.kind(),
        head,
        unit.liaison(),
        leader,
        unit.studyDays());
  }

  /** Without the unit with that id; its people belong to the first one. */
  public static Roster dissolved(Roster roster, String unitId) {
    var units = roster.units().stream().filter(unit -> !unit.id().equals(unitId)).toList();
    var people =
        roster.people().stream()
            .map(
                one ->
                    new Person(
                        one.id(),
                        one.name(),
                        unitId.equals(one.unitId()) ? units.get(0).id() : one.unitId(),
                        one.branchId(),
                        one.post(),
                        one.rank(),
                        one.mail()))
            .toList();
    return new Roster(units, roster.branches(), people);
  }

  /** Without the person with that login. */
  public static Roster without(Roster roster, String personId) {
    return new Roster(
        roster.units(),
        roster.branches(),
        roster.people().stream().filter(one -> !one.id().equals(personId)).toList());
  }

  private static String[] cells(Unit unit) {
    return new String[] {
      unit.id(),
      unit.name(),
      switch (unit.kind()) {
        case DIVISION -> "局机关科室";
        case AFFILIATED_UNIT -> "局属单位";
      },
      text(unit.head()),
      text(unit.liaison()),
      text(unit.leaderInCharge()),
      ""
    };
  }

  private static String[] cells(Branch branch) {
    return new String[] {branch.id(), branch.name(), text(branch.secretary())};
  }

  private static String[] cells(Person person) {
    return new String[] {
      person.id(),
      person.name(),
      text(person.unitId()),
      person.post(),
      switch (person.rank()) {
        case BUREAU_LEADER -> "局领导";
        case SECTION_CHIEF -> "科级干部";
        case STAFF -> "干部职工";
      },
      text(person.branchId()),
      text(person.mail())
    };
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static void sheet(
      XSSFWorkbook workbook, String name, List<String> titles, Stream<String[]> rows) {
    var sheet = workbook.createSheet(name);
    fill(sheet.createRow(0), titles.toArray(String[]::new));
    rows.forEach(cells -> fill(sheet.createRow(sheet.getLastRowNum() + 1), cells));
  }

  private static void fill(Row row, String[] cells) {
    for (var column = 0; column < cells.length; column++) {
      if (!cells[column].isEmpty()) {
        row.createCell(column).setCellValue(cells[column]);
      }
    }
  }
}
