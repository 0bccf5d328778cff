package org.xiaohao.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.CampaignWork;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.consultation.Consultation.State;
import org.xiaohao.roster.PartyRenamed;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.roster.UnitAdded;
import org.xiaohao.roster.UnitRemoved;
import org.xiaohao.shared.Messages;

/** Writes one row per consultation and unit, and opens them with their work. */
@Component
class ConsultationWork implements CampaignWork {

  private final Consultations consultations;
  private final ConsultationService service;
  private final Rosters rosters;
  private final Campaigns campaigns;
  private final Clock clock;

  ConsultationWork(
      Consultations consultations,
      ConsultationService service,
      Rosters rosters,
      Campaigns campaigns,
      Clock clock) {
    this.consultations = consultations;
    this.service = service;
    this.rosters = rosters;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  @Override
  public String room() {
    return "consultation";
  }

  /** One chunk per consultation: units are tens. */
  @Override
  public Chunk plan(Campaign campaign, @Nullable String cursor, int size) {
    return Chunk.entry(
        campaign.plan().consultations(),
        cursor,
        entry -> {
          var units = rosters.units(campaign.id());
          units.forEach(unit -> consultations.insert(row(campaign, entry, unit)));
          return units.size();
        });
  }

  private Consultation row(Campaign campaign, Plan.Consultation entry, Unit unit) {
    var dates = campaigns.dates(campaign);
    var date = dates.effective(entry.limit());
    var limitAt = dates.limit(date.effectiveDate());
    return new Consultation(
        campaign.id() + "/consultation/" + entry.id() + "/" + unit.id(),
        campaign.id(),
        entry.id(),
        entry.phase(),
        entry.work(),
        unit.id(),
        Messages.text(campaign.plan().language(), "consultation.title", entry.title(), unit.name()),
        entry.quota(),
        date.effectiveDate().isBefore(campaign.launchDay()) ? State.PAST : State.PLANNED,
        date,
        limitAt,
        limitAt,
        null,
        null,
        null,
        null,
        null,
        0);
  }

  /** A new unit owes what the others owe, as far as its limit has not passed. */
  @EventListener
  void on(UnitAdded added) {
    var campaign = campaigns.get(added.campaignId());
    var today = campaigns.dates(campaign).day(clock.instant());
    campaign.plan().consultations().stream()
        .map(entry -> row(campaign, entry, added.unit()))
        .filter(row -> !row.date().effectiveDate().isBefore(today))
        .forEach(row -> owe(row, today));
  }

  @EventListener
  void on(UnitRemoved removed) {
    var reason = removed.reason(campaigns.get(removed.campaignId()).plan().language());
    consultations
        .work()
        .unfinishedOf(removed.campaignId(), removed.unit().id())
        .forEach(row -> service.unitRemoved(row, reason, removed.by()));
  }

  @EventListener
  void on(PartyRenamed renamed) {
    if (renamed.party() == PartyRenamed.Party.UNIT) {
      consultations.work().unfinishedOf(renamed.campaignId(), renamed.id()).stream()
          .filter(row -> renamed.changes(row.title()))
          .forEach(row -> service.renamed(row, renamed.in(row.title())));
    }
  }

  private void owe(Consultation row, LocalDate today) {
    consultations.insert(row);
    var owed = consultations.get(row.key());
    if (owed.state() == State.PLANNED
        && campaigns.hasBegun(owed.campaignId(), owed.phaseId(), owed.workId(), today)) {
      service.open(owed);
    }
  }

  @Override
  public void open(Campaign campaign, Opening opening, int size) {
    consultations.work().planned(campaign.id(), opening, size).forEach(service::open);
  }

  @Override
  public boolean waiting(Campaign campaign, Opening opening) {
    return consultations.work().waits(campaign.id(), opening);
  }

  @Override
  public int lapse(Campaign campaign, int size) {
    return consultations.work().lapse(campaign.id(), size, service::lapse);
  }

  @Override
  public void moveAlong(Campaign campaign, Opening part, long days, String reason, String by) {
    consultations.work().inside(campaign.id(), part).stream()
        .filter(row -> row.state() == State.PLANNED || row.state() == State.COLLECTING)
        .forEach(row -> service.moveBy(row, days, reason, by));
  }

  @Override
  public List<PastItem> past(Campaign campaign, String phase) {
    return consultations.work().past(campaign.id(), phase).stream()
        .map(
            row ->
                new PastItem(
                    row.key(),
                    ConsultationEntries.of(campaign, row).title(),
                    row.title(),
                    row.date().effectiveDate()))
        .toList();
  }

  @Override
  public void recordPast(String key, String by) {
    service.recordPast(key, by);
  }
}
