package org.xiaohao.consultation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xiaohao.roster.WorkbookLines;
import org.xiaohao.roster.WorkbookLines.Line;
import org.xiaohao.shared.Messages;
import org.xiaohao.shared.Refusal;

/** Forms that a clerk typed into a workbook: a line is a form, a column is a question. */
public final class FormSheet {

  /** Lines of one file; more is no clerk's work. */
  private static final int MOST_LINES = 2_000;

  private FormSheet() {}

  /**
   * All forms of a file, or all that is wrong with it.
   *
   * @param forms empty where there are faults
   * @param faults a sentence each, naming line and column
   */
  public record Reading(List<FilledIn> forms, List<String> faults) {}

  /** Titles of the columns that such a workbook has. */
  public static List<String> columns(Locale language, List<String> questions) {
    var columns = new ArrayList<String>();
    columns.add(Messages.text(language, "consultation.affiliation"));
    columns.addAll(questions);
    return columns;
  }

  /**
   * @param columns as {@link #columns} says; their order in the file does not matter
   * @throws Refusal if the file cannot be read
   */
  public static Reading read(Path file, List<String> columns) {
    var lines = WorkbookLines.read(file, MOST_LINES + 1);
    if (lines.size() < 2) {
      throw new Refusal("consultation.sheet.empty");
    }
    var faults = new ArrayList<String>();
    var places = places(lines.get(0), columns, faults);
    var forms = new ArrayList<FilledIn>();
    if (faults.isEmpty()) {
      for (var line : lines.subList(1, lines.size())) {
        forms.add(form(line, columns, places, faults));
      }
    }
    return new Reading(faults.isEmpty() ? forms : List.of(), faults);
  }

  private static Map<String, Integer> places(
      Line header, List<String> columns, List<String> faults) {
    var titles = new HashMap<String, Integer>();
    header.cells().forEach((column, title) -> titles.putIfAbsent(Wording.bare(title), column));
    var places = new HashMap<String, Integer>();
    for (var column : columns) {
      var place = titles.get(Wording.bare(column));
      if (place == null) {
        faults.add(new Refusal("consultation.sheet.column-absent", column).getMessage());
      } else {
        places.put(column, place);
      }
    }
    return places;
  }

  private static FilledIn form(
      Line line, List<String> columns, Map<String, Integer> places, List<String> faults) {
    var number = Integer.toString(line.number());
    var texts = new ArrayList<String>();
    for (var column : columns) {
      var place = places.get(column);
      var text = line.cells().getOrDefault(place, "").strip();
      var longest = texts.isEmpty() ? FormIntake.LONGEST_AFFILIATION : FormIntake.LONGEST_ANSWER;
      if (line.unreadable().contains(place)) {
        faults.add(new Refusal("consultation.sheet.formula", number, column).getMessage());
      } else if (text.length() > longest) {
        faults.add(
            new Refusal("consultation.sheet.long", number, column, Integer.toString(longest))
                .getMessage());
      } else if (texts.isEmpty() && text.isEmpty()) {
        faults.add(new Refusal("consultation.sheet.affiliation", number, column).getMessage());
      }
      texts.add(text);
    }
    return new FilledIn(texts.get(0), texts.subList(1, texts.size()));
  }
}
