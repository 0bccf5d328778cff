package org.xiaohao.benchmark;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xiaohao.benchmark.Selection.State;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.CampaignWork;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan.BenchmarkSelection;
import org.xiaohao.roster.PartyRenamed;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.roster.UnitAdded;
import org.xiaohao.roster.UnitRemoved;
import org.xiaohao.shared.Messages;

/** Writes one selection per unit, and opens them with their work. */
@Component
class SelectionWork implements CampaignWork {

  private final Selections selections;
  private final SelectionService service;
  private final SelectionRules rules;
  private final Rosters rosters;
  private final Campaigns campaigns;
  private final Clock clock;

  SelectionWork(
      Selections selections,
      SelectionService service,
      SelectionRules rules,
      Rosters rosters,
      Campaigns campaigns,
      Clock clock) {
    this.selections = selections;
    this.service = service;
    this.rules = rules;
    this.rosters = rosters;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  @Override
  public String room() {
    return "benchmark";
  }

  /** One chunk per selection of the plan, a row per unit. */
  @Override
  public Chunk plan(Campaign campaign, @Nullable String cursor, int size) {
    return Chunk.entry(
        campaign.plan().benchmarkSelections(),
        cursor,
        entry -> {
          var units = rosters.units(campaign.id());
          units.forEach(unit -> selections.insert(planned(campaign, entry, unit)));
          return units.size();
        });
  }

  private Selection planned(Campaign campaign, BenchmarkSelection entry, Unit unit) {
    var dates = campaigns.dates(campaign);
    var date = dates.effective(entry.limit());
    var limit = dates.limit(date.effectiveDate());
    var past = date.effectiveDate().isBefore(campaign.launchDay());
    return new Selection(
        Selection.key(campaign.id(), entry.id(), unit.id()),
        campaign.id(),
        entry.id(),
        entry.phase(),
        entry.work(),
        unit.id(),
        Messages.text(campaign.plan().language(), "benchmark.title", entry.title(), unit.name()),
        past ? State.PAST : State.PLANNED,
        date,
        limit,
        limit,
        null,
        null,
        null,
        null,
        0,
        0);
  }

  /** A new unit owes what the others owe, as far as its limit has not passed. */
  @EventListener
  void on(UnitAdded added) {
    var campaign = campaigns.get(added.campaignId());
    var today = campaigns.dates(campaign).day(clock.instant());
    campaign.plan().benchmarkSelections().stream()
        .map(entry -> planned(campaign, entry, added.unit()))
        .filter(row -> !row.date().effectiveDate().isBefore(today))
        .forEach(row -> owe(row, today));
  }

  @EventListener
  void on(UnitRemoved removed) {
    var reason = removed.reason(campaigns.get(removed.campaignId()).plan().language());
    selections
        .work()
        .unfinishedOf(removed.campaignId(), removed.unit().id())
        .forEach(row -> service.unitRemoved(row, reason, removed.by()));
  }

  @EventListener
  void on(PartyRenamed renamed) {
    if (renamed.party() == PartyRenamed.Party.UNIT) {
      selections.work().unfinishedOf(renamed.campaignId(), renamed.id()).stream()
          .filter(row -> renamed.changes(row.title()))
          .forEach(row -> service.renamed(row, renamed.in(row.title())));
    }
  }

  private void owe(Selection row, LocalDate today) {
    selections.insert(row);
    var owed = selections.get(row.key());
    if (owed.state() == State.PLANNED
        && campaigns.hasBegun(owed.campaignId(), owed.phaseId(), owed.workId(), today)) {
      service.open(owed);
    }
  }

  @Override
  public void open(Campaign campaign, Opening opening, int size) {
    selections.work().planned(campaign.id(), opening, size).forEach(service::open);
  }

  @Override
  public boolean waiting(Campaign campaign, Opening opening) {
    return selections.work().waits(campaign.id(), opening);
  }

  @Override
  public int lapse(Campaign campaign, int size) {
    return selections.work().lapse(campaign.id(), size, service::lapse);
  }

  @Override
  public void moveAlong(Campaign campaign, Opening part, long days, String reason, String by) {
    selections
        .work()
        .inside(campaign.id(), part)
        .forEach(row -> service.moveBy(row, days, reason, by));
  }

  @Override
  public List<PastItem> past(Campaign campaign, String phase) {
    return selections.work().past(campaign.id(), phase).stream()
        .map(
            row ->
                new PastItem(
                    row.key(), rules.entry(row).title(), row.title(), row.date().effectiveDate()))
        .toList();
  }

  @Override
  public void recordPast(String key, String by) {
    service.recordPast(key, by);
  }
}
