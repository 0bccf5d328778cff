package org.xiaohao.supervision.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.Instances;
import org.xiaohao.supervision.Slip;
import org.xiaohao.supervision.SlipNotices;
import org.xiaohao.supervision.SlipWorkflow;

@Component
class EngineSlipWorkflow implements SlipWorkflow {

  private final Instances instances;
  private final SlipNotices wording;

  EngineSlipWorkflow(Instances instances, SlipNotices wording) {
    this.instances = instances;
    this.wording = wording;
  }

  @Override
  public void opened(Slip slip) {
    instances.start(SlipProcess.KEY, slip.key(), wording.mark(slip));
  }

  @Override
  public void settled(Slip slip) {
    instances.tell(SlipProcess.Messages.SETTLED, slip.key(), Map.of());
  }
}
