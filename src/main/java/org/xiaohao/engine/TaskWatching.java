package org.xiaohao.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Shows every task of every model to who watches them, behind the listeners that the models name.
 */
@Component
class TaskWatching extends AbstractProcessEnginePlugin {

  private final ObjectProvider<TaskWatch> watches;
  private final ObjectProvider<TaskForms> forms;

  /** Asked for late: who watches may need the engine, which is not there yet. */
  TaskWatching(ObjectProvider<TaskWatch> watches, ObjectProvider<TaskForms> forms) {
    this.watches = watches;
    this.forms = forms;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    TaskListener created = task -> watches.forEach(watch -> watch.created(task));
    TaskListener completed =
        task -> {
          var by = forms.getObject().of(task).actor();
          watches.forEach(watch -> watch.completed(task, by));
        };
    engine
        .getCustomPostBPMNParseListeners()
        .addAll(
            List.of(
                new AbstractBpmnParseListener() {
                  @Override
                  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl task) {
                    var definition =
                        ((UserTaskActivityBehavior) task.getActivityBehavior()).getTaskDefinition();
                    definition.addTaskListener(TaskListener.EVENTNAME_CREATE, created);
                    definition.addTaskListener(TaskListener.EVENTNAME_COMPLETE, completed);
                  }
                }));
  }
}
