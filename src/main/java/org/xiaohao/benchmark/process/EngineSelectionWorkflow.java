package org.xiaohao.benchmark.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xiaohao.benchmark.Selection;
import org.xiaohao.benchmark.SelectionWorkflow;
import org.xiaohao.benchmark.process.SelectionProcess.Elements;
import org.xiaohao.benchmark.process.SelectionProcess.Messages;
import org.xiaohao.engine.Instances;

@Component
class EngineSelectionWorkflow implements SelectionWorkflow {

  private final Instances instances;
  private final SelectionBriefs briefs;

  EngineSelectionWorkflow(Instances instances, SelectionBriefs briefs) {
    this.instances = instances;
    this.briefs = briefs;
  }

  @Override
  public void opened(Selection selection) {
    instances.start(SelectionProcess.KEY, selection.key(), selection.title());
  }

  @Override
  public void renamed(Selection selection) {
    instances.rename(selection.key(), selection.title());
  }

  @Override
  public void moved(Selection selection) {
    var step = Elements.STEPS.get(selection.state());
    instances.moveLimit(
        selection.key(), step.task(), step.overdue(), selection.dueAt(), briefs.of(selection));
  }

  @Override
  public void settled(Selection selection) {
    instances.tell(Messages.SETTLED, selection.key(), Map.of());
  }
}
