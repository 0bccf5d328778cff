package org.xiaohao.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.CampaignWork.Opening;
import org.xiaohao.shared.Refusal;

/** Moves the dates of phases and works, with their timers and, where wanted, what is in them. */
@Service
@Transactional
public class ScheduleService {

  private final Campaigns campaigns;
  private final List<CampaignWork> rooms;
  private final CampaignWorkflow workflow;
  private final Clock clock;

  ScheduleService(
      Campaigns campaigns, List<CampaignWork> rooms, CampaignWorkflow workflow, Clock clock) {
    this.campaigns = campaigns;
    this.rooms = rooms;
    this.workflow = workflow;
    this.clock = clock;
  }

  /**
   * Moves begin and end of a phase, or of one of its works, with all timers; the gate, where it is
   * open already, gets a new limit.
   *
   * @param work id of the work; null for the phase itself
   * @param along whether limits inside move by as many days as the end does, and with a phase those
   *     of its works that are not over, but for topics; all of it or nothing
   * @param by somebody of the office
   * @throws Refusal if the end lies before the begin, or the phase is closed
   */
  public void move(
      String phaseKey,
      @Nullable String work,
      LocalDate starts,
      LocalDate ends,
      boolean along,
      String reason,
      String by) {
    var phase = campaigns.phase(phaseKey);
    if (phase.state() == PhaseStatus.State.CLOSED) {
      throw new Refusal("campaign.phase-closed", phase.title());
    }
    if (ends.isBefore(starts)) {
      throw new Refusal("campaign.ends-before-start", starts, ends);
    }
    var campaign = campaigns.get(phase.campaignId());
    var before = work == null ? phase.endsPlan() : work(phase, work).endsPlan();
    if (work == null) {
      move(campaign, phase, starts, ends);
    } else {
      move(campaign, phase, work(phase, work), starts, ends);
    }
    if (along) {
      moveInside(campaign, phase, work, ChronoUnit.DAYS.between(before, ends), reason, by);
    }
    campaigns.record(campaign.id(), phaseKey, clock.instant(), by, "DATES_MOVED", reason);
  }

  private void moveInside(
      Campaign campaign,
      PhaseStatus phase,
      @Nullable String work,
      long days,
      String reason,
      String by) {
    if (work == null) {
      campaigns
          .works(campaign.id(), phase.phaseId())
          .forEach(inside -> moveAlong(campaign, phase, inside, days));
    }
    var part = new Opening(phase.phaseId(), work);
    rooms.forEach(room -> room.moveAlong(campaign, part, days, reason, by));
  }

  /**
   * What has begun began when it began; what is over is over. A topic stays with its study days.
   */
  private void moveAlong(Campaign campaign, PhaseStatus phase, WorkStatus work, long days) {
    var today = campaigns.dates(campaign).day(clock.instant());
    var starts =
        work.startsEffective().isAfter(today)
            ? work.startsPlan().plusDays(days)
            : work.startsPlan();
    var ends = work.endsPlan().plusDays(days);
    if (work.kind() != Plan.WorkKind.TOPIC
        && !work.endsEffective().isBefore(today)
        && !ends.isBefore(starts)) {
      move(campaign, phase, work, starts, ends);
    }
  }

  private void move(Campaign campaign, PhaseStatus phase, LocalDate starts, LocalDate ends) {
    var dates = campaigns.dates(campaign);
    var from = dates.effective(starts).effectiveDate();
    var to = dates.effective(ends).effectiveDate();
    var moved = phase.withDates(starts, from, ends, to);
    campaigns.update(moved, null, null);
    workflow.phaseMoved(moved, dates.begin(from), dates.limit(to));
  }

  private void move(
      Campaign campaign, PhaseStatus phase, WorkStatus work, LocalDate starts, LocalDate ends) {
    var dates = campaigns.dates(campaign);
    var from = dates.effective(starts).effectiveDate();
    var to = dates.effective(ends).effectiveDate();
    var moved = work.withDates(starts, from, ends, to);
    campaigns.update(moved);
    workflow.workMoved(phase, moved, dates.begin(from), dates.limit(to));
  }

  private WorkStatus work(PhaseStatus phase, String work) {
    return campaigns.works(phase.campaignId(), phase.phaseId()).stream()
        .filter(status -> status.workId().equals(work))
        .findFirst()
        .orElseThrow(() -> new Refusal("campaign.work-unknown", work));
  }
}
