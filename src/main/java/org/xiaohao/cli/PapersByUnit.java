package org.xiaohao.cli;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.xiaohao.ledger.CampaignReport.Count;
import org.xiaohao.ledger.CampaignReport.Kind;
import org.xiaohao.ledger.CampaignReport.Phase;

/**
 * All papers of a phase by unit: owed, submitted, late, missing. Units stand in their fixed order,
 * zeros included; what belongs to no unit, a branch's paper, stands below them, then the sum.
 */
final class PapersByUnit {

  private static final List<String> COLUMNS = List.of("owed", "submitted", "late", "missing");

  private final List<Kind> papers;
  private final List<String> units;

  PapersByUnit(Phase phase, List<String> units) {
    this.papers = phase.kinds().stream().filter(kind -> kind.room().equals("submission")).toList();
    this.units = units;
  }

  boolean isEmpty() {
    return papers.isEmpty();
  }

  /**
   * @param words translates a message code
   */
  TextTable table(UnaryOperator<String> words) {
    var table = new TextTable("<" + ">".repeat(COLUMNS.size()));
    var heads = COLUMNS.stream().map(column -> words.apply("cli.replay-" + column));
    table.row(Stream.concat(Stream.of(""), heads).toArray(String[]::new));
    var ofUnits = Count.NONE;
    for (var i = 0; i < units.size(); i++) {
      var unit = i;
      var count = sum(papers.stream().map(kind -> kind.units().get(unit)));
      ofUnits = ofUnits.plus(count);
      table.row(cells(units.get(i), count));
    }
    var total = sum(papers.stream().map(Kind::total));
    if (total.owed() > ofUnits.owed()) {
      table.row(cells(words.apply("cli.replay-others"), total.minus(ofUnits)));
    }
    return table.row(cells(words.apply("cli.replay-total"), total));
  }

  private static Count sum(Stream<Count> counts) {
    return counts.reduce(Count.NONE, Count::plus);
  }

  private static String[] cells(String head, Count count) {
    return Stream.of(head, count.owed(), count.submitted(), count.late(), count.missing())
        .map(String::valueOf)
        .toArray(String[]::new);
  }
}
