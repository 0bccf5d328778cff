package org.xiaohao.consultation.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xiaohao.consultation.Consultation;
import org.xiaohao.consultation.ConsultationWorkflow;
import org.xiaohao.consultation.process.ConsultationProcess.Elements;
import org.xiaohao.consultation.process.ConsultationProcess.Messages;
import org.xiaohao.engine.Instances;

@Component
class EngineConsultationWorkflow implements ConsultationWorkflow {

  private final Instances instances;
  private final ConsultationBriefs briefs;

  EngineConsultationWorkflow(Instances instances, ConsultationBriefs briefs) {
    this.instances = instances;
    this.briefs = briefs;
  }

  @Override
  public void opened(Consultation consultation) {
    instances.start(ConsultationProcess.KEY, consultation.key(), consultation.title());
  }

  @Override
  public void settled(Consultation consultation) {
    instances.tell(Messages.SETTLED, consultation.key(), Map.of());
  }

  @Override
  public void renamed(Consultation consultation) {
    instances.rename(consultation.key(), consultation.title());
  }

  @Override
  public void moved(Consultation consultation) {
    instances.moveLimit(
        consultation.key(),
        Elements.COLLECT,
        Elements.COLLECT_OVERDUE,
        consultation.dueAt(),
        briefs.collect(consultation));
  }
}
