package org.xiaohao.simulation.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The people of a replay at their lists of tasks: logged in, with their groups and their rights,
 * seeing and doing what Tasklist lets them see and do.
 */
@Simulated
public class Colleagues {

  private final IdentityService identity;
  private final TaskService tasks;
  private final FormService forms;
  private final TransactionTemplate transaction;
  private final RuntimeService runtime;

  /** Nobody changes groups during a replay. */
  private final Map<String, List<String>> members = new HashMap<>();

  private final Map<String, List<String>> groups = new HashMap<>();

  Colleagues(
      IdentityService identity,
      TaskService tasks,
      FormService forms,
      RuntimeService runtime,
      TransactionTemplate transaction) {
    this.identity = identity;
    this.tasks = tasks;
    this.forms = forms;
    this.runtime = runtime;
    this.transaction = transaction;
  }

  /** Everybody who may do it, in the order of their logins. */
  public List<String> candidates(Todo todo) {
    if (todo.assignee() != null) {
      return List.of(todo.assignee());
    }
    var candidates = new TreeSet<String>();
    for (IdentityLink link : tasks.getIdentityLinksForTask(todo.taskId())) {
      if (link.getUserId() != null) {
        candidates.add(link.getUserId());
      }
      if (link.getGroupId() != null) {
        candidates.addAll(members(link.getGroupId()));
      }
    }
    return new ArrayList<>(candidates);
  }

  /** Members of a group. */
  List<String> members(String group) {
    return members.computeIfAbsent(
        group,
        id ->
            identity.createUserQuery().memberOfGroup(id).list().stream()
                .map(User::getId)
                .sorted()
                .toList());
  }

  /**
   * What the form of a task shows to that person. Reading it asks for the right that puts a task on
   * somebody's list.
   */
  Map<String, Object> open(Todo todo, String person) {
    var shown = new HashMap<String, Object>();
    as(
        person,
        () -> {
          var variables = forms.getTaskFormVariables(todo.taskId(), null, false);
          variables.keySet().forEach(name -> shown.put(name, variables.getValueTyped(name)));
        });
    return shown;
  }

  /** Starts something by hand, as Tasklist does. */
  void start(String person, String process, Map<String, Object> fields) {
    as(person, () -> runtime.startProcessInstanceByKey(process, fields));
  }

  /** Takes the task, unless it is theirs already, and completes it; both need the right to it. */
  void complete(Todo todo, String person, Map<String, Object> fields) {
    as(
        person,
        () ->
            transaction.executeWithoutResult(
                status -> {
                  if (todo.assignee() == null) {
                    tasks.claim(todo.taskId(), person);
                  }
                  tasks.complete(todo.taskId(), fields);
                }));
  }

  /** Does something as that person, who is logged in meanwhile. */
  public void as(String person, Runnable act) {
    identity.setAuthentication(person, groupsOf(person));
    try {
      act.run();
    } finally {
      identity.clearAuthentication();
    }
  }

  private List<String> groupsOf(String person) {
    return groups.computeIfAbsent(
        person,
        id ->
            identity.createGroupQuery().groupMember(id).list().stream().map(Group::getId).toList());
  }
}
