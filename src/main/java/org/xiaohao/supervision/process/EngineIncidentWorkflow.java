package org.xiaohao.supervision.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.xiaohao.supervision.IncidentWorkflow;

@Component
class EngineIncidentWorkflow implements IncidentWorkflow {

  /** As Cockpit shows it. */
  static final String TYPE = "overdue";

  /** From here on reading all incidents is cheaper than asking for each. */
  private static final int MANY = 20;

  private final RuntimeService runtime;
  private final TaskService tasks;

  EngineIncidentWorkflow(RuntimeService runtime, TaskService tasks) {
    this.runtime = runtime;
    this.tasks = tasks;
  }

  @Override
  public Map<String, String> raised(Collection<String> keys) {
    var raised = new HashMap<String, String>();
    if (keys.isEmpty()) {
      return raised;
    }
    var open =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKeyIn(keys.toArray(String[]::new))
            .orderByDueDate()
            .asc()
            .list();
    var businessKeys = businessKeys(open);
    for (var task : open) {
      var key = businessKeys.get(task.getProcessInstanceId());
      if (key != null && !raised.containsKey(key)) {
        var incident = runtime.createIncident(TYPE, task.getExecutionId(), key, task.getName());
        raised.put(key, incident.getId());
      }
    }
    return raised;
  }

  private Map<String, String> businessKeys(Collection<Task> open) {
    var instances = open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
    return instances.isEmpty()
        ? Map.of()
        : runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
            .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
  }

  @Override
  public void settled(Collection<String> incidents) {
    standing(incidents).forEach(runtime::resolveIncident);
  }

  @Override
  public Set<String> standing(Collection<String> incidents) {
    var standing = new HashSet<String>();
    if (incidents.size() > MANY) {
      runtime.createIncidentQuery().incidentType(TYPE).unlimitedList().stream()
          .map(Incident::getId)
          .forEach(standing::add);
      standing.retainAll(incidents);
    } else {
      incidents.stream()
          .filter(id -> runtime.createIncidentQuery().incidentId(id).count() > 0)
          .forEach(standing::add);
    }
    return standing;
  }
}
