package org.xiaohao.webapps;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.xiaohao.testing.TestCampaign;

/** Hands that write essays in no time, so that somebody else can review them. */
final class PaperHands {

  private static final String ESSAY = "changzhi-2017/essay/";

  private final TaskService tasks;
  private final IdentityService identity;

  PaperHands(TaskService tasks, IdentityService identity) {
    this.tasks = tasks;
    this.identity = identity;
  }

  /** Hands in the essay of that person; gives the id of the task of its review. */
  String handIn(String person, String text) {
    var task = await().atMost(Duration.ofMinutes(2)).until(() -> task(person), PaperHands::isThere);
    identity.setAuthenticatedUserId(person);
    try {
      tasks.complete(
          task.getId(), Map.of("paper", TestCampaign.json("{\"text\":\"" + text + "\"}")));
    } finally {
      identity.clearAuthentication();
    }
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> task(person),
            next -> isThere(next) && next.getTaskDefinitionKey().equals("userTask_review"))
        .getId();
  }

  /** The open task about the essay of that person; null while there is none. */
  Task task(String person) {
    return tasks.createTaskQuery().processInstanceBusinessKey(ESSAY + person).singleResult();
  }

  private static boolean isThere(Task task) {
    return task != null;
  }
}
