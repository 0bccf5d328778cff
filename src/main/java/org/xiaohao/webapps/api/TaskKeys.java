package org.xiaohao.webapps.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.OpenTasks;

/**
 * What tasks are about. Whoever sees a task may know that, though not look into its instance: the
 * engine is asked as the house.
 */
@Component
class TaskKeys {

  private final OpenTasks open;
  private final Login login;

  TaskKeys(OpenTasks open, Login login) {
    this.open = open;
    this.login = login;
  }

  /** Business keys by id of the instance; an instance without one is left out. */
  Map<String, String> of(Collection<Task> tasks) {
    return login.asHouse(() -> open.keysOf(tasks));
  }

  /** Business key of its instance; empty where that has none. */
  Optional<String> of(Task task) {
    return Optional.ofNullable(of(List.of(task)).get(task.getProcessInstanceId()));
  }
}
