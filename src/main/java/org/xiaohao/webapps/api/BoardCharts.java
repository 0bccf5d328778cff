package org.xiaohao.webapps.api;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.ledger.Board;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;

/** Puts together what the charts below the matrix show. */
@Component
class BoardCharts {

  private final Board board;
  private final Rosters rosters;
  private final Clock clock;

  BoardCharts(Board board, Rosters rosters, Clock clock) {
    this.board = board;
    this.rosters = rosters;
    this.clock = clock;
  }

  /** All charts of a campaign. */
  BoardView.Charts of(Campaign campaign) {
    var units = rosters.units(campaign.id());
    return new BoardView.Charts(
        board.days(campaign.id(), campaign.plan().zone()).stream()
            .map(day -> new BoardView.DayCount(day.day(), day.acted(), day.done()))
            .toList(),
        attendance(campaign, units),
        consultations(campaign, units),
        board.problems(campaign.id(), clock.instant()).stream()
            .map(
                of ->
                    new BoardView.Problems(
                        of.kind().isEmpty()
                            ? Api.word("webapps.board.problem-unsorted")
                            : of.kind(),
                        of.closed(),
                        of.week(),
                        of.month(),
                        of.quarter(),
                        of.older()))
            .toList());
  }

  private List<BoardView.UnitAttendance> attendance(Campaign campaign, List<Unit> units) {
    var counted =
        board.attendance(campaign.id()).stream()
            .collect(toMap(Board.Attendance::unitId, Function.identity()));
    return units.stream()
        .map(
            unit -> {
              var of = counted.getOrDefault(unit.id(), new Board.Attendance(unit.id(), 0, 0, 0, 0));
              return new BoardView.UnitAttendance(
                  unit.name(), of.present(), of.leave(), of.absent(), of.madeUp());
            })
        .toList();
  }

  private List<BoardView.Consultation> consultations(Campaign campaign, List<Unit> units) {
    var forms =
        board.forms(campaign.id()).stream().collect(groupingBy(Board.Forms::consultationId));
    return campaign.plan().consultations().stream()
        .map(
            consultation -> {
              var byUnit =
                  forms.getOrDefault(consultation.id(), List.of()).stream()
                      .collect(toMap(Board.Forms::unitId, Function.identity()));
              return new BoardView.Consultation(
                  consultation.title(),
                  consultation.quota(),
                  units.stream()
                      .map(
                          unit -> {
                            var of = byUnit.get(unit.id());
                            return new BoardView.UnitForms(
                                unit.name(),
                                of == null ? 0 : of.valid(),
                                of == null ? 0 : of.invalid());
                          })
                      .toList());
            })
        .toList();
  }
}
