package org.xiaohao.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.xiaohao.shared.Markdown;

/**
 * The running instances, found by the natural key of the row that each of them carries. What every
 * {@code Engine*Workflow} needs, said once; all of it joins the transaction of the caller.
 */
@Component
public class Instances {

  /** What a form shows on its top; task-local, made anew where a date moves. */
  public static final String BRIEF = "brief";

  /** What an instance is about; its tasks are named after it. Written once, never read by code. */
  public static final String TITLE = "title";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;

  Instances(RuntimeService runtime, TaskService tasks, ManagementService management) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
  }

  /**
   * Starts an instance of the newest version.
   *
   * @param title what it is about, in words; its tasks are named after it
   */
  public void start(String processKey, String businessKey, String title) {
    runtime.startProcessInstanceByKey(processKey, businessKey, Map.of(TITLE, title));
  }

  /** Starts an instance of the newest version. */
  public void start(String processKey, String businessKey, Map<String, Object> variables) {
    runtime.startProcessInstanceByKey(processKey, businessKey, variables);
  }

  /**
   * Tells a fact to exactly one instance.
   *
   * @throws org.camunda.bpm.engine.MismatchingMessageCorrelationException if none waits for it
   */
  public void tell(String message, String businessKey, Map<String, Object> variables) {
    runtime
        .createMessageCorrelation(message)
        .processInstanceBusinessKey(businessKey)
        .setVariables(variables)
        .correlate();
  }

  /** Whether an instance with that key is running. */
  public boolean isRunning(String businessKey) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).count() > 0;
  }

  /**
   * Moves the limit of a task that is open: its due date, its timer, and what its form says. Does
   * nothing where the instance is at another step. A limit that has passed already is set anew by
   * starting the task again, so that the new limit can pass once more.
   *
   * @param userTask id of the user task
   * @param timer id of its boundary timer
   * @param brief what the form shows from now on
   */
  public void moveLimit(
      String businessKey, String userTask, String timer, Instant limit, String brief) {
    for (var task : openTasks(businessKey, userTask)) {
      var jobs = timersOf(task.getProcessInstanceId(), timer).toList();
      if (jobs.isEmpty()) {
        restart(task);
      } else {
        jobs.forEach(job -> move(job, limit));
        task.setDueDate(Date.from(limit));
        tasks.saveTask(task);
        tasks.setVariable(task.getId(), BRIEF, brief);
      }
    }
  }

  /**
   * Moves the limit of several tasks that are open at one element, to a moment to come, before
   * their timers have fired.
   *
   * @param variable name of the variable that tells them apart
   * @param brief what the form of each shows from now on, by the value of that variable
   */
  public void moveLimits(
      String businessKey,
      String userTask,
      String timer,
      Instant limit,
      String variable,
      Function<String, String> brief) {
    moveTimer(businessKey, timer, limit);
    for (var task : openTasks(businessKey, userTask)) {
      task.setDueDate(Date.from(limit));
      tasks.saveTask(task);
      var value = (String) tasks.getVariable(task.getId(), variable);
      tasks.setVariable(task.getId(), BRIEF, brief.apply(value));
    }
  }

  /**
   * Moves a timer of the main flow, such as the start of a session. Does nothing where no token
   * waits there.
   *
   * @param timer id of the catch event
   */
  public void moveTimer(String businessKey, String timer, Instant due) {
    timers(businessKey, timer).forEach(job -> move(job, due));
  }

  /**
   * Moves the timer of one of several tokens that wait at the same element.
   *
   * @param variable name of the variable that tells the tokens apart
   * @param value what it holds for the token that is meant
   */
  public void moveTimer(
      String businessKey, String timer, Instant due, String variable, String value) {
    timers(businessKey, timer)
        .filter(job -> value.equals(runtime.getVariable(job.getExecutionId(), variable)))
        .forEach(job -> move(job, due));
  }

  private Stream<Job> timers(String businessKey, String timer) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(businessKey)
        .list()
        .stream()
        .flatMap(instance -> timersOf(instance.getId(), timer));
  }

  private Stream<Job> timersOf(String instanceId, String timer) {
    return management
        .createJobQuery()
        .processInstanceId(instanceId)
        .activityId(timer)
        .list()
        .stream();
  }

  private void move(Job job, Instant due) {
    management.setJobDuedate(job.getId(), Date.from(due), false);
  }

  /** Starts an open task anew, so that it asks the tables again who is to do it, and until when. */
  public void restart(String businessKey, String userTask) {
    openTasks(businessKey, userTask).forEach(this::restart);
  }

  /** Whether each open task at that element is offered to a group; true where there is none. */
  public boolean isOffered(String businessKey, String userTask, String group) {
    return openTasks(businessKey, userTask).stream()
        .allMatch(
            task ->
                tasks.getIdentityLinksForTask(task.getId()).stream()
                    .anyMatch(link -> group.equals(link.getGroupId())));
  }

  /** Whether one of these people has claimed an open task at that element. */
  public boolean isClaimedBy(String businessKey, String userTask, Set<String> people) {
    return openTasks(businessKey, userTask).stream()
        .anyMatch(task -> task.getAssignee() != null && people.contains(task.getAssignee()));
  }

  /**
   * Shows something new on a form that is open already, from its next loading on; whoever claimed
   * the task keeps it. Does nothing where the instance is at another step.
   *
   * @param fields fields that the task declares, by name
   */
  public void show(String businessKey, String userTask, Map<String, Object> fields) {
    openTasks(businessKey, userTask).forEach(task -> tasks.setVariables(task.getId(), fields));
  }

  /**
   * What the instance is about has another name now: so have its open tasks, on top of their forms
   * too, and those to come. Whoever claimed a task keeps it.
   */
  public void rename(String businessKey, String title) {
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(businessKey)
        .list()
        .forEach(instance -> rename(instance.getId(), businessKey, title));
  }

  private void rename(String instanceId, String businessKey, String title) {
    var before = runtime.getVariable(instanceId, TITLE) instanceof String old ? old : "";
    runtime.setVariable(instanceId, TITLE, title);
    for (var task : tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list()) {
      var name = TaskTitles.renamed(task.getName(), before, title);
      if (!name.equals(task.getName())) {
        task.setName(name);
        tasks.saveTask(task);
      }
      if (tasks.getVariable(task.getId(), BRIEF) instanceof String brief) {
        var shown = brief.replace(shown(before), shown(title));
        tasks.setVariable(task.getId(), BRIEF, shown);
      }
    }
  }

  private static String shown(String title) {
    return Markdown.plain(title).source();
  }

  /** Business keys of everything that runs under the given processes; for consistency checks. */
  public List<String> runningKeys(Collection<String> processKeys) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKeyIn(processKeys.toArray(String[]::new))
        .unlimitedList()
        .stream()
        .map(ProcessInstance::getBusinessKey)
        .toList();
  }

  /**
   * Goes back to an earlier step.
   *
   * @param from element at which the instance waits
   * @param to element that is started anew
   */
  public void goBack(String businessKey, String from, String to) {
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(businessKey)
        .list()
        .forEach(instance -> startAnew(instance.getId(), from, to));
  }

  private void startAnew(String instanceId, String from, String to) {
    runtime
        .createProcessInstanceModification(instanceId)
        .cancelAllForActivity(from)
        .startBeforeActivity(to)
        .execute();
  }

  /** Cancels first: the other way round the new task would be among those that are cancelled. */
  private void restart(Task task) {
    startAnew(
        task.getProcessInstanceId(), task.getTaskDefinitionKey(), task.getTaskDefinitionKey());
  }

  private List<Task> openTasks(String businessKey, String userTask) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(businessKey)
        .taskDefinitionKey(userTask)
        .list();
  }
}
