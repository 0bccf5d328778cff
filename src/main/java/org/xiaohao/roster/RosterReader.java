package org.xiaohao.roster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.xiaohao.shared.Finding.Severity;

/**
 * Reads {@code roster.xlsx}: all of it or nothing, and if nothing, every reason at once. Sheets and
 * columns are found by name, Chinese or English, in any order.
 *
 * <p>Needs neither Spring nor a database, and holds no state. Rows are streamed: a file is bounded
 * by what it says, not by what it is formatted for.
 */
public final class RosterReader {

  private static final int HIDDEN_LINES_NAMED = 10;

  /**
   * @param file the workbook; whatever else it turns out to be is a finding, never an exception
   * @param locale language of the findings
   * @return the roster with warnings and notes, or no roster and at least one error; at most 200
   *     findings, and one more that counts the rest
   */
  public RosterReading read(Path file, Locale locale) {
    var findings = new RosterFindings(locale, String.valueOf(file.getFileName()));
    var tables = new ArrayList<SheetTable>();
    var ignored = new ArrayList<String>();
    try {
      WorkbookFile.read(file, name -> table(name, tables, ignored));
    } catch (UnreadableFile unreadable) {
      findings.file(Severity.ERROR, unreadable.code(), unreadable.arguments());
      return new RosterReading(null, findings.all());
    }
    ignored.forEach(name -> findings.file(Severity.NOTE, "roster.sheet.ignored", name));
    var bySheet = checkStructure(tables, findings, locale);
    if (findings.hasErrors()) {
      return new RosterReading(null, findings.all());
    }
    var roster = new RosterAssembly(findings).assemble(bySheet);
    return new RosterReading(findings.hasErrors() ? null : roster, findings.all());
  }

  private static Consumer<SheetRow> table(
      String name, List<SheetTable> tables, List<String> ignored) {
    var sheet = RosterSheet.named(name);
    if (sheet.isPresent()) {
      var table = new SheetTable(sheet.get(), name);
      tables.add(table);
      return table;
    }
    if (!RosterSheet.isInstructions(name)) {
      ignored.add(name);
    }
    return row -> {};
  }

  /** What must be right before a look at single rows says anything. */
  private static Map<RosterSheet, SheetTable> checkStructure(
      List<SheetTable> tables, RosterFindings findings, Locale locale) {
    var bySheet = new EnumMap<RosterSheet, SheetTable>(RosterSheet.class);
    for (var table : tables) {
      var other = bySheet.putIfAbsent(table.sheet(), table);
      if (other != null) {
        findings.file(Severity.ERROR, "roster.sheet.doubled", other.name(), table.name());
      }
      checkHeader(table, findings, locale);
    }
    for (var sheet : RosterSheet.values()) {
      var table = bySheet.get(sheet);
      if (table == null) {
        findings.file(
            Severity.ERROR,
            "roster.sheet.missing",
            sheet.title(locale),
            RosterColumn.of(sheet)
                .map(column -> column.title(locale))
                .collect(Collectors.joining(" | ")));
      } else if (sheet != RosterSheet.BRANCHES && table.rows().isEmpty()) {
        findings.sheet(Severity.ERROR, table, "roster.sheet.empty", table.name());
      }
    }
    return bySheet;
  }

  private static void checkHeader(SheetTable table, RosterFindings findings, Locale locale) {
    RosterColumn.of(table.sheet())
        .filter(column -> table.header(column) == null)
        .map(column -> column.title(locale))
        .forEach(
            title ->
                findings.sheet(
                    Severity.ERROR, table, "roster.column.missing", table.name(), title));
    for (var title : new HashSet<>(table.doubledTitles())) {
      findings.sheet(Severity.ERROR, table, "roster.column.doubled", table.name(), title);
    }
    for (var title : table.unknownTitles()) {
      findings.sheet(Severity.NOTE, table, "roster.column.ignored", table.name(), title);
    }
    var hidden = table.hiddenLines();
    if (!hidden.isEmpty()) {
      var named =
          hidden.stream()
                  .limit(HIDDEN_LINES_NAMED)
                  .map(String::valueOf)
                  .collect(Collectors.joining(", "))
              + (hidden.size() > HIDDEN_LINES_NAMED ? " …" : "");
      var count = Integer.toString(hidden.size());
      findings.sheet(Severity.NOTE, table, "roster.rows.hidden", table.name(), count, named);
    }
  }
}
