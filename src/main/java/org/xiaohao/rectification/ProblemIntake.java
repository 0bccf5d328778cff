package org.xiaohao.rectification;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.CampaignLaunched;
import org.xiaohao.campaign.ProblemFound;
import org.xiaohao.roster.PersonLeft;
import org.xiaohao.roster.PersonMoved;
import org.xiaohao.roster.UnitRemoved;

/** What other rooms tell this one, in their transactions. */
@Component
class ProblemIntake {

  private final RectificationService service;
  private final HandoverService handover;
  private final Trail trail;

  ProblemIntake(RectificationService service, HandoverService handover, Trail trail) {
    this.service = service;
    this.handover = handover;
    this.trail = trail;
  }

  @EventListener
  void on(CampaignLaunched launched) {
    trail.begin(launched.campaign().id());
  }

  @EventListener
  void on(ProblemFound found) {
    service.register(Registration.of(found));
  }

  @EventListener
  void on(PersonLeft left) {
    handover.personLeft(left.campaignId(), left.person().id());
  }

  @EventListener
  void on(UnitRemoved removed) {
    handover.unitRemoved(removed);
  }

  @EventListener
  void on(PersonMoved moved) {
    handover.personMoved(moved.campaignId(), moved.after().id(), moved.after().unitId());
  }
}
