package org.xiaohao.webapps;

import java.util.Map;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** Forms that people hand in: with the fields that they have, and nothing else. */
final class GuardedFormService extends FormServiceImpl {

  @Override
  public void submitTaskForm(String taskId, @Nullable Map<String, Object> properties) {
    GuardedTaskService.guarded(
        commandExecutor,
        taskId,
        properties,
        fields -> {
          super.submitTaskForm(taskId, fields);
          return Boolean.TRUE;
        });
  }

  @Override
  public VariableMap submitTaskFormWithVariablesInReturn(
      String taskId, @Nullable Map<String, Object> properties, boolean deserialize) {
    return GuardedTaskService.guarded(
        commandExecutor,
        taskId,
        properties,
        fields -> super.submitTaskFormWithVariablesInReturn(taskId, fields, deserialize));
  }

  @Override
  public ProcessInstance submitStartForm(
      String processDefinitionId, @Nullable Map<String, Object> properties) {
    return commandExecutor.execute(
        context ->
            super.submitStartForm(processDefinitionId, fields(processDefinitionId, properties)));
  }

  @Override
  public ProcessInstance submitStartForm(
      String processDefinitionId,
      @Nullable String businessKey,
      @Nullable Map<String, Object> properties) {
    return commandExecutor.execute(
        context ->
            super.submitStartForm(
                processDefinitionId, businessKey, fields(processDefinitionId, properties)));
  }

  /** A process without a form takes nothing from people. */
  private @Nullable Map<String, Object> fields(
      String processDefinitionId, @Nullable Map<String, Object> sent) {
    if (!FieldsOfForm.isOfPerson()) {
      return sent;
    }
    try {
      return FieldsOfForm.of(getDeployedStartForm(processDefinitionId), sent);
    } catch (NotFoundException none) {
      return Map.of();
    }
  }
}
