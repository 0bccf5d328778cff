package org.xiaohao.supervision.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.Instances;
import org.xiaohao.supervision.OpenTask;
import org.xiaohao.supervision.SupervisionWorkflow;
import org.xiaohao.supervision.process.SupervisionProcess.Messages;

@Component
class EngineSupervisionWorkflow implements SupervisionWorkflow {

  /** Values that every database takes in one list. */
  private static final int CHUNK = 500;

  private final Instances instances;
  private final TaskService tasks;
  private final RuntimeService runtime;

  EngineSupervisionWorkflow(Instances instances, TaskService tasks, RuntimeService runtime) {
    this.instances = instances;
    this.tasks = tasks;
    this.runtime = runtime;
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
  public Optional<OpenTask> openTask(String key, String task) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(key)
        .taskDefinitionKey(task)
        .orderByDueDate()
        .asc()
        .list()
        .stream()
        .findFirst()
        .map(open -> openTask(key, open, groups(open)));
  }

  private Set<String> groups(Task task) {
    return tasks.getIdentityLinksForTask(task.getId()).stream()
        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  @Override
  public List<OpenTask> openTasks(Collection<String> keys) {
    var all = List.copyOf(keys);
    var open = new ArrayList<OpenTask>();
    for (var from = 0; from < all.size(); from += CHUNK) {
      var chunk = all.subList(from, Math.min(from + CHUNK, all.size())).toArray(String[]::new);
      var found = tasks.createTaskQuery().processInstanceBusinessKeyIn(chunk).list();
      var keysOf = keysOf(found);
      found.forEach(
          task -> open.add(openTask(keysOf.get(task.getProcessInstanceId()), task, Set.of())));
    }
    return open;
  }

  private Map<String, String> keysOf(List<Task> found) {
    var keys = new HashMap<String, String>();
    var ids = found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
    if (!ids.isEmpty()) {
      for (ProcessInstance instance :
          runtime.createProcessInstanceQuery().processInstanceIds(ids).list()) {
        keys.put(instance.getId(), instance.getBusinessKey());
      }
    }
    return keys;
  }

  private static OpenTask openTask(String key, Task task, Set<String> groups) {
    return new OpenTask(
        key, task.getTaskDefinitionKey(), task.getName(), task.getDueDate().toInstant(), groups);
  }
}
