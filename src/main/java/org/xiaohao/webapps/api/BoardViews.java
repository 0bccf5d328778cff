package org.xiaohao.webapps.api;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PhaseStatus;
import org.xiaohao.ledger.Board;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.ledger.Parties;
import org.xiaohao.roster.Groups;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Messages;

/** Puts together what the board shows. */
@Component
class BoardViews {

  private static final int MOST_WAITING = 100;

  private final Board board;
  private final BoardColumns columns;
  private final Gates gates;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Parties parties;
  private final ItemWords words;
  private final TaskService tasks;
  private final Clock clock;

  BoardViews(
      Board board,
      BoardColumns columns,
      Gates gates,
      Campaigns campaigns,
      Rosters rosters,
      Parties parties,
      ItemWords words,
      TaskService tasks,
      Clock clock) {
    this.board = board;
    this.columns = columns;
    this.gates = gates;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.parties = parties;
    this.words = words;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * The matrix and its head.
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

  private static String name(Campaign campaign, String party) {
    return Messages.text(
        campaign.plan().language(),
        party.equals(Parties.BRANCHES) ? "ledger.branches" : "ledger.office");
  }

  /** What the charts show. */
  BoardView.Charts charts(Campaign campaign) {
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
                            ? Messages.text(
                                campaign.plan().language(), "webapps.board.problem-unsorted")
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

  /**
   * The list behind a cell.
   *
   * @param office whether it is for somebody of the office
   */
  BoardView.Page page(
      Campaign campaign, Board.Selection wanted, int offset, int size, boolean office) {
    var owners = new HashMap<String, String>();
    return new BoardView.Page(
        board.count(wanted),
        offset,
        board.items(wanted, offset, size).stream()
            .map(lit -> line(campaign, lit, office, owners))
            .toList());
  }

  private BoardView.Line line(
      Campaign campaign, Board.Lit lit, boolean office, Map<String, String> owners) {
    var item = lit.item();
    var thing = Thing.of(item);
    return new BoardView.Line(
        item.key(),
        thing,
        item.title(),
        owners.computeIfAbsent(
            item.personId() + "/" + item.unitId() + "/" + item.branchId(),
            any -> owner(campaign, item)),
        item.state(),
        words.state(campaign, item),
        lit.light(),
        item.open(),
        words.moment(campaign, item.dueAt()),
        words.moment(campaign, item.doneAt()),
        new BoardView.Can(
            office && item.open() && item.waitsFor() != LedgerItem.WaitsFor.NOBODY,
            office && thing.isMovable(item),
            office && thing.isWaivable(item)));
  }

  private String owner(Campaign campaign, LedgerItem item) {
    if (item.personId() != null) {
      return words.name(campaign, item.personId());
    }
    if (item.unitId() != null) {
      return rosters.unit(campaign.id(), item.unitId()).map(Unit::name).orElse(item.unitId());
    }
    return name(campaign, item.branchId() == null ? Parties.OFFICE : Parties.BRANCHES);
  }

  /** What the office has to do, the most urgent first. */
  List<BoardView.Waiting> waiting(Campaign campaign) {
    var now = clock.instant();
    var open =
        tasks
            .createTaskQuery()
            .taskCandidateGroup(Groups.office(campaign.id()))
            .includeAssignedTasks()
            .orderByDueDate()
            .asc()
            .listPage(0, MOST_WAITING);
    return open.stream().map(task -> waiting(campaign, task, now)).toList();
  }

  private BoardView.Waiting waiting(Campaign campaign, Task task, Instant now) {
    var due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
    return new BoardView.Waiting(
        task.getId(),
        Objects.toString(task.getName(), ""),
        task.getDescription(),
        words.moment(campaign, due),
        due != null && due.isBefore(now));
  }
}
