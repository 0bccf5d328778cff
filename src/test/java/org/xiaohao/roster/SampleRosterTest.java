package org.xiaohao.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roster that the sample campaign runs with. */
class SampleRosterTest {

  @TempDir Path folder;

  @Test
  void isWhatItsWriterWrites() throws IOException {
    var written = folder.resolve("roster.xlsx");
    SampleRosterWriter.write(written);

    assertThat(cells(SampleRosterWriter.FILE)).isEqualTo(cells(written)).hasSizeGreaterThan(1000);
  }

  @Test
  void passesTheCheckWithoutAFinding() {
    var reading = new RosterReader().read(SampleRosterWriter.FILE, Locale.SIMPLIFIED_CHINESE);

    assertThat(reading.findings()).isEmpty();
    assertThat(reading.roster().units()).hasSize(18);
    assertThat(reading.roster().units())
        .filteredOn(unit -> unit.kind() == UnitKind.DIVISION)
        .hasSize(8);
    assertThat(reading.roster().branches()).hasSize(8);
    assertThat(reading.roster().people()).hasSize(150);
  }

  @Test
  void namesTheLeadingGroupAndTheOfficeOfThePlan() {
    var roster = sample();

    assertThat(roster.people())
        .filteredOn(person -> person.rank() == Rank.BUREAU_LEADER)
        .extracting(person -> person.name() + " " + person.post() + " " + person.unitId())
        .containsExactly("杨建平 局长 null", "刘广立 副局长 null", "卢展中 副局长 null", "宋文杰 纪检组长 null");
    assertThat(roster.people()).extracting(Person::name).contains("和立新", "黄卫东", "郭威", "黄正伟", "侍璐强");
  }

  @Test
  void hasInEachUnitAHeadALiaisonAndALeaderWhoAreThreePeople() {
    var roster = sample();

    for (var unit : roster.units()) {
      assertThat(roster.person(unit.head()).orElseThrow().unitId()).isEqualTo(unit.id());
      assertThat(roster.person(unit.liaison()).orElseThrow().unitId()).isEqualTo(unit.id());
      assertThat(roster.person(unit.leaderInCharge()).orElseThrow().rank())
          .isEqualTo(Rank.BUREAU_LEADER);
      assertThat(unit.head()).isNotEqualTo(unit.liaison());
    }
  }

  @Test
  void hasInEachBranchASecretaryOfItsOwn() {
    var roster = sample();

    for (var branch : roster.branches()) {
      assertThat(roster.person(branch.secretary()).orElseThrow().branchId()).isEqualTo(branch.id());
    }
  }

  @Test
  void tellsHomonymsApart() {
    var names =
        sample().people().stream()
            .collect(Collectors.groupingBy(Person::name, Collectors.counting()));
    assertThat(names.values()).contains(2L);
  }

  private static Roster sample() {
    return new RosterReader().read(SampleRosterWriter.FILE, Locale.SIMPLIFIED_CHINESE).roster();
  }

  private static List<String> cells(Path file) throws IOException {
    var cells = new ArrayList<String>();
    var format = new DataFormatter();
    try (var workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      for (var sheet : workbook) {
        for (var row : sheet) {
          for (var cell : row) {
            cells.add(
                sheet.getSheetName()
                    + "!"
                    + cell.getAddress()
                    + "="
                    + format.formatCellValue(cell));
          }
        }
      }
    }
    return cells;
  }
}
