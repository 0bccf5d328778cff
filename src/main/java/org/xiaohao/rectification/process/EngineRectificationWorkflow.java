package org.xiaohao.rectification.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.Instances;
import org.xiaohao.rectification.Problem;
import org.xiaohao.rectification.RectificationWorkflow;
import org.xiaohao.rectification.process.RectificationProcess.Elements;
import org.xiaohao.rectification.process.RectificationProcess.Messages;

@Component
class EngineRectificationWorkflow implements RectificationWorkflow {

  private final Instances instances;
  private final RectificationBriefs briefs;

  EngineRectificationWorkflow(Instances instances, RectificationBriefs briefs) {
    this.instances = instances;
    this.briefs = briefs;
  }

  @Override
  public void started(Problem problem) {
    instances.start(RectificationProcess.KEY, problem.key(), problem.title());
  }

  @Override
  public void reopened(Problem problem) {
    instances.tell(Messages.REOPENED, problem.key(), Map.of());
  }

  @Override
  public void settled(Problem problem) {
    instances.tell(Messages.SETTLED, problem.key(), Map.of());
  }

  @Override
  public void extensionAsked(Problem problem) {
    instances.tell(Messages.EXTENSION_ASKED, problem.key(), Map.of());
  }

  @Override
  public void moved(Problem problem) {
    instances.moveLimit(
        problem.key(),
        Elements.RECTIFY,
        Elements.RECTIFY_OVERDUE,
        problem.dueAt(),
        briefs.of(problem));
  }

  @Override
  public void ownerLeft(Problem problem) {
    instances.tell(Messages.OWNER_LEFT, problem.key(), Map.of());
  }

  @Override
  public void unitChanged(Problem problem) {
    instances.restart(problem.key(), Elements.ANALYSE);
  }

  @Override
  public void proposalOvertaken(Problem problem) {
    instances.tell(Messages.UNIT_CHANGED, problem.key(), Map.of());
  }

  @Override
  public void ownerChanged(Problem problem) {
    instances.restart(problem.key(), Elements.RECTIFY);
  }

  @Override
  public void rated(Problem problem) {
    var fields = Map.<String, Object>of(Instances.BRIEF, briefs.of(problem));
    Elements.AFTER_TRIAGE.forEach(task -> instances.show(problem.key(), task, fields));
  }

  @Override
  public void verifierChanged(Problem problem) {
    instances.restart(problem.key(), Elements.VERIFY);
  }
}
