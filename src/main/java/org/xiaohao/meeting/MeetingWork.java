package org.xiaohao.meeting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.CampaignWork;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.meeting.Meeting.State;
import org.xiaohao.roster.RosterTaken;

/** Writes the meetings that the plan names, and opens them with their work. */
@Component
class MeetingWork implements CampaignWork {

  private final Meetings meetings;
  private final MeetingService service;
  private final Campaigns campaigns;

  MeetingWork(Meetings meetings, MeetingService service, Campaigns campaigns) {
    this.meetings = meetings;
    this.service = service;
    this.campaigns = campaigns;
  }

  @Override
  public String room() {
    return "meeting";
  }

  /** A plan names a handful of meetings: one chunk holds them all. */
  @Override
  public Chunk plan(Campaign campaign, @Nullable String cursor, int size) {
    var rows = campaign.plan().meetings().stream().map(entry -> planned(campaign, entry)).toList();
    rows.forEach(meetings::insert);
    return new Chunk(rows.size(), null);
  }

  private Meeting planned(Campaign campaign, Plan.Meeting entry) {
    var dates = campaigns.dates(campaign);
    var date = dates.effective(entry.by());
    var limit = dates.limit(date.effectiveDate());
    var past = date.effectiveDate().isBefore(campaign.launchDay());
    return new Meeting(
        Meeting.key(campaign.id(), entry.id()),
        campaign.id(),
        entry.id(),
        entry.phase(),
        entry.work(),
        entry.title(),
        past ? State.PAST : State.PLANNED,
        date,
        dates.effective(entry.proposed()).effectiveDate(),
        limit,
        limit,
        null,
        null,
        null,
        null,
        0);
  }

  @Override
  public void open(Campaign campaign, Opening opening, int size) {
    meetings.work().planned(campaign.id(), opening, size).forEach(service::open);
  }

  @Override
  public boolean waiting(Campaign campaign, Opening opening) {
    return meetings.work().waits(campaign.id(), opening);
  }

  @Override
  public int lapse(Campaign campaign, int size) {
    return meetings.work().lapse(campaign.id(), size, service::lapse);
  }

  @EventListener
  void on(RosterTaken taken) {
    service.audienceChanged(taken.campaignId());
  }

  @Override
  public List<PastItem> past(Campaign campaign, String phase) {
    return meetings.work().past(campaign.id(), phase).stream()
        .map(row -> new PastItem(row.key(), row.title(), row.title(), row.date().effectiveDate()))
        .toList();
  }

  @Override
  public void recordPast(String key, String by) {
    service.recordPast(key, by);
  }
}
