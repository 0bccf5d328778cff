package org.xiaohao.campaign.process;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.CampaignWork;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.Accounts;
import org.xiaohao.roster.BranchRemoved;
import org.xiaohao.roster.PersonAmended;
import org.xiaohao.roster.PersonJoined;
import org.xiaohao.roster.PersonLeft;
import org.xiaohao.roster.PersonMoved;
import org.xiaohao.roster.RosterTaken;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.UnitAdded;
import org.xiaohao.roster.UnitRemoved;

/**
 * Makes the people of a campaign users of the engine: in chunks at the launch, one by one when a
 * later roster changes somebody. Runs before all other rooms, whose tasks name these users.
 */
@Component
class PeopleWork implements CampaignWork {

  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Accounts accounts;

  PeopleWork(Campaigns campaigns, Rosters rosters, Accounts accounts) {
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.accounts = accounts;
  }

  @Override
  public String room() {
    return "campaign";
  }

  /** The cursor is the position of the last person. */
  @Override
  public Chunk plan(Campaign campaign, @Nullable String cursor, int size) {
    var after = cursor == null ? 0 : Long.parseLong(cursor);
    var people = rosters.peopleAfter(campaign.id(), after, size);
    accounts.people(campaign.id(), people);
    return new Chunk(
        people.size(), people.size() < size ? null : String.valueOf(after + people.size()));
  }

  /** Every import, the first one too: who heads what may have changed. */
  @EventListener
  void on(RosterTaken taken) {
    var plan = campaigns.get(taken.campaignId()).plan();
    accounts.roles(
        plan.id(), plan.office().people().toList(), plan.leadingGroup().people().toList());
  }

  @EventListener
  void on(UnitAdded added) {
    accounts.unit(added.campaignId(), added.unit().id());
  }

  @EventListener
  void on(UnitRemoved removed) {
    accounts.unitRemoved(removed.campaignId(), removed.unit().id());
  }

  @EventListener
  void on(BranchRemoved removed) {
    accounts.branchRemoved(removed.campaignId(), removed.branch().id());
  }

  @EventListener
  void on(PersonJoined joined) {
    accounts.people(joined.campaignId(), List.of(joined.person()));
  }

  @EventListener
  void on(PersonMoved moved) {
    accounts.people(moved.campaignId(), List.of(moved.after()));
  }

  @EventListener
  void on(PersonAmended amended) {
    accounts.people(amended.campaignId(), List.of(amended.person()));
  }

  @EventListener
  void on(PersonLeft left) {
    accounts.left(left.campaignId(), left.person());
  }

  @Override
  public void open(Campaign campaign, Opening opening, int size) {}

  @Override
  public boolean waiting(Campaign campaign, Opening opening) {
    return false;
  }

  @Override
  public int lapse(Campaign campaign, int size) {
    return 0;
  }

  @Override
  public List<PastItem> past(Campaign campaign, String phase) {
    return List.of();
  }

  @Override
  public void recordPast(String key, String by) {}
}
