package org.xiaohao.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.xiaohao.roster.RosterWorkbook.cell;
import static org.xiaohao.roster.RosterWorkbook.chinese;
import static org.xiaohao.roster.RosterWorkbook.english;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xiaohao.shared.Finding;
import org.xiaohao.shared.Finding.Severity;

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
  void namesAllSheetsAndColumnsThatAreMissing() throws IOException {
    var reading =
        read(chinese().without("党支部").without("单位").with("人员", "A1", "帐号").with("人员", "G1", "信箱"));

    assertThat(errors(reading))
        .containsExactly(
            "缺少工作表“单位”。请添加，首行表头为：编号 | 单位名称 | 类别 | 负责人 | 联络员 | 分管领导 | 学习日。",
            "缺少工作表“党支部”。请添加，首行表头为：编号 | 支部名称 | 书记。",
            "工作表“人员”缺少“登录名”列。请在首行表头中补上；如表头上方另有标题行或合并单元格，请删去。",
            "工作表“人员”缺少“邮箱”列。请在首行表头中补上；如表头上方另有标题行或合并单元格，请删去。");
  }

  @Test
  void refusesAColumnOrASheetThatIsThereTwice() throws IOException {
    var reading = read(chinese().with("人员", "H1", "姓名").sheet("Units"));

    assertThat(reading.findings())
        .extracting(Finding::code)
        .contains("roster.column.doubled", "roster.sheet.doubled");
    assertThat(reading.roster()).isNull();
  }

  @Test
  void refusesSheetsWithoutData() throws IOException {
    var reading = read(english().sheet("People", RosterWorkbook.row("Login")));

    assertThat(reading.findings()).extracting(Finding::code).contains("roster.sheet.empty");
  }

  @Test
  void namesBothRowsOfADoubledId() throws IOException {
    var reading =
        read(
            chinese()
                .add("人员", "GuoWei", "郭维", "office", "科员", "干部职工", "", "")
                .add("单位", "office", "办公室", "局机关科室", "", "", "", "")
                .add("党支部", "first", "机关支部", ""));

    assertThat(errors(reading))
        .containsExactly(
            "“office”重复：第 2 行和第 4 行（不区分大小写）。请改为不同的值，或删去其中一行。",
            "“first”重复：第 2 行和第 3 行（不区分大小写）。请改为不同的值，或删去其中一行。",
            "“GuoWei”重复：第 4 行和第 7 行（不区分大小写）。请改为不同的值，或删去其中一行。");
  }

  @ParameterizedTest
  @CsvSource({
    "单位, D2, zhaoliu, roster.person.unknown, 单位, 负责人",
    "单位, E3, zhaoliu, roster.person.unknown, 单位, 联络员",
    "单位, F3, 刘广立, roster.person.unknown, 单位, 分管领导",
    "单位, A3, Library, roster.id.malformed, 单位, 编号",
    "单位, A3, 图书馆, roster.id.malformed, 单位, 编号",
    "单位, C3, 事业单位, roster.kind.unknown, 单位, 类别",
    "单位, G3, 周八, roster.days.unknown, 单位, 学习日",
    "党支部, C2, nobody, roster.person.unknown, 党支部, 书记",
    "人员, C4, archive, roster.unit.unknown, 人员, 单位",
    "人员, F4, second, roster.branch.unknown, 人员, 党支部",
    "人员, E4, 处级, roster.rank.unknown, 人员, 级别",
    "人员, A6, 李娜, roster.login.malformed, 人员, 登录名",
    "人员, A6, li na, roster.login.malformed, 人员, 登录名",
    "人员, G4, guowei＠example.org, roster.mail.malformed, 人员, 邮箱",
    "人员, G4, 'a@example.org;b@example.org', roster.mail.malformed, 人员, 邮箱",
    "人员, G4, 郭威 <a@example.org>, roster.mail.malformed, 人员, 邮箱",
    "人员, G4, guowei@localhost, roster.mail.malformed, 人员, 邮箱",
  })
  void namesThePlaceOfEachFault(
      String sheet, String address, String typed, String code, String inSheet, String column)
      throws IOException {
    var reading = read(chinese().with(sheet, address, typed));

    assertThat(reading.roster()).isNull();
    var row = address.substring(1);
    assertThat(reading.findings())
        .filteredOn(finding -> finding.code().equals(code))
        .first()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.file()).isEqualTo("roster.xlsx");
              assertThat(finding.line()).isEqualTo(Integer.parseInt(row));
              assertThat(finding.place())
                  .isEqualTo(
                      "工作表“" + inSheet + "”第 " + row + " 行“" + column + "”列（" + address + "）");
              assertThat(finding.message()).contains(typed);
            });
  }

  @Test
  void refusesALineBreakInAMailAddress() throws IOException {
    var reading = read(chinese().with("人员", "G4", "guowei@example.org\nBcc: all@example.org"));

    assertThat(reading.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.code()).isEqualTo("roster.mail.malformed"));
  }

  @Test
  void refusesFormulasAndErrorsWithTheAddressOfTheCell() throws IOException {
    var reading =
        read(
            chinese()
                .touch(book -> cell(book.getSheet("人员"), "B4").setCellFormula("\"郭\"&\"威\""))
                .touch(
                    book ->
                        cell(book.getSheet("人员"), "G6")
                            .setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.NA)));

    assertThat(reading.roster()).isNull();
    assertThat(reading.findings())
        .extracting(Finding::code, Finding::place)
        .containsExactly(
            tuple("roster.cell.formula", "工作表“人员”第 4 行“姓名”列（B4）"),
            tuple("roster.cell.error", "工作表“人员”第 6 行“邮箱”列（G6）"));
    assertThat(errors(reading).get(1)).contains("#N/A");
  }

  @Test
  void keepsWhatLooksLikeAFormulaButIsText() throws IOException {
    var reading = read(chinese().with("人员", "D4", "=HYPERLINK(\"x\")").with("人员", "D5", "-2+3"));

    assertThat(reading.roster().people())
        .extracting(Person::post)
        .contains("=HYPERLINK(\"x\")", "-2+3");
  }

  @Test
  void refusesEmptyCellsThatMustBeFilled() throws IOException {
    var reading =
        read(
            chinese()
                .add("人员", "", "", "", "", "", "", "x@example.org")
                .add("单位", "", "", "", "heyulan")
                .add("党支部", "", "", "heyulan"));

    assertThat(reading.findings())
        .extracting(Finding::code)
        .containsOnly("roster.cell.empty")
        .hasSize(3 + 2 + 5);
    assertThat(reading.findings())
        .extracting(Finding::place)
        .contains("工作表“人员”第 7 行“单位”列（C7）", "工作表“单位”第 4 行“类别”列（C4）");
  }

  @Test
  void refusesNamesLongerThanSixtyCharacters() throws IOException {
    var sixty = "长".repeat(59) + "𠮷";

    assertThat(read(chinese().with("单位", "B2", sixty)).roster()).isNotNull();
    assertThat(errors(read(chinese().with("单位", "B2", sixty + "名"))))
        .containsExactly("内容超过 60 个字，请缩短。");
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
  void listsTwoHundredFindingsAndCountsTheRest() throws IOException {
    var workbook = chinese();
    for (int row = 0; row < 250; row++) {
      workbook.add("人员", "p" + row, "某人", "nowhere", "科员", "干部职工", "", "");
    }
    var findings = read(workbook).findings();

    assertThat(findings).hasSize(201);
    assertThat(findings.get(0).line()).isEqualTo(7);
    assertThat(findings.get(200).message()).contains("另有 50 处");
    assertThat(findings).allMatch(Finding::isError);
  }

  @Test
  void speaksTheLanguageOfTheReader() throws IOException {
    var file = chinese().with("单位", "D2", "zhaoliu").write(folder.resolve("roster.xlsx"));

    var finding = new RosterReader().read(file, Locale.ENGLISH).findings().get(0);

    assertThat(finding.place()).isEqualTo("sheet \"单位\", row 2, column \"负责人\" (D2)");
    assertThat(finding.message()).startsWith("No person has the login \"zhaoliu\".");
  }

  @Test
  void neverHasARosterTogetherWithAnError() throws IOException {
    for (var code : List.of("A2", "B2", "C2", "D2", "E2", "F2", "G2")) {
      var reading = read(chinese().with("单位", code, "?".repeat(61)));
      assertThat(reading.roster() == null)
          .isEqualTo(reading.findings().stream().anyMatch(Finding::isError))
          .isTrue();
    }
  }

  private RosterReading read(RosterWorkbook workbook) throws IOException {
    return new RosterReader()
        .read(workbook.write(folder.resolve("roster.xlsx")), Locale.SIMPLIFIED_CHINESE);
  }

  private static List<String> errors(RosterReading reading) {
    assertThat(reading.roster()).isNull();
    return reading.findings().stream().filter(Finding::isError).map(Finding::message).toList();
  }
}
