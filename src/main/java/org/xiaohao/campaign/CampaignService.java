package org.xiaohao.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.CampaignWork.Chunk;
import org.xiaohao.campaign.CampaignWork.Opening;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.RosterService;
import org.xiaohao.shared.Refusal;

/** Launching, driving and closing a campaign and its phases. The only writer of its tables. */
@Service
@Transactional
public class CampaignService {

  /** Rows written or instances started in one transaction; 50 to 500 is the engine's good range. */
  public static final int CHUNK = 200;

  private final Campaigns campaigns;
  private final List<CampaignWork> works;
  private final CampaignWorkflow workflow;
  private final PhaseLedger ledger;
  private final RosterService rosters;
  private final ApplicationEventPublisher events;
  private final TableStatistics statistics;
  private final Clock clock;

  CampaignService(
      Campaigns campaigns,
      List<CampaignWork> works,
      CampaignWorkflow workflow,
      PhaseLedger ledger,
      RosterService rosters,
      ApplicationEventPublisher events,
      TableStatistics statistics,
      Clock clock) {
    this.campaigns = campaigns;
    this.works = works.stream().sorted(Comparator.comparing(CampaignWork::room)).toList();
    this.workflow = workflow;
    this.ledger = ledger;
    this.rosters = rosters;
    this.events = events;
    this.statistics = statistics;
    this.clock = clock;
  }

  /**
   * Launches a campaign from a plan and a roster that were checked. Its rows are written
   * afterwards, chunk by chunk, by its process; a crash in between loses nothing and doubles
   * nothing.
   *
   * @throws Refusal if a campaign with that id exists
   */
  public Campaign launch(Plan plan, Roster roster) {
    if (campaigns.find(plan.id()).isPresent()) {
      throw new Refusal("campaign.exists", plan.id());
    }
    var now = clock.instant();
    var today = now.atZone(plan.zone()).toLocalDate();
    var campaign = new Campaign(plan.id(), plan, Campaign.State.LAUNCHING, now, today, null);
    campaigns.insert(campaign);
    var dates = campaigns.dates(campaign);
    plan.phases().forEach(phase -> insert(campaign, dates, phase));
    rosters.take(plan.id(), roster, today);
    record(campaign.id(), campaign.id(), "", "LAUNCHED", "");
    events.publishEvent(new CampaignLaunched(campaign));
    workflow.launched(campaign);
    return campaign;
  }

  private void insert(Campaign campaign, PlanDates dates, Plan.Phase phase) {
    campaigns.insert(
        new PhaseStatus(
            PhaseStatus.key(campaign.id(), phase.id()),
            campaign.id(),
            phase.id(),
            campaign.plan().phases().indexOf(phase) + 1,
            phase.kind(),
            phase.title(),
            phase.starts(),
            dates.effective(phase.starts()).effectiveDate(),
            phase.ends(),
            dates.effective(phase.ends()).effectiveDate(),
            PhaseStatus.State.PLANNED,
            null,
            null,
            0));
    for (var work : phase.works()) {
      campaigns.insert(
          new WorkStatus(
              campaign.id(),
              phase.id(),
              work.id(),
              work.kind(),
              work.title(),
              work.starts(),
              dates.effective(work.starts()).effectiveDate(),
              work.ends(),
              dates.effective(work.ends()).effectiveDate()),
          phase.works().indexOf(work) + 1);
    }
  }

  /**
   * Writes the next chunk of rows that the plan makes the rooms owe.
   *
   * @param cursor where the chunk before ended ({@code <room>:<cursor of the room>}); null for the
   *     first
   * @return where the next one begins; null when all is written
   */
  public @Nullable String planChunk(String campaignId, @Nullable String cursor) {
    var campaign = campaigns.get(campaignId);
    var room =
        cursor == null
            ? works.get(0)
            : of(cursor.substring(0, cursor.indexOf(':'))).findFirst().orElseThrow();
    var inside = cursor == null ? "" : cursor.substring(cursor.indexOf(':') + 1);
    Chunk chunk = room.plan(campaign, inside.isEmpty() ? null : inside, CHUNK);
    statistics.chunkWritten();
    if (chunk.next() != null) {
      return room.room() + ":" + chunk.next();
    }
    var following = works.indexOf(room) + 1;
    return following < works.size() ? works.get(following).room() + ":" : null;
  }

  /** All rows are written: the campaign runs. */
  public void running(String campaignId) {
    campaigns.running(campaignId);
  }

  /** A phase begins. */
  public void beginPhase(String phaseKey) {
    var phase = campaigns.phase(phaseKey);
    save(phase, PhaseStatus.State.RUNNING, null, null, null, null);
    record(phase.campaignId(), phaseKey, "", "PHASE_BEGUN", "");
  }

  /**
   * Starts the next chunk of what opens with a phase or one of its works.
   *
   * @param room name of the room whose things open; null for all rooms
   */
  public void openChunk(String campaignId, Opening opening, @Nullable String room) {
    var campaign = campaigns.get(campaignId);
    of(room).forEach(work -> work.open(campaign, opening, CHUNK));
    statistics.chunkWritten();
  }

