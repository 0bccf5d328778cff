package org.xiaohao.webapps.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.shared.Messages;

/** The matrix and its lists as workbooks. */
@Component
class BoardSheet {

  /** By what spreadsheets know a formula. */
  private static final String FORMULA_BEGINS = "=+-@\t\r\n";

  /** Lines kept in memory while a workbook is written. */
  private static final int WINDOW = 100;

  private static final int CHARACTER = 256;
  private static final int NARROW = 14 * CHARACTER;
  private static final int WIDE = 44 * CHARACTER;

  private final Campaigns campaigns;

  BoardSheet(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  /** Name of the file with the matrix. */
  String name(BoardView board) {
    return text(board.campaign(), "file", board.title(), board.today()) + ".xlsx";
  }

  /** Name of the file with a list. */
  String listName(BoardView board) {
    return text(board.campaign(), "list-file", board.title(), board.today()) + ".xlsx";
  }

  /** All parties with three columns for each thing that the plan asks. */
  byte[] matrix(BoardView board) {
    var lines = new ArrayList<List<Object>>();
    lines.add(
        Stream.concat(Stream.of(text(board.campaign(), "unit")), heads(board))
            .map(Object.class::cast)
            .toList());
    for (var row : board.rows()) {
      lines.add(Stream.concat(Stream.<Object>of(row.name()), numbers(row.cells())).toList());
    }
    return workbook(lines, List.of(WIDE));
  }

  private Stream<String> heads(BoardView board) {
    return board.columns().stream()
        .flatMap(
            column ->
                Stream.of("owed", "done", "overdue")
                    .map(what -> text(board.campaign(), what, column.title())));
  }

  private static Stream<Object> numbers(List<BoardView.Cell> cells) {
    return cells.stream().flatMap(cell -> Stream.of(cell.owed(), cell.done(), cell.red()));
  }

  /** A list, a line each. */
  byte[] list(String campaign, List<BoardView.Line> items) {
    var lines = new ArrayList<List<Object>>();
    lines.add(
        Stream.of("item", "who", "state", "light", "due", "finished")
            .<Object>map(column -> text(campaign, "list." + column))
            .toList());
    for (var item : items) {
      lines.add(
          List.of(
              item.title(),
              item.who(),
              item.state(),
              item.light() == null || item.light().equals("NONE")
                  ? ""
                  : text(campaign, "light." + item.light()),
              item.due(),
              item.done() == null ? "" : item.done()));
    }
    return workbook(lines, List.of(WIDE, WIDE / 2, NARROW, NARROW, WIDE / 2, WIDE / 2));
  }

  private static byte[] workbook(List<List<Object>> lines, List<Integer> widths) {
    try (var workbook = new SXSSFWorkbook(WINDOW);
        var bytes = new ByteArrayOutputStream()) {
      var quoted = workbook.createCellStyle();
      quoted.setQuotePrefixed(true);
      var sheet = workbook.createSheet();
      sheet.createFreezePane(1, 1);
      setWidths(sheet, widths);
      for (var number = 0; number < lines.size(); number++) {
        fill(sheet.createRow(number), lines.get(number), quoted);
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void setWidths(SXSSFSheet sheet, List<Integer> widths) {
    for (var column = 0; column < widths.size(); column++) {
      sheet.setColumnWidth(column, widths.get(column));
    }
  }

  private static void fill(Row row, List<Object> values, CellStyle quoted) {
    for (var column = 0; column < values.size(); column++) {
      var cell = row.createCell(column);
      if (values.get(column) instanceof Number number) {
        cell.setCellValue(number.doubleValue());
      } else {
        var text = values.get(column).toString();
        cell.setCellValue(text);
        // A text stays one when somebody edits it, or saves the sheet in another format.
        if (!text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0) {
          cell.setCellStyle(quoted);
        }
      }
    }
  }

  private String text(String campaign, String code, @Nullable Object... arguments) {
    return Messages.text(
        campaigns.get(campaign).plan().language(), "webapps.board." + code, arguments);
  }
}
