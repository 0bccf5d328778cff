package org.xiaohao.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.stereotype.Component;
import org.xiaohao.shared.Refusal;

/**
 * Reads the form with which somebody starts an instance in Tasklist: one group, which is taken out
 * of the instance once it has been read.
 */
@Component
public class StartForms {

  private final IdentityService identity;
  private final ObjectMapper json;

  StartForms(IdentityService identity, ObjectMapper json) {
    this.identity = identity;
    this.json = json;
  }

  /** Who starts it; {@link TaskForms#SYSTEM} where nobody is logged in. */
  public String actor() {
    var login = identity.getCurrentAuthentication();
    return login == null || login.getUserId() == null ? TaskForms.SYSTEM : login.getUserId();
  }

  /** What was filled in; {@link MissingNode} where nothing was. */
  public JsonNode take(DelegateExecution execution, String group) {
    var sent = execution.getVariableTyped(group, false);
    execution.removeVariable(group);
    if (!(sent instanceof JsonValue value)) {
      return MissingNode.getInstance();
    }
    try {
      return json.readTree(value.getValueSerialized());
    } catch (JsonProcessingException broken) {
      throw new Refusal("engine.form-unreadable");
    }
  }
}
