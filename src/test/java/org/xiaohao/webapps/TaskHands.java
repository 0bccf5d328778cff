package org.xiaohao.webapps;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;

/** Hands that do a task in no time, so that somebody else can do the one that comes behind it. */
final class TaskHands {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final TaskService tasks;
  private final ManagementService management;
  private final IdentityService identity;

  TaskHands(TaskService tasks, ManagementService management, IdentityService identity) {
    this.tasks = tasks;
    this.management = management;
    this.identity = identity;
  }

  /**
   * Waits for the task, and completes it with the rights of that person.
   *
   * @param key business key of what it is about
   * @param fields fields of the form; groups wrapped by {@code TestCampaign.json}
   */
  void complete(String person, String key, String element, Map<String, Object> fields) {
    var task = waitFor(key, element);
    var groups =
        identity.createGroupQuery().groupMember(person).list().stream().map(Group::getId).toList();
    identity.setAuthentication(person, groups);
    try {
      if (task.getAssignee() == null) {
        tasks.claim(task.getId(), person);
      }
      tasks.complete(task.getId(), fields);
    } finally {
      identity.clearAuthentication();
    }
  }

  /** The task, as soon as it is there. */
  Task waitFor(String key, String element) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                tasks
                    .createTaskQuery()
                    .processInstanceBusinessKey(key)
                    .taskDefinitionKey(element)
                    .singleResult(),
            Objects::nonNull);
  }

  /** Lets the day come for which an instance waits, without moving the time of all. */
  void letCome(String instance, String timer) {
    var job =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .activityId(timer)
                        .singleResult(),
                Objects::nonNull);
    management.executeJob(job.getId());
  }
}
