package org.xiaohao.supervision.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.Instances;
import org.xiaohao.supervision.Assignment;
import org.xiaohao.supervision.AssignmentWorkflow;
import org.xiaohao.supervision.process.AssignmentProcess.Elements;

@Component
class EngineAssignmentWorkflow implements AssignmentWorkflow {

  private final Instances instances;
  private final SupervisionBriefs briefs;

  EngineAssignmentWorkflow(Instances instances, SupervisionBriefs briefs) {
    this.instances = instances;
    this.briefs = briefs;
  }

  @Override
  public void doerChanged(String key) {
    instances.restart(key, Elements.DO);
  }

  @Override
  public void moved(Assignment assignment) {
    instances.moveLimit(
        assignment.key(),
        Elements.DO,
        Elements.DO_OVERDUE,
        assignment.dueAt(),
        briefs.toDo(assignment));
  }

  @Override
  public void settled(String key) {
    instances.tell(AssignmentProcess.Messages.SETTLED, key, Map.of());
  }
}
