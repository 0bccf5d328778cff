package org.xiaohao.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.xiaohao.roster.RosterWorkbook.cell;
import static org.xiaohao.roster.RosterWorkbook.chinese;
import static org.xiaohao.roster.RosterWorkbook.english;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xiaohao.shared.Finding;
import org.xiaohao.shared.Finding.Severity;

/** What a roster file may look like. */
class RosterReaderTest {

  @TempDir Path folder;

  @Test
  void readsUnitsBranchesAndPeopleInTheOrderOfTheFile() throws IOException {
    var reading = read(chinese());

    assertThat(reading.findings()).isEmpty();
    assertThat(reading.roster().units())
        .containsExactly(
            new Unit(
                "office",
                1,
                "局办公室",
                UnitKind.DIVISION,
                "heyulan",
                "guowei",
                "liuguangli",
                Set.of()),
            new Unit(
                "library",
                2,
                "市图书馆",
                UnitKind.AFFILIATED_UNIT,
                "wangfang",
                "lina",
                "liuguangli",
                Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)));
    assertThat(reading.roster().branches())
        .containsExactly(new Branch("first", 1, "第一党支部", "heyulan"));
    assertThat(reading.roster().people())
        .hasSize(5)
        .startsWith(
            new Person(
                "liuguangli",
                "刘广立",
                null,
                "first",
                "副局长",
                Rank.BUREAU_LEADER,
                "liuguangli@example.org"));
  }

  @Test
  void readsTheSameInEnglishWithSheetsAndColumnsInAnotherOrder() throws IOException {
    var reading = read(english());

    assertThat(reading.findings()).isEmpty();
    assertThat(reading.roster().people())
        .contains(
            new Person(
                "bob",
                "Bob Stone",
                "press",
                null,
                "Foreman",
                Rank.SECTION_CHIEF,
                "bob@example.org"));
    assertThat(reading.roster().units().get(0).studyDays())
        .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    assertThat(reading.roster().branches()).isEmpty();
  }

  @Test
  void cleansWhatTypistsPutBetweenAndAroundCharacters() throws IOException {
    var reading =
        read(
            chinese()
                .with("人员", "B4", "\u3000郭 威\u00a0")
                .with("人员", "B5", "王\u200b芳")
                .with("人员", "B6", "阿依古丽·买买提")
                .with("人员", "A6", "lina\u00a0")
                .with("人员", "B2", "𠮷\u3000田"));

    assertThat(reading.findings()).isEmpty();
    assertThat(reading.roster().people())
        .extracting(Person::name)
        .containsExactly("𠮷田", "贺玉兰", "郭威", "王芳", "阿依古丽·买买提");
    assertThat(reading.roster().person("lina")).isPresent();
  }

  @Test
  void readsALoginThatExcelHoldsAsANumberAsItWasTyped() throws IOException {
    var reading =
        read(
            chinese()
                .touch(book -> cell(book.getSheet("人员"), "A4").setCellValue(10_002_000))
                .touch(book -> cell(book.getSheet("单位"), "E2").setCellValue(10_002_000)));

    assertThat(reading.findings()).isEmpty();
    assertThat(reading.roster().person("10002000")).map(Person::name).hasValue("郭威");
  }

  @Test
  void passesOverBlankRowsInTheMiddleAndReadsHiddenOnes() throws IOException {
    var reading =
        read(
            chinese()
                .touch(book -> book.getSheet("人员").shiftRows(3, 5, 4))
                .touch(book -> book.getSheet("人员").getRow(8).setZeroHeight(true)));

    assertThat(reading.roster().people()).hasSize(5);
    assertThat(reading.findings())
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.severity()).isEqualTo(Severity.NOTE);
              assertThat(note.message()).isEqualTo("工作表“人员”有 1 行被隐藏（第 9 行），已照常读取。如不需要，请取消隐藏后删除。");
            });
  }

  @Test
  void namesColumnsAndSheetsThatItDidNotRead() throws IOException {
    var reading =
        read(
            chinese()
                .with("人员", "H1", "手机号")
                .with("人员", "H2", "13800000000")
                .sheet("说明", RosterWorkbook.row("填写说明"))
                .sheet("Sheet3", RosterWorkbook.row("草稿")));

    assertThat(reading.roster()).isNotNull();
    assertThat(reading.findings())
        .extracting(Finding::severity, Finding::code)
        .containsExactly(
            tuple(Severity.NOTE, "roster.sheet.ignored"),
            tuple(Severity.NOTE, "roster.column.ignored"));
  }

  @Test
  void keepsWhatLooksLikeAFormulaButIsText() throws IOException {
    var reading = read(chinese().with("人员", "D4", "=HYPERLINK(\"x\")").with("人员", "D5", "-2+3"));

    assertThat(reading.roster().people())
        .extracting(Person::post)
        .contains("=HYPERLINK(\"x\")", "-2+3");
  }

  @Test
  void warnsOfWhatWillHinderTheWork() throws IOException {
    var reading =
        read(
            chinese()
                .add("单位", "archive", "市档案馆", "局属单位")
                .add("党支部", "second", "第二党支部", "")
                .add("人员", "zhaolei", "赵磊", "office", "科员", "干部职工", "", ""));

    assertThat(reading.roster()).isNotNull();
    assertThat(reading.findings()).extracting(Finding::severity).containsOnly(Severity.WARNING);
    assertThat(reading.findings())
        .extracting(Finding::code)
        .containsExactly(
            "roster.unit.without-head",
            "roster.unit.without-liaison",
            "roster.unit.without-leader",
            "roster.unit.without-people",
            "roster.branch.without-secretary",
            "roster.person.without-mail");
    assertThat(reading.findings().get(5).message()).isEqualTo("赵磊没有邮箱，收不到提醒邮件。");
  }

  @Test
  void readsTextThatIsKeptInTheCellsAndNotInATableOfItsOwn() throws IOException {
    var file = chinese().writeStreamed(folder.resolve("roster.xlsx"));

    var reading = new RosterReader().read(file, Locale.SIMPLIFIED_CHINESE);

    assertThat(reading.findings()).isEmpty();
    assertThat(reading.roster()).isEqualTo(read(chinese()).roster());
  }

  private RosterReading read(RosterWorkbook workbook) throws IOException {
    return workbook.read(folder, Locale.SIMPLIFIED_CHINESE);
  }
}
