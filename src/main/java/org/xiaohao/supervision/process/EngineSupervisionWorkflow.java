package org.xiaohao.supervision.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.Instances;
import org.xiaohao.engine.OpenTasks;
import org.xiaohao.supervision.OpenTask;
import org.xiaohao.supervision.SupervisionWorkflow;
import org.xiaohao.supervision.process.SupervisionProcess.Messages;

@Component
class EngineSupervisionWorkflow implements SupervisionWorkflow {

  private final Instances instances;
  private final OpenTasks tasks;

  EngineSupervisionWorkflow(Instances instances, OpenTasks tasks) {
    this.instances = instances;
    this.tasks = tasks;
  }

  @Override
  public void launched(String campaignId) {
    instances.start(SupervisionProcess.KEY, SupervisionProcess.businessKey(campaignId), Map.of());
  }

  @Override
  public void closed(String campaignId) {
    instances.tell(Messages.CAMPAIGN_CLOSED, SupervisionProcess.businessKey(campaignId), Map.of());
  }

  @Override
  public boolean isRunning(String campaignId) {
    return instances.isRunning(SupervisionProcess.businessKey(campaignId));
  }

  @Override
  public Optional<OpenTask> openTask(String key, String task) {
    return tasks
        .find(key, task)
        .filter(open -> open.dueAt() != null)
        .map(open -> openTask(open, tasks.groups(key, task)));
  }

  @Override
  public List<OpenTask> openTasks(Collection<String> keys) {
    return tasks.of(keys).stream()
        .filter(open -> open.dueAt() != null)
        .map(open -> openTask(open, Set.of()))
        .toList();
  }

  private static OpenTask openTask(OpenTasks.Open open, Set<String> groups) {
    return new OpenTask(open.key(), open.element(), open.name(), open.dueAt(), groups);
  }
}
