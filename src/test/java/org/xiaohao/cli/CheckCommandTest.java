package org.xiaohao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.i18n.LocaleContextHolder;
import picocli.CommandLine;

class CheckCommandTest {

  @TempDir Path temporary;

  private Path folder = Path.of("");

  private final StringWriter out = new StringWriter();

  @BeforeEach
  void takeThePlanOf2017() throws IOException {
    folder = Files.createDirectory(temporary.resolve("changzhi-2017"));
    Files.copy(Path.of("campaigns/changzhi-2017/campaign.yaml"), plan());
    Files.copy(Path.of("campaigns/changzhi-2017/roster.xlsx"), folder.resolve("roster.xlsx"));
  }

  @Test
  void saysWhatMovesAndWhatWillBeCreated() {
    assertThat(run()).isZero();
    assertThat(out.toString())
        .startsWith("启动前检查：“提高标准、提升能力、争创一流”大讨论活动（changzhi-2017）")
        .contains("18 个科室和单位，150 人，8 个党支部")
        .contains("【提示】1 处", "只有 1 次集中学习")
        .contains("【遇休息日】6 个日期有调整", "5月30日（端午节）→ 5月27日 周六")
        .contains("≥360", "结论：没有错误，可以启动。")
        .doesNotContain("cli.", "check.", "{0}");
  }

  @Test
  void keepsItsColumnsUnderEachOther() {
    run();
    var counts =
        out.toString()
            .lines()
            .filter(line -> line.matches("  \\p{IsHan}+\\p{Ps}.\\p{Pe}.*"))
            .toList();
    assertThat(counts).hasSizeGreaterThan(10);
    assertThat(counts.stream().map(CheckCommandTest::endOfCount).distinct()).hasSize(1);
  }

  @Test
  void endsWithOneAndNamesFileAndLineWhereThePlanHasErrors() throws IOException {
    var text = Files.readString(plan()).replace("quota: 20", "quota: -1");
    Files.writeString(plan(), text);
    assertThat(run()).isEqualTo(1);
    var line = text.lines().toList().indexOf("    quota: -1") + 1;
    assertThat(out.toString())
        .contains(plan() + "  第 " + line + " 行，consultations › opinion-forms › quota")
        .contains("“-1”超出范围", "结论：有 1 处错误，不能启动。");
  }

  @Test
  void endsWithOneWhereTheRosterCannotBeUsed() throws IOException {
    Files.writeString(folder.resolve("roster.xlsx"), "not a workbook");
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString()).contains("roster.xlsx", "结论：有 1 处错误，不能启动。");
  }

  @Test
  void endsWithOneWhereThereIsNoPlan() throws IOException {
    Files.delete(plan());
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString()).contains("找不到方案文件");
  }

  @Test
  void warnsOfAFolderThatWasCopiedWithoutANewId() throws IOException {
    folder = Files.move(folder, temporary.resolve("changzhi-2027"));
    assertThat(run()).isZero();
    assertThat(out.toString())
        .contains("campaign.yaml  第 7 行，id")
        .contains("文件夹名“changzhi-2027”与方案编号（id）“changzhi-2017”不同");
  }

  @Test
  void speaksEnglishOnRequestAndLeavesTheLanguageAsItWas() {
    var before = LocaleContextHolder.getLocale();
    assertThat(run("--lang", "en")).isZero();
    assertThat(out.toString())
        .contains("DAYS OFF: 6 dates of the plan move", "Result: no errors")
        .contains("Limit of 自查报告");
    assertThat(LocaleContextHolder.getLocale()).isEqualTo(before);
  }

  @Test
  void printsOneJsonDocumentForMachines() throws IOException {
    assertThat(run("--json")).isZero();
    var document = new ObjectMapper().readTree(out.toString());
    assertThat(document.path("campaign").asText()).isEqualTo("changzhi-2017");
    assertThat(document.path("ready").asBoolean()).isTrue();
    assertThat(document.at("/findings/0/severity").asText()).isEqualTo("NOTE");
    assertThat(document.at("/forecast/moves/0/effectiveDate").asText()).isEqualTo("2017-04-14");
    assertThat(document.at("/forecast/units").asInt()).isEqualTo(18);
    assertThat(out.toString()).isASCII();
  }

  @Test
  void explainsItself() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains("--json", "--lang", "--calendars")
        .doesNotContain("bundle:");
  }

  private Path plan() {
    return folder.resolve("campaign.yaml");
  }

  private int run(String... options) {
    var arguments = new ArrayList<>(List.of(options));
    arguments.add(folder.toString());
    return new CommandLine(new CheckCommand())
        .setOut(new PrintWriter(out))
        .execute(arguments.toArray(String[]::new));
  }

  /** Where the number of a line ends, counted in cells of the terminal. */
  private static int endOfCount(String line) {
    var matcher = Pattern.compile("\\p{Pe}\\s+≥?\\d+").matcher(line);
    assertThat(matcher.find()).as(line).isTrue();
    return TextTable.width(line.substring(0, matcher.end()));
  }
}
