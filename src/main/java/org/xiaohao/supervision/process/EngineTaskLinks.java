package org.xiaohao.supervision.process;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.OpenTasks;
import org.xiaohao.supervision.TaskLinks;

@Component
class EngineTaskLinks implements TaskLinks {

  private final OpenTasks tasks;

  EngineTaskLinks(OpenTasks tasks) {
    this.tasks = tasks;
  }

  @Override
  public List<TaskLink> of(Collection<String> keys) {
    return tasks.of(keys).stream().map(EngineTaskLinks::link).toList();
  }

  @Override
  public List<TaskLink> of(Collection<String> keys, Instant moment) {
    return tasks.of(keys, moment).stream().map(EngineTaskLinks::link).toList();
  }

  @Override
  public List<TaskLink> since(String campaignId, Instant moment) {
    return tasks.since(campaignId + "/", moment).stream().map(EngineTaskLinks::link).toList();
  }

  private static TaskLink link(OpenTasks.Open open) {
    return new TaskLink(open.id(), open.key(), open.name(), open.dueAt());
  }
}
