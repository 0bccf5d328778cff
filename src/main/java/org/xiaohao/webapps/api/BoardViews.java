package org.xiaohao.webapps.api;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PhaseLedger.UnitCount;
import org.xiaohao.campaign.PhaseStatus;
import org.xiaohao.ledger.Board;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.ledger.Parties;
import org.xiaohao.ledger.Standings;
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
  private final Standings standings;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Parties parties;
  private final ItemWords words;
  private final TaskService tasks;
  private final Clock clock;

  BoardViews(
      Board board,
      BoardColumns columns,
      Standings standings,
      Campaigns campaigns,
      Rosters rosters,
      Parties parties,
      ItemWords words,
      TaskService tasks,
      Clock clock) {
    this.board = board;
    this.columns = columns;
    this.standings = standings;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.parties = parties;
    this.words = words;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** The matrix and its head. */
  BoardView board(Campaign campaign) {
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
        phases.stream().map(phase -> phase(campaign, phase)).toList(),
        shown,
        rows(campaign, shown, cells));
  }

  private BoardView.Phase phase(Campaign campaign, PhaseStatus phase) {
    var counts = standings.counts(campaign.id(), phase.phaseId());
    return new BoardView.Phase(
        phase.phaseId(),
        phase.title(),
        phase.state().name(),
        phase.startsPlan(),
        phase.endsPlan(),
        counts.stream().mapToInt(UnitCount::owed).sum(),
        counts.stream().mapToInt(UnitCount::missing).sum(),
        phase.state() == PhaseStatus.State.RUNNING ? openTask(phase.key()) : null);
  }

  private @Nullable String openTask(String key) {
    return tasks.createTaskQuery().processInstanceBusinessKey(key).active().list().stream()
        .findFirst()
        .map(Task::getId)
        .orElse(null);
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
                            cell.owed(), cell.done(), cell.blue(), cell.yellow(), cell.red())));
    return shown.stream()
        .map(column -> byKind.getOrDefault(column.kind(), BoardView.Cell.NONE))
        .toList();
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
        consultations(campaign, units));
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

  /** The list behind a cell. */
  BoardView.Page page(Campaign campaign, Board.Selection wanted, int offset, int size) {
    return new BoardView.Page(
        board.count(wanted),
        offset,
        board.items(wanted, offset, size).stream().map(lit -> line(campaign, lit)).toList());
  }

  private BoardView.Line line(Campaign campaign, Board.Lit lit) {
    var item = lit.item();
    return new BoardView.Line(
        item.key(),
        item.title(),
        owner(campaign, item),
        item.state(),
        words.state(campaign, item),
        lit.light(),
        item.open(),
        words.moment(campaign, item.dueAt()),
        words.moment(campaign, item.doneAt()));
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
