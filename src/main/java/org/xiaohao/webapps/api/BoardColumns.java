package org.xiaohao.webapps.api;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Plan;
import org.xiaohao.ledger.Board;
import org.xiaohao.shared.Messages;

/** What the plan asks, as columns of the board: by phase, and within it in the plan's order. */
@Component
class BoardColumns {

  /** All that the plan asks, then what it does not name but is owed: problems, assigned tasks. */
  List<BoardView.Column> of(Plan plan, List<Board.Cell> cells) {
    var columns = new ArrayList<BoardView.Column>();
    for (var phase : plan.phases()) {
      var id = phase.id();
      for (var series : plan.sessions()) {
        if (series.phase().equals(id)) {
          columns.add(column(series.id(), series.title(), "study"));
          if (series.material()) {
            columns.add(column(series.id() + ".material", material(plan, series.title()), "study"));
          }
        }
      }
      plan.papers().stream()
          .filter(paper -> paper.phase().equals(id) && !paper.optional())
          .forEach(paper -> columns.add(column(paper.id(), paper.title(), "submission")));
      plan.meetings().stream()
          .filter(meeting -> meeting.phase().equals(id))
          .forEach(meeting -> columns.add(column(meeting.id(), meeting.title(), "meeting")));
      plan.consultations().stream()
          .filter(forms -> forms.phase().equals(id))
          .forEach(forms -> columns.add(column(forms.id(), forms.title(), "consultation")));
      plan.benchmarkSelections().stream()
          .filter(selection -> selection.phase().equals(id))
          .forEach(chosen -> columns.add(column(chosen.id(), chosen.title(), "benchmark")));
    }
    columns.addAll(others(plan, columns, cells));
    return columns;
  }

  private static List<BoardView.Column> others(
      Plan plan, List<BoardView.Column> named, List<Board.Cell> cells) {
    var kinds = cells.stream().map(Board.Cell::kindId).collect(toCollection(LinkedHashSet::new));
    named.forEach(column -> kinds.remove(column.kind()));
    return kinds.stream()
        .sorted()
        .map(kind -> column(kind, Messages.text(plan.language(), "webapps.board.kind." + kind), ""))
        .toList();
  }

  private static String material(Plan plan, String series) {
    return Messages.text(plan.language(), "webapps.board.material", series);
  }

  private static BoardView.Column column(String kind, String title, String room) {
    return new BoardView.Column(kind, title, room);
  }
}
