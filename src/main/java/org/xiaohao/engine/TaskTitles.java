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
import org.springframework.stereotype.Component;

/**
 * Names each task after its item: a list of forty tasks that are all called 提交材料 helps nobody. The
 * model keeps the short name; an instance that carries a title gives it to its tasks.
 */
@Component
class TaskTitles extends AbstractProcessEnginePlugin {

  /** Longest name that the engine stores. */
  private static final int LONGEST = 255;

  private static final TaskListener NAME_AFTER_ITEM =
      task -> {
        if (task.getVariable(Instances.TITLE) instanceof String title && !title.isEmpty()) {
          var name = task.getName() + "：" + title;
          task.setName(name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…");
        }
      };

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine
        .getCustomPostBPMNParseListeners()
        .addAll(
            List.of(
                new AbstractBpmnParseListener() {
                  @Override
                  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl task) {
                    ((UserTaskActivityBehavior) task.getActivityBehavior())
                        .getTaskDefinition()
                        .addTaskListener(TaskListener.EVENTNAME_CREATE, NAME_AFTER_ITEM);
                  }
                }));
  }
}
