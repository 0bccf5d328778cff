package org.xiaohao.campaign.process;

import static org.xiaohao.campaign.process.CampaignProcess.Elements.PHASE_ENDS;
import static org.xiaohao.campaign.process.CampaignProcess.Elements.PHASE_STARTS;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.CampaignWorkflow;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PhaseStatus;
import org.xiaohao.campaign.WorkStatus;
import org.xiaohao.campaign.process.CampaignProcess.Elements;
import org.xiaohao.engine.Instances;

@Component
class EngineCampaignWorkflow implements CampaignWorkflow {

  private final Instances instances;
  private final Campaigns campaigns;
  private final PhaseGate gate;
  private final PhaseBriefs briefs;

  EngineCampaignWorkflow(
      Instances instances, Campaigns campaigns, PhaseGate gate, PhaseBriefs briefs) {
    this.instances = instances;
    this.campaigns = campaigns;
    this.gate = gate;
    this.briefs = briefs;
  }

  @Override
  public void launched(Campaign campaign) {
    instances.start(CampaignProcess.KEY, campaign.id(), campaign.plan().title());
  }

  @Override
  public void phaseMoved(PhaseStatus phase, Instant starts, Instant ends) {
    instances.moveTimer(phase.key(), PHASE_STARTS, starts);
    instances.moveTimer(phase.key(), PHASE_ENDS, ends);
    instances.moveLimit(
        phase.key(),
        Elements.CLOSE,
        Elements.CLOSE_OVERDUE,
        gate.limit(phase),
        briefs.gate(campaigns.get(phase.campaignId()), phase));
  }

  @Override
  public void workMoved(PhaseStatus phase, WorkStatus work, Instant starts, Instant ends) {
    var of = CampaignProcess.WORK_ID.name();
    instances.moveTimer(phase.key(), Elements.workStarts(work.kind()), starts, of, work.workId());
    instances.moveTimer(phase.key(), Elements.workEnds(work.kind()), ends, of, work.workId());
  }
}
