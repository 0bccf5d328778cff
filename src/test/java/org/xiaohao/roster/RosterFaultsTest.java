package org.xiaohao.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.xiaohao.roster.RosterWorkbook.cell;
import static org.xiaohao.roster.RosterWorkbook.chinese;
import static org.xiaohao.roster.RosterWorkbook.english;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xiaohao.shared.Finding;
import org.xiaohao.shared.Finding.Severity;

/** What a roster file may not look like, and how it is told. */
class RosterFaultsTest {

  @TempDir Path folder;

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
    return workbook.read(folder, Locale.SIMPLIFIED_CHINESE);
  }

  private static List<String> errors(RosterReading reading) {
    assertThat(reading.roster()).isNull();
    return reading.findings().stream().filter(Finding::isError).map(Finding::message).toList();
  }
}
