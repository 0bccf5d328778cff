package org.xiaohao.webapps.api;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.xiaohao.shared.Refusal;
import org.xiaohao.webapps.TaskConflict;

/**
 * Completes tasks as Tasklist does: with the rights of the person who is logged in, with the fields
 * of the task's form, checked by the same receivers.
 */
@Component
public class TaskActs {

  /** The task is done, or what it is about went another way. */
  public static final String GONE = "webapps.paper-gone";

  /** A colleague has taken it up. */
  public static final String TAKEN = "webapps.paper-taken";

  private final TaskService tasks;
  private final FormService forms;
  private final TransactionOperations transactions;
  private final Login login;

  TaskActs(TaskService tasks, FormService forms, TransactionOperations transactions, Login login) {
    this.tasks = tasks;
    this.forms = forms;
    this.transactions = transactions;
    this.login = login;
  }

  /**
   * Takes the task up where nobody has, and completes it: both or nothing.
   *
   * @param fields of its form; lists and groups as JSON values
   * @throws Refusal if a rule says no; {@link #GONE} and {@link #TAKEN} where somebody else was
   *     first
   */
  public void complete(String taskId, Map<String, Object> fields) {
    try {
      transactions.executeWithoutResult(status -> act(taskId, fields));
    } catch (OptimisticLockingException | TaskConflict meanwhile) {
      throw new Refusal(GONE);
    } catch (AuthorizationException foreign) {
      throw new Refusal("webapps.task-unknown");
    } catch (ProcessEngineException failed) {
      throw refusal(failed);
    }
  }

  private void act(String taskId, Map<String, Object> fields) {
    var task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null) {
      throw new Refusal(GONE);
    }
    if (task.getAssignee() == null) {
      tasks.claim(taskId, login.id());
    } else if (!task.getAssignee().equals(login.id())) {
      throw new Refusal(TAKEN);
    }
    forms.submitTaskForm(taskId, fields);
  }

  /** Around what a rule says, the engine wraps sentences of its own. */
  private static RuntimeException refusal(ProcessEngineException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
    }
    return failed;
  }
}
