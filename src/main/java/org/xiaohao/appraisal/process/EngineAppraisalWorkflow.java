package org.xiaohao.appraisal.process;

import org.springframework.stereotype.Component;
import org.xiaohao.appraisal.AppraisalWorkflow;
import org.xiaohao.appraisal.Round;
import org.xiaohao.engine.Instances;

@Component
class EngineAppraisalWorkflow implements AppraisalWorkflow {

  private final Instances instances;

  EngineAppraisalWorkflow(Instances instances) {
    this.instances = instances;
  }

  @Override
  public void started(Round round) {
    instances.start(AppraisalProcess.KEY, round.key(), round.title());
  }
}
