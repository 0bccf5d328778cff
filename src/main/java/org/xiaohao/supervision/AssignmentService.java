package org.xiaohao.supervision;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.shared.Refusal;
import org.xiaohao.supervision.Assignment.Outcome;
import org.xiaohao.supervision.Assignment.State;
import org.xiaohao.supervision.Assignment.To;
import org.xiaohao.supervision.Assignment.Wanted;

/** Tasks that the leading group assigns (R10): done, reported, accepted or returned. */
@Service
@Transactional
public class AssignmentService {

  private static final int LONGEST_TITLE = 100;

  private final Assignments assignments;
  private final AssignmentWorkflow workflow;
  private final AssignmentRules rules;
  private final Officers officers;
  private final Counters counters;
  private final Campaigns campaigns;
  private final Clock clock;

  AssignmentService(
      Assignments assignments,
      AssignmentWorkflow workflow,
      AssignmentRules rules,
      Officers officers,
      Counters counters,
      Campaigns campaigns,
      Clock clock) {
    this.assignments = assignments;
    this.workflow = workflow;
    this.rules = rules;
    this.officers = officers;
    this.counters = counters;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /**
   * Assigns a task.
   *
   * @param by member of the leading group
   * @return the assignment, numbered; its instance carries its key from now on
   * @throws Refusal if somebody else assigns it, something is missing, the day has passed or is
   *     off, or nobody is called so
   */
  public Assignment assign(Wanted wanted, String by) {
    var campaign = officers.ofLeadingGroup(by);
    var dates = campaigns.dates(campaign);
    var now = clock.instant();
    if (wanted.title().isBlank() || wanted.title().length() > LONGEST_TITLE) {
      throw new Refusal("supervision.title-missing", String.valueOf(LONGEST_TITLE));
    }
    if (wanted.what().isBlank()) {
      throw new Refusal("supervision.what-missing");
    }
    var date = Officers.requireDay(wanted.by(), dates, now);
    var person = wanted.to() == To.PERSON ? officers.person(campaign.id(), wanted.name()) : null;
    var number = counters.take(campaign.id(), "A", 1);
    var assignment =
        new Assignment(
            "%s/A%04d".formatted(campaign.id(), number),
            campaign.id(),
            number,
            wanted.title(),
            wanted.what(),
            person != null ? person.unitId() : unit(campaign.id(), wanted),
            person == null ? null : person.id(),
            State.DOING,
            date,
            date,
            dates.limit(date),
            dates.limit(date),
            by,
            null,
            null,
            null,
            0,
            0);
    assignments.insert(assignment, now);
    return assignment;
  }

  private @Nullable String unit(String campaignId, Wanted wanted) {
    return wanted.to() == To.UNIT
        ? officers.units(campaignId, List.of(wanted.name())).get(0).id()
        : null;
  }

  /**
   * Says what was done; the leading group has as long to decide as a review has.
   *
   * @param by who has to do it, or who stands in for them
   */
  public void report(String key, String report, String by) {
    var assignment = assignments.get(key);
    rules.requireDoer(assignment, by);
    if (!assignment.waitsForDoer()) {
      throw new Refusal("supervision.item-changed");
    }
    if (report.isBlank()) {
      throw new Refusal("supervision.report-missing");
    }
    var now = clock.instant();
    var dates = campaigns.dates(campaigns.get(assignment.campaignId()));
    var due = dates.limitAfter(now, dates.plan().settings().reviewDays());
    assignments.reported(assignment, report, by, now, due);
  }

  /**
   * Accepts a report, or returns it.
   *
   * @param comment required where it is returned
   * @param by member of the leading group, not the one who reported
   */
  public void decide(String key, Outcome outcome, String comment, String by) {
    var assignment = assignments.get(key);
    var plan = campaigns.get(assignment.campaignId()).plan();
    if (plan.leadingGroup().people().noneMatch(by::equals)) {
      throw new Refusal("supervision.leading-group-only");
    }
    if (by.equals(assignment.reportedBy())) {
      throw new Refusal("supervision.own-report");
    }
    if (assignment.state() != State.REPORTED) {
      throw new Refusal("supervision.item-changed");
    }
    if (outcome == Outcome.RETURNED && comment.isBlank()) {
      throw new Refusal("supervision.return-reason");
    }
    var now = clock.instant();
    if (outcome == Outcome.ACCEPTED) {
      assignments.ended(assignment, State.ACCEPTED, comment, by, now);
    } else {
      var dates = campaigns.dates(campaigns.get(assignment.campaignId()));
      var again = dates.limitAfter(now, plan.settings().resubmitDays());
      var due = again.isAfter(assignment.limitAt()) ? again : assignment.limitAt();
      assignments.returned(assignment, comment, by, now, due);
    }
  }

  /** The campaign is closed: what is still open is not finished any more. */
  int lapse(String campaignId, int size) {
    var open = assignments.open(campaignId, size);
    for (var assignment : open) {
      assignments.ended(assignment, State.LAPSED, "", "", clock.instant());
      workflow.settled(assignment.key());
    }
    return open.size();
  }
}
