package org.xiaohao.supervision.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.Instances;
import org.xiaohao.supervision.InspectionWorkflow;

@Component
class EngineInspectionWorkflow implements InspectionWorkflow {

  private final Instances instances;

  EngineInspectionWorkflow(Instances instances) {
    this.instances = instances;
  }

  @Override
  public void settled(String key) {
    instances.tell(InspectionProcess.Messages.SETTLED, key, Map.of());
  }
}
