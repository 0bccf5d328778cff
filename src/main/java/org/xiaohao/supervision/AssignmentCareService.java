package org.xiaohao.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.PersonLeft;
import org.xiaohao.roster.PersonMoved;
import org.xiaohao.roster.UnitRemoved;
import org.xiaohao.shared.Refusal;
import org.xiaohao.supervision.Assignment.State;
import org.xiaohao.supervision.Assignment.To;

/** Tasks of the leading group change hands, get another date, or are called off. */
@Service
@Transactional
public class AssignmentCareService {

  private final Assignments assignments;
  private final AssignmentWorkflow workflow;
  private final AssignmentRules rules;
  private final SupervisionEvents events;
  private final CareNotices notices;
  private final Officers officers;
  private final Campaigns campaigns;
  private final Clock clock;

  AssignmentCareService(
      Assignments assignments,
      AssignmentWorkflow workflow,
      AssignmentRules rules,
      SupervisionEvents events,
      CareNotices notices,
      Officers officers,
      Campaigns campaigns,
      Clock clock) {
    this.assignments = assignments;
    this.workflow = workflow;
    this.rules = rules;
    this.events = events;
    this.notices = notices;
    this.officers = officers;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /**
   * Gives it to somebody else, who has it at once; what and until when stays.
   *
   * @param name of the unit or person, or its id; empty for the office
   * @param by of the leading group or the office
   */
  public void reassign(String key, To to, String name, String reason, String by) {
    var assignment = openFor(key, reason, by);
    var campaign = assignment.campaignId();
    var person = to == To.PERSON ? officers.person(campaign, name) : null;
    var unit =
        person != null
            ? person.unitId()
            : to == To.UNIT ? officers.units(campaign, List.of(name)).get(0).id() : null;
    events.record(key, by, "REASSIGNED", reason);
    notices.given(
        assignment, give(assignment, unit, person == null ? null : person.id()), reason, by);
  }

  /**
   * Moves its limit.
   *
   * @param by of the leading group or the office
   */
  public void move(String key, LocalDate day, String reason, String by) {
    var assignment = openFor(key, reason, by);
    var dates = campaigns.dates(campaigns.get(assignment.campaignId()));
    dates.requireWorkingDay(day, clock.instant());
    assignments.moved(assignment, day, dates.limit(day));
    events.record(key, by, "MOVED", reason);
    var moved = assignments.get(key);
    workflow.moved(moved);
    notices.moved(moved, reason, by);
  }

  /**
   * Calls it off.
   *
   * @param by of the leading group or the office
   */
  public void cancel(String key, String reason, String by) {
    var assignment = assignments.get(key);
    rules.requireOversight(assignment.campaignId(), by);
    AssignmentRules.requireReason(reason);
    if (!assignment.isOpen()) {
      throw new Refusal("supervision.item-changed");
    }
    assignments.ended(assignment, State.CANCELLED, reason, by, clock.instant());
    events.record(key, by, "CANCELLED", reason);
    workflow.settled(key);
    notices.cancelled(assignments.get(key), reason, by);
  }

  /** Who has left does it no more: liaison and head of the unit do, else the office. */
  @EventListener
  void on(PersonLeft left) {
    for (var assignment : assignments.of(left.campaignId(), left.person().id())) {
      events.record(assignment.key(), "", "DOER_LEFT", left.person().name());
      notices.givenUp(assignment, give(assignment, assignment.unitId(), null), left.person());
    }
  }

  /** It was given to the person, and so goes along into another unit. */
  @EventListener
  void on(PersonMoved moved) {
    for (var assignment : assignments.of(moved.campaignId(), moved.after().id())) {
      assignments.given(assignment, moved.after().unitId(), moved.after().id());
    }
  }

  /** The unit that takes over from one that is dissolved has its tasks, too. */
  @EventListener
  void on(UnitRemoved removed) {
    var language = campaigns.get(removed.campaignId()).plan().language();
    for (var assignment : assignments.ofUnit(removed.campaignId(), removed.unit().id())) {
      var reason = removed.reason(language);
      events.record(assignment.key(), removed.by(), "REASSIGNED", reason);
      var given = give(assignment, removed.successor().id(), null);
      notices.given(assignment, given, reason, removed.by());
    }
  }

  private Assignment give(Assignment assignment, @Nullable String unit, @Nullable String person) {
    assignments.given(assignment, unit, person);
    workflow.doerChanged(assignment.key());
    return assignments.get(assignment.key());
  }

  private Assignment openFor(String key, String reason, String by) {
    var assignment = assignments.get(key);
    rules.requireOversight(assignment.campaignId(), by);
    AssignmentRules.requireReason(reason);
    if (!assignment.waitsForDoer()) {
      throw new Refusal("supervision.item-changed");
    }
    return assignment;
  }
}
