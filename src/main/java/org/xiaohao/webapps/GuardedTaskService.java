package org.xiaohao.webapps;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** Tasks that people complete and take up: once, and with the fields of their form. */
final class GuardedTaskService extends TaskServiceImpl {

  @Override
  public void complete(String taskId) {
    complete(taskId, Map.of());
  }

  @Override
  public void complete(String taskId, @Nullable Map<String, Object> variables) {
    guarded(
        commandExecutor,
        taskId,
        variables,
        fields -> {
          super.complete(taskId, fields);
          return Boolean.TRUE;
        });
  }

  @Override
  public VariableMap completeWithVariablesInReturn(
      String taskId, @Nullable Map<String, Object> variables, boolean deserialize) {
    return guarded(
        commandExecutor,
        taskId,
        variables,
        fields -> super.completeWithVariablesInReturn(taskId, fields, deserialize));
  }

  @Override
  public void claim(String taskId, String userId) {
    try {
      once(
          () -> {
            super.claim(taskId, userId);
            return Boolean.TRUE;
          });
    } catch (TaskAlreadyClaimedException claimed) {
      throw new TaskConflict("webapps.task-claimed", claimed);
    }
  }

  /**
   * Completes a task as one command; where a person does so, with the declared fields only.
   *
   * @throws TaskConflict if a person completes what is done already, or is being done
   */
  static <T> T guarded(
      CommandExecutor commands,
      String taskId,
      @Nullable Map<String, Object> sent,
      Function<@Nullable Map<String, Object>, T> act) {
    return once(
        () ->
            commands.execute(
                context -> {
                  if (!FieldsOfForm.isOfPerson()) {
                    return act.apply(sent);
                  }
                  TaskEntity task = context.getTaskManager().findTaskById(taskId);
                  if (task == null) {
                    throw new TaskConflict("webapps.task-done-meanwhile");
                  }
                  return act.apply(
                      task.getExecution() == null ? sent : FieldsOfForm.of(task, sent));
                }));
  }

  private static <T> T once(Supplier<T> act) {
    try {
      return act.get();
    } catch (OptimisticLockingException meanwhile) {
      throw new TaskConflict("webapps.task-done-meanwhile", meanwhile);
    }
  }
}
