package org.xiaohao.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.CampaignWork;

/** Writes the sessions and the material that the plan asks for, a day at a time. */
@Component
class StudyWork implements CampaignWork {

  private final StudySessions sessions;
  private final StudyMaterials materials;
  private final StudyService study;
  private final MaterialService supply;
  private final StudyDays days;

  StudyWork(
      StudySessions sessions,
      StudyMaterials materials,
      StudyService study,
      MaterialService supply,
      StudyDays days) {
    this.sessions = sessions;
    this.materials = materials;
    this.study = study;
    this.supply = supply;
    this.days = days;
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

  private static @Nullable String following(List<?> series, int index) {
    return index + 1 < series.size() ? (index + 1) + ":0" : null;
  }

  @Override
  public void open(Campaign campaign, Opening opening, int size) {
    var supplies = materials.planned(campaign.id(), opening, size);
    supplies.forEach(supply::open);
    if (supplies.size() < size) {
      sessions.planned(campaign.id(), opening, size - supplies.size()).forEach(study::open);
    }
  }

  @Override
  public boolean waiting(Campaign campaign, Opening opening) {
    return !materials.planned(campaign.id(), opening, 1).isEmpty()
        || !sessions.planned(campaign.id(), opening, 1).isEmpty();
  }

  @Override
  public int lapse(Campaign campaign, int size) {
    var open = sessions.unfinished(campaign.id(), size);
    open.forEach(study::lapse);
    var owed = materials.unfinished(campaign.id(), size - open.size());
    owed.forEach(supply::lapse);
    return open.size() + owed.size();
  }

  /** Sessions only: nobody needs the material of a session that is over. */
  @Override
  public List<PastItem> past(Campaign campaign, String phase) {
    return sessions.past(campaign.id(), phase).stream()
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
