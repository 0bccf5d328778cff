package org.xiaohao.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.xiaohao.shared.Ellipsis;

/**
 * Names each task after its item: a list of forty tasks that are all called 提交材料 helps nobody. The
 * model keeps the short name; an instance that carries a title gives it to its tasks. First of all,
 * because others speak of the task by its name.
 */
@Component
@Order(0)
class TaskTitles implements EveryTask {

  /** Longest name that the engine stores. */
  private static final int LONGEST = 255;

  private static final String BEHIND = "：";

  @Override
  public List<String> events() {
    return List.of(TaskListener.EVENTNAME_CREATE);
  }

  @Override
  public void happened(DelegateTask task) {
    if (task.getVariable(Instances.TITLE) instanceof String title && !title.isEmpty()) {
      task.setName(named(task.getName(), title));
    }
  }

  private static String named(String name, String title) {
    return Ellipsis.cut(name + BEHIND + title, LONGEST);
  }

  /** The name of a task whose item has another title now; one that does not name it stays. */
  static String renamed(String name, String before, String after) {
    for (var end = name.indexOf(BEHIND); end > 0; end = name.indexOf(BEHIND, end + 1)) {
      var itself = name.substring(0, end);
      if (!before.isEmpty() && name.equals(named(itself, before))) {
        return named(itself, after);
      }
    }
    return name;
  }
}
