package org.xiaohao.campaign;

import java.time.Instant;

/** What the campaign tells its process. */
public interface CampaignWorkflow {

  /** A campaign was accepted for launch. */
  void launched(Campaign campaign);

  /** The office moved the begin or end of a phase. */
  void phaseMoved(PhaseStatus phase, Instant starts, Instant ends);

  /** The office moved the begin or end of a work. */
  void workMoved(PhaseStatus phase, WorkStatus work, Instant starts, Instant ends);
}
