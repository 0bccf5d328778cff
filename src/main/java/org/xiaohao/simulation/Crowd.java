package org.xiaohao.simulation;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.xiaohao.campaign.PlanDates;
import org.xiaohao.simulation.people.Actor;
import org.xiaohao.simulation.people.Colleagues;
import org.xiaohao.simulation.people.Desk;
import org.xiaohao.simulation.people.Draw;
import org.xiaohao.simulation.people.Simulated;
import org.xiaohao.simulation.people.Todo;

/**
 * Everybody at once: reads all open tasks in one go, and has those done whose time has come, each
 * by somebody who may.
 */
@Simulated
class Crowd {

  private final Map<String, Actor> actors = new HashMap<>();
  private final Colleagues colleagues;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final Clock clock;

  /** How often somebody acted on a task of a row. */
  private final Map<String, Integer> turns = new HashMap<>();

  /** Who completed which task of a row last. */
  private final Map<String, Map<String, String>> before = new HashMap<>();

  /** When somebody gets to a task, asked once per task, due date and turn. */
  private final Map<String, Optional<Instant>> plans = new HashMap<>();

  Crowd(
      List<Actor> actors,
      Colleagues colleagues,
      TaskService tasks,
      RuntimeService runtime,
      RepositoryService repository,
      Clock clock) {
    actors.forEach(actor -> actor.tasks().forEach(task -> this.actors.put(task, actor)));
    this.colleagues = colleagues;
    this.tasks = tasks;
    this.runtime = runtime;
    this.repository = repository;
    this.clock = clock;
  }

  /** Has everything done whose time has come; how much that was. */
  int act(PlanDates dates, long seed) {
    var now = clock.instant();
    var acts = 0;
    for (var todo : open(dates, seed)) {
      var actor = actors.get(todo.kind());
      if (actor == null) {
        throw new IllegalStateException("no actor does " + todo.kind());
      }
      var plan = plans.computeIfAbsent(name(todo), any -> actor.when(todo));
      if (plan.isPresent() && !plan.get().isAfter(now) && isStillOpen(todo)) {
        var desk = new Desk(todo, dates.day(now), colleagues);
        actor.act(todo, desk);
        desk.completedBy().ifPresent(by -> workedOn(todo.key()).put(todo.element(), by));
        turns.merge(place(todo.key(), todo.element()), 1, Integer::sum);
        acts++;
      }
    }
    return acts;
  }

  /** What somebody did a moment ago may have settled it: a slip closes with its last item. */
  private boolean isStillOpen(Todo todo) {
    return tasks
            .createNativeTaskQuery()
            .sql("select count(*) from act_ru_task where id_ = #{task}")
            .parameter("task", todo.taskId())
            .count()
        > 0;
  }

  /** All open tasks, in an order that hangs on their names only. */
  List<Todo> open(PlanDates dates, long seed) {
    var keys =
        runtime.createProcessInstanceQuery().unlimitedList().stream()
            .collect(
                Collectors.toMap(ProcessInstance::getId, instance -> instance.getBusinessKey()));
    var processes =
        repository.createProcessDefinitionQuery().list().stream()
            .collect(Collectors.toMap(ProcessDefinition::getId, ProcessDefinition::getKey));
    var draw = new Draw(String.valueOf(seed));
    return tasks.createTaskQuery().active().unlimitedList().stream()
        // a round of visits has a task per unit, all with one key
        .sorted(Comparator.comparing(Task::getName))
        .map(
            task ->
                todo(
                    task,
                    processes.get(task.getProcessDefinitionId()),
                    keys.get(task.getProcessInstanceId()),
                    dates,
                    draw))
        .sorted(Comparator.comparing(Todo::key).thenComparing(Todo::element))
        .toList();
  }

  private Todo todo(Task task, String process, String key, PlanDates dates, Draw draw) {
    Date due = task.getDueDate();
    if (due == null) {
      throw new IllegalStateException(key + ": " + task.getTaskDefinitionKey() + " has no limit");
    }
    return new Todo(
        task.getId(),
        process,
        task.getTaskDefinitionKey(),
        key,
        task.getAssignee(),
        task.getCreateTime().toInstant(),
        due.toInstant(),
        turns.getOrDefault(place(key, task.getTaskDefinitionKey()), 0),
        Map.copyOf(workedOn(key)),
        dates,
        draw.of(key));
  }

  private Map<String, String> workedOn(String key) {
    return before.computeIfAbsent(key, any -> new HashMap<>());
  }

  private static String place(String key, String element) {
    return key + " " + element;
  }

  private static String name(Todo todo) {
    return todo.taskId() + " " + todo.due() + " " + todo.turn();
  }
}