  /** Whether things of that room, or of any where it is null, still wait to be opened. */
  @Transactional(readOnly = true)
  public boolean waiting(String campaignId, Opening opening, @Nullable String room) {
    var campaign = campaigns.get(campaignId);
    return of(room).anyMatch(work -> work.waiting(campaign, opening));
  }

  /** Things of a phase that had passed at the launch, of all rooms. */
  @Transactional(readOnly = true)
  public List<CampaignWork.PastItem> past(PhaseStatus phase) {
    var campaign = campaigns.get(phase.campaignId());
    return works.stream().flatMap(work -> work.past(campaign, phase.phaseId()).stream()).toList();
  }

  /** Whether a phase lay wholly before the launch. */
  @Transactional(readOnly = true)
  public boolean wasOverAtLaunch(PhaseStatus phase) {
    return phase.endsEffective().isBefore(campaigns.get(phase.campaignId()).launchDay());
  }

  /**
   * Records for things of the past that they were done before the launch; the others stay as not
   * tracked.
   *
   * @param kinds kinds of which all were done ({@link CampaignWork.PastItem#kind})
   * @param keys keys of single things that were done
   */
  public void recordPast(String phaseKey, Set<String> kinds, Set<String> keys, String by) {
    var phase = campaigns.phase(phaseKey);
    var campaign = campaigns.get(phase.campaignId());
    var recorded = 0;
    for (var work : works) {
      for (var item : work.past(campaign, phase.phaseId())) {
        if (kinds.contains(item.kind()) || keys.contains(item.key())) {
          work.recordPast(item.key(), by);
          recorded++;
        }
      }
    }
    record(campaign.id(), phaseKey, by, "PAST_RECORDED", String.valueOf(recorded));
  }

  /**
   * Closes a phase (its gate).
   *
   * @param carryOver whether missing things may be carried over
   * @param reason why, where something is missing
   * @throws Refusal if something is missing and is not to be carried over, or no reason is given
   */
  public void closePhase(String phaseKey, boolean carryOver, String reason, String by) {
    var phase = campaigns.phase(phaseKey);
    var missing =
        ledger.counts(phase.campaignId(), phase.phaseId()).stream()
            .mapToInt(PhaseLedger.UnitCount::missing)
            .sum();
    if (missing > 0 && !carryOver) {
      throw new Refusal("campaign.gate-missing", phase.title(), String.valueOf(missing));
    }
    if (missing > 0 && reason.isBlank()) {
      throw new Refusal("campaign.gate-reason");
    }
    save(
        phase, PhaseStatus.State.CLOSED, missing, missing > 0 ? reason : null, by, clock.instant());
    record(phase.campaignId(), phaseKey, by, "PHASE_CLOSED", reason);
    tellWhenAllClosed(phase.campaignId());
  }

  private void tellWhenAllClosed(String campaignId) {
    if (campaigns.phases(campaignId).stream()
        .allMatch(phase -> phase.state() == PhaseStatus.State.CLOSED)) {
      events.publishEvent(new PhasesClosed(campaignId));
    }
  }

  /** Ends a phase that lay wholly before the launch. */
  public void endPastPhase(String phaseKey) {
    var phase = campaigns.phase(phaseKey);
    save(phase, PhaseStatus.State.CLOSED, 0, null, null, clock.instant());
    record(phase.campaignId(), phaseKey, "", "PHASE_PAST", "");
    tellWhenAllClosed(phase.campaignId());
  }

  /** Lets the next chunk of open things lapse; whether more is open. */
  public boolean lapseChunk(String campaignId) {
    var campaign = campaigns.get(campaignId);
    for (var work : works) {
      if (work.lapse(campaign, CHUNK) >= CHUNK) {
        return true;
      }
    }
    return false;
  }

  /** Closes the campaign: what is open from now on lapses. */
  public void close(String campaignId, String note, String by) {
    campaigns.closed(campaignId, clock.instant(), by, note);
    record(campaignId, campaignId, by, "CLOSED", note);
  }

  /** The campaign's process has ended. */
  public void ended(String campaignId) {
    events.publishEvent(new CampaignClosed(campaignId));
  }

  private void save(
      PhaseStatus phase,
      PhaseStatus.State state,
      @Nullable Integer carriedOver,
      @Nullable String reason,
      @Nullable String by,
      @Nullable Instant closedAt) {
    campaigns.update(phase.withState(state, carriedOver, reason), by, closedAt);
  }

  private void record(String campaignId, String subject, String who, String what, String why) {
    campaigns.record(campaignId, subject, clock.instant(), who, what, why);
  }

  private Stream<CampaignWork> of(@Nullable String room) {
    if (room != null && works.stream().noneMatch(work -> work.room().equals(room))) {
      throw new IllegalArgumentException("no room is called " + room);
    }
    return works.stream().filter(work -> room == null || work.room().equals(room));
  }
}
