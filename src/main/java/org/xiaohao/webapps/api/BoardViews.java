package org.xiaohao.webapps.api;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PhaseStatus;
import org.xiaohao.ledger.Board;
import org.xiaohao.ledger.Parties;

/** Puts together the matrix and its head. */
@Component
class BoardViews {

  private final Board board;
  private final BoardColumns columns;
  private final Gates gates;
  private final Campaigns campaigns;
  private final Parties parties;
  private final ItemWords words;
  private final Clock clock;

  BoardViews(
      Board board,
      BoardColumns columns,
      Gates gates,
      Campaigns campaigns,
      Parties parties,
      ItemWords words,
      Clock clock) {
    this.board = board;
    this.columns = columns;
    this.gates = gates;
    this.campaigns = campaigns;
    this.parties = parties;
    this.words = words;
    this.clock = clock;
  }

  /**
   * The board.
   *
   * @param office whether it is for somebody of the office
   */
  BoardView board(Campaign campaign, boolean office) {
    var plan = campaign.plan();
    var phases = campaigns.phases(campaign.id());
    var first = phases.get(0).startsPlan();
    var last = phases.get(phases.size() - 1).endsPlan();
    var today = campaigns.dates(campaign).day(clock.instant());
    var running = !today.isBefore(first) && !today.isAfter(last);
    var cells = board.cells(campaign.id());
    var shown = columns.of(plan, cells);
    return new BoardView(
        campaign.id(),
        plan.title(),
        plan.organisation(),
        words.moment(campaign, clock.instant()),
        today,
        running ? (int) ChronoUnit.DAYS.between(first, today) + 1 : null,
        (int) ChronoUnit.DAYS.between(first, last) + 1,
        office,
        phases.stream().map(phase -> phase(phase, cells)).toList(),
        shown,
        rows(campaign, shown, cells));
  }

  /** Counted out of the cells: a phase must not cost a look at all items of its own. */
  private BoardView.Phase phase(PhaseStatus phase, List<Board.Cell> cells) {
    var owed = 0;
    var done = 0;
    for (var cell : cells) {
      if (cell.phaseId().equals(phase.phaseId())) {
        owed += cell.owed();
        done += cell.done();
      }
    }
    return new BoardView.Phase(
        phase.phaseId(),
        phase.title(),
        phase.state().name(),
        phase.startsPlan(),
        phase.endsPlan(),
        owed,
        owed - done,
        phase.state() == PhaseStatus.State.RUNNING && gates.isOpen(phase));
  }

  private List<BoardView.Row> rows(
      Campaign campaign, List<BoardView.Column> shown, List<Board.Cell> cells) {
    var byParty = cells.stream().collect(groupingBy(Board.Cell::party));
    return parties.of(campaign.id()).stream()
        .filter(party -> party.isUnit() || byParty.containsKey(party.id()))
        .map(
            party ->
                new BoardView.Row(
                    party.id(),
                    party.name(),
                    cells(shown, byParty.getOrDefault(party.id(), List.of()))))
        .toList();
  }

  private static List<BoardView.Cell> cells(
      List<BoardView.Column> shown, List<Board.Cell> ofParty) {
    var byKind =
        ofParty.stream()
            .collect(
                toMap(
                    Board.Cell::kindId,
                    cell ->
                        new BoardView.Cell(
                            cell.owed(), cell.done(), cell.blue(), cell.yellow(), cell.red()),
                    BoardViews::sum));
    return shown.stream()
        .map(column -> byKind.getOrDefault(column.kind(), BoardView.Cell.NONE))
        .toList();
  }

  /** The same kind in two phases. */
  private static BoardView.Cell sum(BoardView.Cell one, BoardView.Cell other) {
    return new BoardView.Cell(
        one.owed() + other.owed(),
        one.done() + other.done(),
        one.blue() + other.blue(),
        one.yellow() + other.yellow(),
        one.red() + other.red());
  }
}
