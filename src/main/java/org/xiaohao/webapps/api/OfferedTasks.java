package org.xiaohao.webapps.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What waits for the person who is logged in: tasks that are theirs, or offered to them or a group
 * of theirs, and that no colleague has taken up.
 */
@Component
public class OfferedTasks {

  private final TaskService tasks;
  private final TaskKeys keys;
  private final Login login;

  OfferedTasks(TaskService tasks, TaskKeys keys, Login login) {
    this.tasks = tasks;
    this.keys = keys;
    this.login = login;
  }

  /**
   * A task.
   *
   * @param task id of it
   * @param key business key of what it is about; empty where its instance has none
   * @param element id of the user task in its model
   * @param name as lists show it
   * @param due by when; null for a task without a limit
   */
  public record Offered(
      String task, String key, String element, String name, @Nullable Instant due) {}

  /** The most urgent ones, at most so many. */
  public List<Offered> all(int most) {
    return offered(mine(), most);
  }

  /** The most urgent ones at that step of that process, at most so many. */
  List<Offered> at(String process, String element, int most) {
    return offered(mine().processDefinitionKey(process).taskDefinitionKey(element), most);
  }

  /** How many there are at that step of that process. */
  long count(String process, String element) {
    return mine().processDefinitionKey(process).taskDefinitionKey(element).count();
  }

  /** The task with that id; empty where there is none (any more), or it is none of theirs. */
  public Optional<Offered> find(String taskId) {
    return offered(mine().taskId(taskId), 1).stream().findFirst();
  }

  /** The most urgent one about an item. */
  public Optional<Offered> ofItem(String key) {
    return offered(mine().processInstanceBusinessKey(key), 1).stream().findFirst();
  }

  private TaskQuery mine() {
    return tasks
        .createTaskQuery()
        .or()
        .taskAssignee(login.id())
        .taskCandidateUser(login.id())
        .endOr();
  }

  private List<Offered> offered(TaskQuery query, int most) {
    var found = query.orderByDueDate().asc().orderByTaskId().asc().listPage(0, most);
    var keyOf = keys.of(found);
    return found.stream()
        .map(
            task ->
                new Offered(
                    task.getId(),
                    keyOf.getOrDefault(task.getProcessInstanceId(), ""),
                    task.getTaskDefinitionKey(),
                    task.getName(),
                    task.getDueDate() == null ? null : task.getDueDate().toInstant()))
        .toList();
  }
}
