package org.xiaohao.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import org.xiaohao.shared.Refusal;

/** Reads the forms of tasks that are being completed, and of instances that are being started. */
@Component
public class TaskForms {

  /** Who acts where nobody is logged in: a timer, a message, the replay's clock. */
  public static final String SYSTEM = "system";

  private final IdentityService identity;
  private final ObjectMapper json;

  TaskForms(IdentityService identity, ObjectMapper json) {
    this.identity = identity;
    this.json = json;
  }

  /** The form of a task whose completion is under way. */
  public TaskForm of(DelegateTask task) {
    return new TaskForm(task, actor(), this::read);
  }

  /** The form with which an instance is being started. */
  public StartForm of(DelegateExecution execution) {
    return new StartForm(execution, actor(), this::read);
  }

  private String actor() {
    var login = identity.getCurrentAuthentication();
    return login == null || login.getUserId() == null ? SYSTEM : login.getUserId();
  }

  private JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new Refusal("engine.form-unreadable");
    }
  }
}
