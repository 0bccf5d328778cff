package org.xiaohao.supervision;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.ProblemFound;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Refusal;
import org.xiaohao.supervision.Inspection.Kind;
import org.xiaohao.supervision.Inspection.Planned;
import org.xiaohao.supervision.Inspection.State;
import org.xiaohao.supervision.Inspection.Visit;
import org.xiaohao.supervision.Inspection.Visited;

/** Inspections by the office (R13): plans rounds, takes what visits find, sums up. */
@Service
@Transactional
public class InspectionService {

  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_CHECK = 500;

  /** Working days after the last visit within which a round is summed up. */
  private static final int SUMMARY_DAYS = 2;

  private final Inspections inspections;
  private final InspectionWorkflow workflow;
  private final Officers officers;
  private final Counters counters;
  private final Campaigns campaigns;
  private final ApplicationEventPublisher facts;
  private final SupervisionEvents events;
  private final CareNotices notices;
  private final Clock clock;

  InspectionService(
      Inspections inspections,
      InspectionWorkflow workflow,
      Officers officers,
      Counters counters,
      Campaigns campaigns,
      ApplicationEventPublisher facts,
      SupervisionEvents events,
      CareNotices notices,
      Clock clock) {
    this.inspections = inspections;
    this.workflow = workflow;
    this.officers = officers;
    this.counters = counters;
    this.campaigns = campaigns;
    this.facts = facts;
    this.events = events;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Plans a round.
   *
   * @param by member of the office
   * @return the round, numbered; its instance carries its key from now on
   * @throws Refusal if somebody else plans it, it names no title, checklist or working day to come,
   *     or a unit is unknown
   */
  public Inspection plan(Planned planned, String by) {
    var campaign = officers.ofOffice(by);
    var dates = campaigns.dates(campaign);
    var now = clock.instant();
    if (planned.title().isBlank() || planned.title().length() > LONGEST_TITLE) {
      throw new Refusal("supervision.title-missing", String.valueOf(LONGEST_TITLE));
    }
    if (planned.checks().isEmpty()
        || planned.checks().stream().anyMatch(line -> line.length() > LONGEST_CHECK)) {
      throw new Refusal("supervision.checks-missing", String.valueOf(LONGEST_CHECK));
    }
    var until = Officers.requireDay(planned.until(), dates, now);
    var units =
        planned.units().isEmpty()
            ? officers.units(campaign.id())
            : officers.units(campaign.id(), planned.units());
    var number = counters.take(campaign.id(), "I", 1);
    var inspection =
        new Inspection(
            "%s/I%04d".formatted(campaign.id(), number),
            campaign.id(),
            number,
            planned.title(),
            State.VISITING,
            until,
            until,
            dates.limitAfter(dates.limit(until), SUMMARY_DAYS),
            dates.limit(until),
            by,
            planned.checks());
    inspections.insert(inspection, units.stream().map(Unit::id).toList(), now);
    return inspection;
  }

  /**
   * Records a visit; problems go to the list of problems at once.
   *
   * @param by member of the office
   * @throws Refusal if somebody else does, a finding has no text, or it was recorded before
   */
  public void visited(String key, String unitId, Visited visited, String by) {
    var inspection = inspections.get(key);
    var campaign = requireOffice(inspection, by);
    if (visited.findings().stream().anyMatch(finding -> finding.text().isBlank())) {
      throw new Refusal("supervision.finding-missing");
    }
    var now = clock.instant();
    inspections.visited(inspection, unitId, visited, by, now);
    for (var i = 0; i < visited.findings().size(); i++) {
      var finding = visited.findings().get(i);
      if (finding.kind() == Kind.PROBLEM) {
        facts.publishEvent(
            new ProblemFound(
                inspection.campaignId(),
                ProblemFound.Source.INSPECTION,
                Inspections.findingKey(inspection.visitKey(unitId), i),
                inspection.title(),
                unitId,
                finding.text(),
                null,
                by));
      }
    }
    if (inspections.visits(key).stream().allMatch(Visit::done)) {
      var due = campaigns.dates(campaign).limitAfter(now, SUMMARY_DAYS);
      inspections.move(key, State.VISITING, State.SUMMARISING, due);
    }
  }

  /**
   * Sums a round up.
   *
   * @param summary required
   */
  public void summarise(String key, String summary, String by) {
    var inspection = inspections.get(key);
    requireOffice(inspection, by);
    if (inspection.state() != State.SUMMARISING) {
      throw new Refusal("supervision.item-changed");
    }
    if (summary.isBlank()) {
      throw new Refusal("supervision.summary-missing");
    }
    inspections.ended(key, State.DONE, summary, by, clock.instant());
  }

  /**
   * Moves the last day of its visits, before that has passed.
   *
   * @param by member of the office
   */
  public void move(String key, LocalDate day, String reason, String by) {
    var inspection = inspections.get(key);
    var campaign = requireOffice(inspection, by);
    AssignmentRules.requireReason(reason);
    if (inspection.state() != State.VISITING) {
      throw new Refusal("supervision.item-changed");
    }
    var now = clock.instant();
    if (!inspection.dueAt().isAfter(now)) {
      throw new Refusal("supervision.inspection-late", inspection.title());
    }
    var dates = campaigns.dates(campaign);
    dates.requireWorkingDay(day, now);
    var due = dates.limit(day);
    inspections.moved(key, day, dates.limitAfter(due, SUMMARY_DAYS), due);
    events.record(key, by, "MOVED", reason);
    var moved = inspections.get(key);
    workflow.moved(moved);
    notices.moved(moved, reason, by);
  }

  /**
   * Calls it off; what visits found stays.
   *
   * @param by member of the office
   */
  public void cancel(String key, String reason, String by) {
    var inspection = inspections.get(key);
    requireOffice(inspection, by);
    AssignmentRules.requireReason(reason);
    if (inspection.state() != State.VISITING && inspection.state() != State.SUMMARISING) {
      throw new Refusal("supervision.item-changed");
    }
    inspections.ended(key, State.CANCELLED, "", by, clock.instant());
    events.record(key, by, "CANCELLED", reason);
    workflow.settled(key);
    notices.cancelled(inspection, reason, by);
  }

  /** The campaign is closed: what is still open is not finished any more. */
  int lapse(String campaignId, int size) {
    var open = inspections.open(campaignId, size);
    for (var key : open) {
      inspections.ended(key, State.LAPSED, "", "", clock.instant());
      workflow.settled(key);
    }
    return open.size();
  }

  private Campaign requireOffice(Inspection inspection, String by) {
    var campaign = campaigns.get(inspection.campaignId());
    if (campaign.plan().office().people().noneMatch(by::equals)) {
      throw new Refusal("supervision.office-only");
    }
    return campaign;
  }
}
