package org.xiaohao.roster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A small, faultless roster file that tests spoil in one place each. */
final class RosterWorkbook {

  private final Map<String, List<String[]>> sheets = new LinkedHashMap<>();
  private final List<Touch> touches = new ArrayList<>();

  /** Does to the finished workbook what text alone cannot say. */
  interface Touch {
    void touch(XSSFWorkbook workbook);
  }

  static RosterWorkbook chinese() {
    var workbook = new RosterWorkbook();
    workbook.sheet(
        "单位",
        row("编号", "单位名称", "类别", "负责人", "联络员", "分管领导", "学习日"),
        row("office", "局办公室", "局机关科室", "heyulan", "guowei", "liuguangli", ""),
        row("library", "市图书馆", "局属单位", "wangfang", "lina", "liuguangli", "周四、周五"));
    workbook.sheet("党支部", row("编号", "支部名称", "书记"), row("first", "第一党支部", "heyulan"));
    workbook.sheet(
        "人员",
        row("登录名", "姓名", "单位", "职务", "级别", "党支部", "邮箱"),
        row("liuguangli", "刘广立", "", "副局长", "局领导", "first", "liuguangli@example.org"),
        row("heyulan", "贺玉兰", "office", "主任", "科级干部", "first", "heyulan@example.org"),
        row("guowei", "郭威", "office", "科员", "干部职工", "", "guowei@example.org"),
        row("wangfang", "王芳", "library", "馆长", "科级干部", "first", "wangfang@example.org"),
        row("lina", "李娜", "library", "馆员", "干部职工", "", "lina@example.org"));
    return workbook;
  }

  static RosterWorkbook english() {
    var workbook = new RosterWorkbook();
    workbook.sheet(
        "People",
        row("Mail", "Login", "Name", "Unit", "Post", "Rank", "Branch"),
        row("ann@example.org", "ann.lee", "Ann Lee", "", "Director", "Bureau leader", ""),
        row("bob@example.org", "bob", "Bob Stone", "press", "Foreman", "section chief", ""),
        row("cat@example.org", "cat", "Cat Hill", "press", "Welder", "STAFF", ""));
    workbook.sheet("Branches", row("ID", "Name", "Secretary"));
    workbook.sheet(
        "Units",
        row("ID", "Name", "Kind", "Head", "Liaison", "Leader in charge", "Study days"),
        row("press", "Press shop", "Division", "bob", "cat", "ann.lee", "Mon, Friday"));
    return workbook;
  }

  static String[] row(String... cells) {
    return cells;
  }

  RosterWorkbook sheet(String name, String[]... rows) {
    sheets.put(name, new ArrayList<>(List.of(rows)));
    return this;
  }

  RosterWorkbook without(String sheet) {
    sheets.remove(sheet);
    return this;
  }

  RosterWorkbook add(String sheet, String... cells) {
    sheets.get(sheet).add(cells);
    return this;
  }

  /** Writes a text at an address such as {@code D2}. */
  RosterWorkbook with(String sheet, String address, String text) {
    return touch(workbook -> cell(workbook.getSheet(sheet), address).setCellValue(text));
  }

  RosterWorkbook touch(Touch touch) {
    touches.add(touch);
    return this;
  }

  static XSSFCell cell(XSSFSheet sheet, String address) {
    var at = new CellAddress(address);
    var row = sheet.getRow(at.getRow());
    row = row == null ? sheet.createRow(at.getRow()) : row;
    var cell = row.getCell(at.getColumn());
    return cell == null ? row.createCell(at.getColumn()) : cell;
  }

  Path write(Path file) throws IOException {
    try (var workbook = new XSSFWorkbook();
        var out = Files.newOutputStream(file)) {
      sheets.forEach((name, rows) -> fill(workbook.createSheet(name), rows));
      touches.forEach(touch -> touch.touch(workbook));
      workbook.write(out);
    }
    return file;
  }

  /** As programs write it that hold no table of strings. */
  Path writeStreamed(Path file) throws IOException {
    try (var workbook = new SXSSFWorkbook();
        var out = Files.newOutputStream(file)) {
      sheets.forEach((name, rows) -> fill(workbook.createSheet(name), rows));
      workbook.write(out);
    }
    return file;
  }

  /** Writes it into that folder and reads it back. */
  RosterReading read(Path folder, Locale locale) throws IOException {
    return new RosterReader().read(write(folder.resolve("roster.xlsx")), locale);
  }

  private static void fill(Sheet sheet, List<String[]> rows) {
    for (var cells : rows) {
      var row = sheet.createRow(sheet.getLastRowNum() + 1);
      for (int column = 0; column < cells.length; column++) {
        if (!cells[column].isEmpty()) {
          row.createCell(column).setCellValue(cells[column]);
        }
      }
    }
  }
}
