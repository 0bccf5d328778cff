package org.xiaohao.campaign.process;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.CampaignService;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PhaseStatus;
import org.xiaohao.campaign.Plan;
import org.xiaohao.campaign.WorkStatus;
import org.xiaohao.roster.Groups;

/** What the models of campaign and phases ask by expression; reads only. */
@Component
public class CampaignTasks {

  private final Campaigns campaigns;
  private final CampaignService service;
  private final PhaseBriefs briefs;
  private final PhaseGate gate;
  private final Clock clock;

  CampaignTasks(
      Campaigns campaigns,
      CampaignService service,
      PhaseBriefs briefs,
      PhaseGate gate,
      Clock clock) {
    this.campaigns = campaigns;
    this.service = service;
    this.briefs = briefs;
    this.gate = gate;
    this.clock = clock;
  }

  /** Ids of the phases of that kind ({@link Plan.PhaseKind}). */
  public List<String> phases(DelegateExecution execution, String kind) {
    return campaigns.phases(campaign(execution).id()).stream()
        .filter(phase -> phase.kind().name().equals(kind))
        .map(PhaseStatus::phaseId)
        .toList();
  }

  /** Business key of the phase that the call activity is about to start. */
  public String phaseKey(DelegateExecution execution) {
    return PhaseStatus.key(campaign(execution).id(), CampaignProcess.PHASE_ID.in(execution));
  }

  /** Ids of the works of that kind ({@link Plan.WorkKind}) in the phase. */
  public List<String> works(DelegateExecution execution, String kind) {
    var phase = phase(execution);
    return campaigns.works(phase.campaignId(), phase.phaseId()).stream()
        .filter(work -> work.kind().name().equals(kind))
        .map(WorkStatus::workId)
        .toList();
  }

  /** Begin of the phase's first working day. */
  public Date phaseStarts(DelegateExecution execution) {
    return Date.from(
        campaigns.dates(campaign(execution)).begin(phase(execution).startsEffective()));
  }

  /** Limit time of the phase's last working day. */
  public Date phaseEnds(DelegateExecution execution) {
    return Date.from(campaigns.dates(campaign(execution)).limit(phase(execution).endsEffective()));
  }

  /** Begin of the first working day of the work. */
  public Date workStarts(DelegateExecution execution) {
    return Date.from(campaigns.dates(campaign(execution)).begin(work(execution).startsEffective()));
  }

  /** Limit time of the last working day of the work. */
  public Date workEnds(DelegateExecution execution) {
    return Date.from(campaigns.dates(campaign(execution)).limit(work(execution).endsEffective()));
  }

  /** Whether things of any room still wait to be opened with the phase, or the token's work. */
  public boolean waiting(DelegateExecution execution) {
    var phase = phase(execution);
    return service.waiting(phase.campaignId(), CampaignProcess.opening(execution, phase), null);
  }

  /** Whether things of that room still wait to be opened with the phase, or the token's work. */
  public boolean waiting(DelegateExecution execution, String room) {
    var phase = phase(execution);
    return service.waiting(phase.campaignId(), CampaignProcess.opening(execution, phase), room);
  }

  /** Whether things of the phase had passed at the launch. */
  public boolean anythingPast(DelegateExecution execution) {
    return !service.past(phase(execution)).isEmpty();
  }

  /** Whether the phase lay wholly before the launch. */
  public boolean wasOver(DelegateExecution execution) {
    return service.wasOverAtLaunch(phase(execution));
  }

  /** Group of the office. */
  public String office(DelegateExecution execution) {
    return Groups.office(campaign(execution).id());
  }

  /** Limit of a task of the office: so many working days from now. */
  public Date officeLimit(DelegateExecution execution, int workingDays) {
    return Date.from(campaigns.dates(campaign(execution)).limitAfter(clock.instant(), workingDays));
  }

  /** By when the office closes the phase. */
  public Date gateLimit(DelegateExecution execution) {
    return Date.from(gate.limit(phase(execution)));
  }

  /** What the gate's form shows: what is missing, by unit. */
  public String gateBrief(DelegateExecution execution) {
    return briefs.gate(campaign(execution), phase(execution));
  }

  /** What the form for recording the past shows. */
  public String pastBrief(DelegateExecution execution) {
    return briefs.past(campaign(execution));
  }

  /** Past things by kind, as rows of the form. */
  public Object pastKinds(DelegateExecution execution) {
    return briefs.pastKinds(campaign(execution), service.past(phase(execution)));
  }

  /** What the form for closing the campaign shows. */
  public String closingBrief(DelegateExecution execution) {
    return briefs.closing(campaign(execution));
  }

  private Campaign campaign(DelegateExecution execution) {
    return campaigns.of(execution.getProcessBusinessKey());
  }

  private PhaseStatus phase(DelegateExecution execution) {
    return campaigns.phase(execution.getProcessBusinessKey());
  }

  private WorkStatus work(DelegateExecution execution) {
    var phase = phase(execution);
    var workId = CampaignProcess.WORK_ID.in(execution);
    return campaigns.works(phase.campaignId(), phase.phaseId()).stream()
        .filter(work -> work.workId().equals(workId))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no work " + workId + " in " + phase.key()));
  }
}
