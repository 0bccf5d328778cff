package org.xiaohao.supervision.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.Instances;
import org.xiaohao.supervision.AssignmentWorkflow;

@Component
class EngineAssignmentWorkflow implements AssignmentWorkflow {

  private final Instances instances;

  EngineAssignmentWorkflow(Instances instances) {
    this.instances = instances;
  }

  @Override
  public void settled(String key) {
    instances.tell(AssignmentProcess.Messages.SETTLED, key, Map.of());
  }
}
