package org.xiaohao.submission.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Plan.Column;
import org.xiaohao.campaign.Plan.Paper;
import org.xiaohao.campaign.Plan.Prefill;
import org.xiaohao.roster.Rosters;
import org.xiaohao.submission.HandedIn;
import org.xiaohao.submission.Submission;
import org.xiaohao.submission.Submissions;

/**
 * Between a paper and its form. The form is the same for every plan: it has six columns {@code c1}
 * to {@code c6} for text and {@code d1} to {@code d6} for choices, and shows those that the plan
 * names.
 */
@Component
class SubmissionTable {

  private final Submissions submissions;
  private final SubmissionBriefs briefs;
  private final Rosters rosters;

  SubmissionTable(Submissions submissions, SubmissionBriefs briefs, Rosters rosters) {
    this.submissions = submissions;
    this.briefs = briefs;
    this.rosters = rosters;
  }

  /** Per field of the form: the column's title, and its choices. */
  Map<String, Object> columns(Paper paper) {
    var fields = new LinkedHashMap<String, Object>();
    for (var i = 0; i < paper.columns().size(); i++) {
      var column = paper.columns().get(i);
      var choices =
          column.choices().stream()
              .map(choice -> Map.of("label", choice, "value", choice))
              .toList();
      fields.put(field(i, column), Map.of("title", column.title(), "choices", choices));
    }
    return fields;
  }

  /** The newest version where there is one, else what the plan prefills. */
  Map<String, Object> draft(Submission submission) {
    return submissions.versions(submission.key()).isEmpty()
        ? Map.of("text", "", "rows", prefilled(submission))
        : newest(submission);
  }

  /** The newest version in the fields of the form. */
  Map<String, Object> newest(Submission submission) {
    var columns = briefs.paper(submission).columns();
    var content = submissions.versions(submission.key()).get(0).content();
    return Map.of(
        "text",
        content.text(),
        "rows",
        content.rows().stream().map(row -> fields(columns, row)).toList());
  }

  /** What the form sends, in the columns of the plan; rows without any entry are left out. */
  HandedIn read(Submission submission, JsonNode form) {
    var columns = briefs.paper(submission).columns();
    var rows = new ArrayList<Map<String, String>>();
    for (var row : form.path("rows")) {
      var cells = new LinkedHashMap<String, String>();
      for (var i = 0; i < columns.size(); i++) {
        var cell = row.path(field(i, columns.get(i))).asText("").strip();
        if (!cell.isEmpty()) {
          cells.put(columns.get(i).id(), cell);
        }
      }
      if (!cells.isEmpty()) {
        rows.add(cells);
      }
    }
    return new HandedIn(form.path("text").asText(""), rows);
  }

  private List<Map<String, String>> prefilled(Submission submission) {
    var columns = briefs.paper(submission).columns();
    var people =
        IntStream.range(0, columns.size())
            .filter(i -> columns.get(i).prefill() == Prefill.PEOPLE)
            .findFirst();
    if (people.isEmpty() || submission.unitId() == null) {
      return columns.isEmpty() ? List.of() : List.of(Map.of());
    }
    var field = field(people.getAsInt(), columns.get(people.getAsInt()));
    return rosters.peopleOf(submission.campaignId(), submission.unitId()).stream()
        .map(person -> Map.of(field, person.name()))
        .toList();
  }

  private static Map<String, String> fields(List<Column> columns, Map<String, String> row) {
    var fields = new LinkedHashMap<String, String>();
    for (var i = 0; i < columns.size(); i++) {
      fields.put(field(i, columns.get(i)), row.getOrDefault(columns.get(i).id(), ""));
    }
    return fields;
  }

  private static String field(int index, Column column) {
    return (column.choices().isEmpty() ? "c" : "d") + (index + 1);
  }
}
