package org.xiaohao.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.shared.Chunks;

/** What waits for people, found by the natural key of the row that its instance carries. */
@Component
public class OpenTasks {

  /**
   * A task that somebody has to do.
   *
   * @param id of the task
   * @param key business key of its instance
   * @param element id of the user task in its model
   * @param name as lists show it
   * @param dueAt by when; null for a task without a limit
   */
  public record Open(String id, String key, String element, String name, @Nullable Instant dueAt) {}

  private final TaskService tasks;
  private final RuntimeService runtime;

  OpenTasks(TaskService tasks, RuntimeService runtime) {
    this.tasks = tasks;
    this.runtime = runtime;
  }

  /** The task of an instance at that element; of several the most urgent. */
  public Optional<Open> find(String businessKey, String element) {
    return most(businessKey, element).map(task -> open(businessKey, task));
  }

  /** Groups whose members may do it; empty where it is assigned to a person. */
  public Set<String> groups(String businessKey, String element) {
    return most(businessKey, element).stream()
        .flatMap(task -> tasks.getIdentityLinksForTask(task.getId()).stream())
        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** All tasks of those instances, in two queries per 500 keys. */
  public List<Open> of(Collection<String> businessKeys) {
    var open = new ArrayList<Open>();
    for (var chunk : Chunks.of(businessKeys)) {
      var found =
          tasks.createTaskQuery().processInstanceBusinessKeyIn(chunk.toArray(String[]::new)).list();
      var keys = keysOf(found);
      found.forEach(task -> open.add(open(keys.get(task.getProcessInstanceId()), task)));
    }
    return open;
  }

  /** Tasks of those instances that came up at that moment or later. */
  public List<Open> of(Collection<String> businessKeys, Instant moment) {
    var open = new ArrayList<Open>();
    for (var chunk : Chunks.of(businessKeys)) {
      var found =
          tasks
              .createTaskQuery()
              .processInstanceBusinessKeyIn(chunk.toArray(String[]::new))
              .taskCreatedAfter(Date.from(moment.minusMillis(1)))
              .list();
      var keys = keysOf(found);
      found.forEach(task -> open.add(open(keys.get(task.getProcessInstanceId()), task)));
    }
    return open;
  }

  /**
   * Who has taken up, or was assigned, a task.
   *
   * @param key business key of its instance
   */
  public record Assigned(String key, String person) {}

  /** Open tasks that are assigned to one of those people. */
  public List<Assigned> assignedTo(Collection<String> people) {
    var assigned = new ArrayList<Assigned>();
    for (var chunk : Chunks.of(people)) {
      var found = tasks.createTaskQuery().taskAssigneeIn(chunk.toArray(String[]::new)).list();
      var keys = keysOf(found);
      found.forEach(
          task ->
              assigned.add(
                  new Assigned(keys.get(task.getProcessInstanceId()), task.getAssignee())));
    }
    return assigned;
  }

  /**
   * Tasks that came up since that moment.
   *
   * @param prefix what the business keys of their instances begin with
   */
  public List<Open> since(String prefix, Instant moment) {
    var found =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKeyLike(prefix + "%")
            .taskCreatedAfter(Date.from(moment.minusMillis(1)))
            .list();
    var open = new ArrayList<Open>();
    for (var chunk : Chunks.of(found)) {
      var keys = keysOf(chunk);
      chunk.forEach(task -> open.add(open(keys.get(task.getProcessInstanceId()), task)));
    }
    return open;
  }

  /**
   * Business keys by id of instance; instances without one are left out.
   *
   * @param found tasks of those instances, at most as many as every database takes in one list
   */
  public Map<String, String> keysOf(Collection<Task> found) {
    var keys = new HashMap<String, String>();
    var ids = found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
    if (!ids.isEmpty()) {
      runtime.createProcessInstanceQuery().processInstanceIds(ids).list().stream()
          .filter(instance -> instance.getBusinessKey() != null)
          .forEach(instance -> keys.put(instance.getId(), instance.getBusinessKey()));
    }
    return keys;
  }

  private Optional<Task> most(String businessKey, String element) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(businessKey)
        .taskDefinitionKey(element)
        .orderByDueDate()
        .asc()
        .list()
        .stream()
        .findFirst();
  }

  private static Open open(String key, Task task) {
    var due = task.getDueDate();
    return new Open(
        task.getId(),
        key,
        task.getTaskDefinitionKey(),
        task.getName(),
        due == null ? null : due.toInstant());
  }
}
