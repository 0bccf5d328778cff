package org.xiaohao.roster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes {@code campaigns/changzhi-2017/roster.xlsx}; run {@link #main} after a change of it. */
final class SampleRosterWriter {

  static final Path FILE = Path.of("campaigns", "changzhi-2017", "roster.xlsx");

  /** Rows below the header in which choices are offered. */
  private static final int ROWS_WITH_CHOICES = 2000;

  private static final List<String> INSTRUCTIONS =
      List.of(
          "本表一次导入全部单位、党支部和人员。任何一处有误，整表不导入，并逐条列出工作表、行、列和改正办法。",
          "1. 单位、党支部、人员各填一张工作表，各列次序可以调整，表头文字请勿改动。本页不导入。",
          "2. 行的先后就是固定排序，系统中的各种名单、台账都按此排列。",
          "3. 编号用小写字母、数字和连字符（如 office），最多 24 个字符；开始使用后请勿更改。",
          "4. 登录名用字母和数字（一般为姓名全拼），同名同音的在末尾加数字；一人只填一行。",
          "5. 负责人、联络员、分管领导、书记一律填登录名；人员表的单位、党支部一律填编号。",
          "6. 局领导的“单位”一栏留空；不是党员的，“党支部”一栏留空。",
          "7. 学习日留空，表示按方案规定的全部时间集中学习；只在其中一天学习的单位才需填写。",
          "8. 一格只填一个邮箱地址。没有邮箱的人员仍可登录办理，但收不到提醒邮件。",
          "9. 请勿使用公式。人员调离时删去其所在行，已经提交的材料仍然保留。",
          "说明：领导小组和办公室成员为活动方案所列，其余人员、职务、分工和邮箱均为虚构，仅供演示。");

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final CellStyle header = header();
  private final CellStyle text = text();

  private SampleRosterWriter() {}

  public static void main(String[] arguments) throws IOException {
    write(FILE);
  }

  static void write(Path file) throws IOException {
    var writer = new SampleRosterWriter();
    try (var workbook = writer.workbook;
        var out = Files.newOutputStream(file)) {
      writer.fill(new SampleRoster());
      workbook.write(out);
    }
  }

  private void fill(SampleRoster roster) {
    var properties = workbook.getProperties().getCoreProperties();
    properties.setCreator("Xiaohao");
    properties.setTitle("长治市文化局 2017 年活动名册（样例）");
    properties.setCreated(Optional.of(new Date(0)));

    instructions();
    var units = table("单位", SampleRoster.UNIT_HEADER, roster.units, 18, 30, 14, 18, 18, 18, 14);
    choices(units, "类别", "局机关科室", "局属单位");
    choices(units, "学习日", "周四", "周五", "周四、周五");
    table("党支部", SampleRoster.BRANCH_HEADER, roster.branches, 18, 34, 18);
    var people = table("人员", SampleRoster.PERSON_HEADER, roster.people, 18, 12, 18, 14, 12, 14, 38);
    choices(people, "级别", "局领导", "科级干部", "干部职工");
  }

  private void instructions() {
    var sheet = workbook.createSheet("说明");
    sheet.setColumnWidth(0, 110 * 256);
    sheet.setDisplayGridlines(false);
    var wrapped = workbook.createCellStyle();
    wrapped.cloneStyleFrom(text);
    wrapped.setWrapText(true);
    var title = sheet.createRow(0).createCell(0);
    title.setCellValue("名册填写说明");
    title.setCellStyle(header);
    for (int line = 0; line < INSTRUCTIONS.size(); line++) {
      var row = sheet.createRow(line + 1);
      row.setHeightInPoints(24);
      var cell = row.createCell(0);
      cell.setCellValue(INSTRUCTIONS.get(line));
      cell.setCellStyle(wrapped);
    }
    printOnePageWide(sheet);
  }

  private XSSFSheet table(
      String name, List<String> titles, List<List<String>> rows, int... widths) {
    var sheet = workbook.createSheet(name);
    for (int column = 0; column < widths.length; column++) {
      sheet.setColumnWidth(column, widths[column] * 256);
      sheet.setDefaultColumnStyle(column, text); // logins of digits stay what was typed
    }
    row(sheet, 0, titles, header);
    for (int line = 0; line < rows.size(); line++) {
      row(sheet, line + 1, rows.get(line), text);
    }
    sheet.createFreezePane(0, 1);
    sheet.setAutoFilter(new CellRangeAddress(0, rows.size(), 0, titles.size() - 1));
    sheet.setRepeatingRows(new CellRangeAddress(0, 0, 0, titles.size() - 1));
    printOnePageWide(sheet);
    return sheet;
  }

  private static void row(XSSFSheet sheet, int line, List<String> values, CellStyle style) {
    var row = sheet.createRow(line);
    row.setHeightInPoints(line == 0 ? 24 : 18);
    for (int column = 0; column < values.size(); column++) {
      var cell = row.createCell(column);
      cell.setCellStyle(style);
      if (!values.get(column).isEmpty()) {
        cell.setCellValue(values.get(column));
      }
    }
  }

  private static void choices(XSSFSheet sheet, String title, String... choices) {
    int column = 0;
    while (!sheet.getRow(0).getCell(column).getStringCellValue().equals(title)) {
      column++;
    }
    var validations = sheet.getDataValidationHelper();
    var validation =
        validations.createValidation(
            validations.createExplicitListConstraint(choices),
            new CellRangeAddressList(1, ROWS_WITH_CHOICES, column, column));
    validation.setShowErrorBox(true);
    validation.createErrorBox(title, "请从下拉列表中选择。");
    sheet.addValidationData(validation);
  }

  private static void printOnePageWide(XSSFSheet sheet) {
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(true);
  }

  private CellStyle header() {
    var font = workbook.createFont();
    font.setFontName("微软雅黑");
    font.setBold(true);
    font.setColor(IndexedColors.WHITE.getIndex());
    var style = workbook.createCellStyle();
    style.setFont(font);
    style.setFillForegroundColor(IndexedColors.DARK_RED.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  private CellStyle text() {
    var font = workbook.createFont();
    font.setFontName("微软雅黑");
    font.setFontHeightInPoints((short) 10);
    var style = workbook.createCellStyle();
    style.setFont(font);
    style.setDataFormat(workbook.createDataFormat().getFormat("@"));
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setBorderBottom(BorderStyle.HAIR);
    style.setBottomBorderColor(IndexedColors.GREY_40_PERCENT.getIndex());
    return style;
  }
}
