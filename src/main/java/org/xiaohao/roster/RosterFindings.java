package org.xiaohao.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.xiaohao.shared.Finding;
import org.xiaohao.shared.Finding.Severity;
import org.xiaohao.shared.Messages;

/** Collects what is found in one file, as many findings as somebody can work through at once. */
final class RosterFindings {

  /** Findings shown; how many more there are is said in one more. */
  static final int LIMIT = 200;

  private record Found(int sheet, Finding finding) {}

  private static final Comparator<Found> FROM_TOP_TO_BOTTOM =
      Comparator.comparingInt(Found::sheet).thenComparingInt(found -> found.finding().line());

  private final Locale locale;
  private final String file;
  private final Map<Severity, List<Found>> kept = new EnumMap<>(Severity.class);
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

  RosterFindings(Locale locale, String file) {
    this.locale = locale;
    this.file = file;
  }

  boolean hasErrors() {
    return counts.containsKey(Severity.ERROR);
  }

  /** About the file as a whole. */
  void file(Severity severity, String code, Object... arguments) {
    add(severity, -1, code, null, 0, arguments);
  }

  /** About a sheet as a whole, its header or several of its rows. */
  void sheet(Severity severity, SheetTable table, String code, Object... arguments) {
    var place = Messages.text(locale, "roster.place.sheet", table.name());
    add(severity, table.sheet().ordinal(), code, place, table.headerLine(), arguments);
  }

  /** About one cell. */
  void cell(
      Severity severity,
      SheetTable.Row row,
      RosterColumn column,
      String code,
      Object... arguments) {
    var table = row.table();
    var header = table.header(column);
    if (header == null) {
      throw new IllegalArgumentException("No column " + column + " in sheet " + table.name());
    }
    var line = Integer.toString(row.line());
    var address = CellReference.convertNumToColString(header.number()) + line;
    var place =
        Messages.text(locale, "roster.place.cell", table.name(), line, header.title(), address);
    add(severity, table.sheet().ordinal(), code, place, row.line(), arguments);
  }

  private void add(
      Severity severity,
      int sheet,
      String code,
      @Nullable String place,
      int line,
      Object... arguments) {
    if (counts.merge(severity, 1, Integer::sum) <= LIMIT) {
      var message = Messages.text(locale, code, arguments);
      kept.computeIfAbsent(severity, none -> new ArrayList<>())
          .add(new Found(sheet, new Finding(severity, code, file, place, line, message)));
    }
  }

  /** From top to bottom; errors have precedence where not all can be shown. */
  List<Finding> all() {
    var shown =
        Stream.of(Severity.values())
            .flatMap(severity -> kept.getOrDefault(severity, List.of()).stream())
            .limit(LIMIT)
            .sorted(FROM_TOP_TO_BOTTOM)
            .map(Found::finding);
    var more = counts.values().stream().mapToInt(Integer::intValue).sum() - LIMIT;
    return more <= 0 ? shown.toList() : Stream.concat(shown, Stream.of(andMore(more))).toList();
  }

  private Finding andMore(int more) {
    var code = "roster.and-more";
    var severity = hasErrors() ? Severity.ERROR : Severity.NOTE;
    var message = Messages.text(locale, code, Integer.toString(more));
    return new Finding(severity, code, file, null, 0, message);
  }
}
