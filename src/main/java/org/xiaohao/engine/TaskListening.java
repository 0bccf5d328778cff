package org.xiaohao.engine;

import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hangs each {@link EveryTask} on the user tasks of all models. */
@Component
class TaskListening extends AbstractProcessEnginePlugin {

  private final ObjectProvider<EveryTask> listeners;

  TaskListening(ObjectProvider<EveryTask> listeners) {
    this.listeners = listeners;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine
        .getCustomPostBPMNParseListeners()
        .add(
            new AbstractBpmnParseListener() {
              @Override
              public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl task) {
                var definition =
                    ((UserTaskActivityBehavior) task.getActivityBehavior()).getTaskDefinition();
                listeners
                    .orderedStream()
                    .forEach(
                        listener ->
                            listener
                                .events()
                                .forEach(
                                    event ->
                                        definition.addTaskListener(event, listener::happened)));
              }
            });
  }
}
