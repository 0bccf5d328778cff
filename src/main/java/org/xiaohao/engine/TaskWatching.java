package org.xiaohao.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows every task of every model to who watches them. */
@Component
@Order(1)
class TaskWatching implements EveryTask {

  private final ObjectProvider<TaskWatch> watches;
  private final ObjectProvider<TaskForms> forms;

  /** Asked for late: who watches may need the engine, which is not there yet. */
  TaskWatching(ObjectProvider<TaskWatch> watches, ObjectProvider<TaskForms> forms) {
    this.watches = watches;
    this.forms = forms;
  }

  @Override
  public List<String> events() {
    return List.of(TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_COMPLETE);
  }

  @Override
  public void happened(DelegateTask task) {
    if (task.getEventName().equals(TaskListener.EVENTNAME_CREATE)) {
      watches.forEach(watch -> watch.created(task));
    } else {
      var by = forms.getObject().of(task).actor();
      watches.forEach(watch -> watch.completed(task, by));
    }
  }
}
