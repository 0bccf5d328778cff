package org.xiaohao.webapps.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.ledger.Board;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.roster.Groups;

/** Puts together the lists behind the matrix, and what waits for the office. */
@Component
class BoardLists {

  private static final int MOST_WAITING = 100;

  private final Board board;
  private final ItemWords words;
  private final TaskService tasks;
  private final Clock clock;

  BoardLists(Board board, ItemWords words, TaskService tasks, Clock clock) {
    this.board = board;
    this.words = words;
    this.tasks = tasks;
    this.clock = clock;
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
            any -> words.owner(campaign, item)),
        item.state(),
        words.state(item),
        lit.light(),
        item.open(),
        words.moment(campaign, item.dueAt()),
        words.moment(campaign, item.doneAt()),
        new BoardView.Can(
            office && item.open() && item.waitsFor() != LedgerItem.WaitsFor.NOBODY,
            office && thing.isMovable(item),
            office && thing.isWaivable(item)));
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
    var tomorrow = dayEnd(campaign, now);
    return open.stream().map(task -> waiting(campaign, task, now, tomorrow)).toList();
  }

  private static Instant dayEnd(Campaign campaign, Instant now) {
    var zone = campaign.plan().zone();
    return LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
  }

  private BoardView.Waiting waiting(Campaign campaign, Task task, Instant now, Instant tomorrow) {
    var due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
    return new BoardView.Waiting(
        task.getId(),
        Objects.toString(task.getName(), ""),
        task.getDescription(),
        words.moment(campaign, due),
        due != null && due.isBefore(now),
        due != null && due.isBefore(tomorrow));
  }
}
