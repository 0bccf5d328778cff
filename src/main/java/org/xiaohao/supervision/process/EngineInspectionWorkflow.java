package org.xiaohao.supervision.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.Instances;
import org.xiaohao.supervision.Inspection;
import org.xiaohao.supervision.InspectionWorkflow;
import org.xiaohao.supervision.process.InspectionProcess.Elements;

@Component
class EngineInspectionWorkflow implements InspectionWorkflow {

  private final Instances instances;
  private final SupervisionBriefs briefs;

  EngineInspectionWorkflow(Instances instances, SupervisionBriefs briefs) {
    this.instances = instances;
    this.briefs = briefs;
  }

  @Override
  public void moved(Inspection inspection) {
    instances.moveLimits(
        inspection.key(),
        Elements.VISIT,
        Elements.VISIT_OVERDUE,
        inspection.dueAt(),
        InspectionProcess.UNIT,
        unit -> briefs.visit(inspection, unit));
  }

  @Override
  public void settled(String key) {
    instances.tell(InspectionProcess.Messages.SETTLED, key, Map.of());
  }
}
