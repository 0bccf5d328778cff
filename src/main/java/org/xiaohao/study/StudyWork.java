package org.xiaohao.study;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.CampaignWork;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.UnitAdded;

/** Writes the sessions and the material that the plan asks for, a day at a time. */
@Component
class StudyWork implements CampaignWork {

  private final StudySessions sessions;
  private final StudyMaterials materials;
  private final StudyService study;
  private final MaterialService supply;
  private final StudyDays days;
  private final Campaigns campaigns;
  private final Clock clock;

  StudyWork(
      StudySessions sessions,
      StudyMaterials materials,
      StudyService study,
      MaterialService supply,
      StudyDays days,
      Campaigns campaigns,
      Clock clock) {
    this.sessions = sessions;
    this.materials = materials;
    this.study = study;
    this.supply = supply;
    this.days = days;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  @Override
  public String room() {
    return "study";
  }

  /** A chunk is one day of one series; the cursor is {@code <index of the series>:<of the day>}. */
  @Override
  public Chunk plan(Campaign campaign, @Nullable String cursor, int size) {
    var all = campaign.plan().sessions();
    var index = cursor == null ? 0 : Integer.parseInt(cursor.substring(0, cursor.indexOf(':')));
    var day = cursor == null ? 0 : Integer.parseInt(cursor.substring(cursor.indexOf(':') + 1));
    if (index >= all.size()) {
      return Chunk.NOTHING;
    }
    var series = all.get(index);
    var dates = days.days(campaign, series);
    if (day >= dates.size()) {
      return new Chunk(0, following(all, index));
    }
    var rows = days.sessions(campaign, series, dates.get(day));
    sessions.insert(rows);
    if (series.material() && !rows.isEmpty()) {
      materials.insert(days.material(campaign, series, dates.get(day)));
    }
    var next = day + 1 < dates.size() ? index + ":" + (day + 1) : following(all, index);
    return new Chunk(rows.size(), next);
  }

  /** A new unit meets from now on, whenever the others do. */
  @EventListener
  void on(UnitAdded added) {
    var campaign = campaigns.get(added.campaignId());
    var now = clock.instant();
    var today = campaigns.dates(campaign).day(now);
    var rows =
        days.sessions(campaign, added.unit()).stream()
            .filter(session -> session.time().begins().isAfter(now))
            .toList();
    sessions.insert(rows);
    rows.stream()
        .map(session -> sessions.get(session.key()))
        .filter(session -> session.state() == StudySession.State.PLANNED)
        .filter(
            session ->
                campaigns.hasBegun(campaign.id(), session.phaseId(), session.workId(), today))
        .forEach(study::open);
  }

  private static @Nullable String following(List<?> series, int index) {
    return index + 1 < series.size() ? (index + 1) + ":0" : null;
  }

  @Override
  public void open(Campaign campaign, Opening opening, int size) {
    var supplies = materials.work().planned(campaign.id(), opening, size);
    supplies.forEach(supply::open);
    if (supplies.size() < size) {
      sessions.work().planned(campaign.id(), opening, size - supplies.size()).forEach(study::open);
    }
  }

  @Override
  public boolean waiting(Campaign campaign, Opening opening) {
    return materials.work().waits(campaign.id(), opening)
        || sessions.work().waits(campaign.id(), opening);
  }

  @Override
  public int lapse(Campaign campaign, int size) {
    var held = sessions.work().lapse(campaign.id(), size, study::lapse);
    return held + materials.work().lapse(campaign.id(), size - held, supply::lapse);
  }

  /** Sessions only: nobody needs the material of a session that is over. */
  @Override
  public List<PastItem> past(Campaign campaign, String phase) {
    return sessions.work().past(campaign.id(), phase).stream()
        .map(
            row ->
                new PastItem(
                    row.key(),
                    days.series(campaign, row.seriesId()).title(),
                    row.title(),
                    row.time().date().effectiveDate()))
        .toList();
  }

  @Override
  public void recordPast(String key, String by) {
    study.recordPast(key, by);
  }
}
