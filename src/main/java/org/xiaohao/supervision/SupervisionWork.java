package org.xiaohao.supervision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.CampaignWork;
import org.xiaohao.roster.PersonLeft;
import org.xiaohao.roster.RosterTaken;

/** The plan makes this room owe nothing; what it issued ends with the campaign. */
@Component
class SupervisionWork implements CampaignWork {

  private final SlipService slips;
  private final InspectionService inspections;
  private final AssignmentService assignments;

  SupervisionWork(SlipService slips, InspectionService inspections, AssignmentService assignments) {
    this.slips = slips;
    this.inspections = inspections;
    this.assignments = assignments;
  }

  @Override
  public String room() {
    return "supervision";
  }

  @Override
  public Chunk plan(Campaign campaign, @Nullable String cursor, int size) {
    return Chunk.NOTHING;
  }

  @Override
  public void open(Campaign campaign, Opening opening, int size) {}

  @Override
  public boolean waiting(Campaign campaign, Opening opening) {
    return false;
  }

  @Override
  public int lapse(Campaign campaign, int size) {
    return slips.lapse(campaign.id(), size)
        + inspections.lapse(campaign.id(), size)
        + assignments.lapse(campaign.id(), size);
  }

  @Override
  public List<PastItem> past(Campaign campaign, String phase) {
    return List.of();
  }

  @Override
  public void recordPast(String key, String by) {}

  @EventListener
  void on(PersonLeft left) {
    slips.receiverLeft(left.campaignId(), left.person().id());
  }

  @EventListener
  void on(RosterTaken taken) {
    slips.receiversChanged(taken.campaignId());
  }
}
