package org.xiaohao.roster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.xiaohao.shared.Refusal;

/** The first sheet of a workbook, line by line, for rooms that read other tables than rosters. */
public final class WorkbookLines {

  private WorkbookLines() {}

  /**
   * A line that holds something.
   *
   * @param number as Excel shows it, from 1
   * @param cells texts by column from 0; columns that hold nothing are missing
   * @param unreadable columns that hold a formula or an error instead of a value
   */
  public record Line(int number, Map<Integer, String> cells, List<Integer> unreadable) {}

  /**
   * @param limit lines at most
   * @throws Refusal if it is no workbook, a broken one, or has more lines than that
   */
  public static List<Line> read(Path file, int limit) {
    var lines = new Lines(limit);
    try {
      WorkbookFile.read(file, lines::sheet);
    } catch (UnreadableFile unreadable) {
      throw new Refusal(unreadable.code(), unreadable.arguments());
    }
    if (lines.tooMany) {
      throw new Refusal("roster.file.too-many-lines", Integer.toString(limit));
    }
    return lines.read;
  }

  private static final class Lines {

    private final int limit;
    private final List<Line> read = new ArrayList<>();
    private boolean first = true;
    private boolean tooMany;

    Lines(int limit) {
      this.limit = limit;
    }

    Consumer<SheetRow> sheet(String name) {
      if (first) {
        first = false;
        return this::line;
      }
      return row -> {};
    }

    private void line(SheetRow row) {
      if (read.size() == limit) {
        tooMany = true;
        return;
      }
      var texts = new TreeMap<Integer, String>();
      var unreadable = new ArrayList<Integer>();
      row.cells()
          .forEach(
              (column, cell) -> {
                if (cell.kind() == SheetRow.Kind.VALUE) {
                  texts.put(column, cell.text());
                } else {
                  unreadable.add(column);
                }
              });
      read.add(new Line(row.line(), texts, List.copyOf(unreadable)));
    }
  }
}
