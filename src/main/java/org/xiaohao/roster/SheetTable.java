package org.xiaohao.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xiaohao.roster.SheetRow.Cell;

/** One sheet by the names of its columns. The first row that holds something is the header. */
final class SheetTable implements Consumer<SheetRow> {

  /** Rows that a sheet may have: twice what the product is made for. */
  static final int MAX_ROWS = 200_000;

  /** A named column as the file has it: its own spelling, and its number from 0. */
  record Header(String title, int number) {}

  /** A row of the sheet below the header. */
  record Row(SheetTable table, int line, Map<RosterColumn, Cell> cells) {

    @Nullable Cell cell(RosterColumn column) {
      return cells.get(column);
    }
  }

  private final RosterSheet sheet;
  private final String name;
  private final Map<RosterColumn, Header> headers = new EnumMap<>(RosterColumn.class);
  private final List<String> unknownTitles = new ArrayList<>();
  private final List<String> doubledTitles = new ArrayList<>();
  private final List<Integer> hiddenLines = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private int headerLine;

  /**
   * @param name the sheet's own spelling of its name
   */
  SheetTable(RosterSheet sheet, String name) {
    this.sheet = sheet;
    this.name = name;
  }

  @Override
  public void accept(SheetRow row) {
    if (headerLine == 0) {
      headerLine = row.line();
      row.cells().forEach(this::header);
      return;
    }
    var cells = new EnumMap<RosterColumn, Cell>(RosterColumn.class);
    headers.forEach(
        (column, header) -> {
          var cell = row.cells().get(header.number());
          if (cell != null) {
            cells.put(column, cell);
          }
        });
    if (cells.isEmpty()) {
      return; // remarks beside the table
    }
    if (rows.size() == MAX_ROWS) {
      throw new TooManyRows(name);
    }
    if (row.hidden()) {
      hiddenLines.add(row.line());
    }
    rows.add(new Row(this, row.line(), cells));
  }

  private void header(int number, Cell cell) {
    var title = CellText.clean(cell.text());
    var column = RosterColumn.named(sheet, title);
    if (column.isEmpty()) {
      unknownTitles.add(title);
    } else if (headers.putIfAbsent(column.get(), new Header(title, number)) != null) {
      doubledTitles.add(title);
    }
  }

  RosterSheet sheet() {
    return sheet;
  }

  String name() {
    return name;
  }

  /** 0 where the sheet is blank. */
  int headerLine() {
    return headerLine;
  }

  @Nullable Header header(RosterColumn column) {
    return headers.get(column);
  }

  List<String> unknownTitles() {
    return unknownTitles;
  }

  List<String> doubledTitles() {
    return doubledTitles;
  }

  List<Integer> hiddenLines() {
    return hiddenLines;
  }

  List<Row> rows() {
    return rows;
  }

  /** Ends the reading; the message is the name of the sheet. */
  static final class TooManyRows extends RuntimeException {
    TooManyRows(String sheet) {
      super(sheet);
    }
  }
}
