package org.xiaohao.supervision.process;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.roster.Groups;
import org.xiaohao.supervision.Assignment;
import org.xiaohao.supervision.Assignments;

/** What the model {@code assignment} asks by expression; reads only. */
@Component
public class AssignmentTasks {

  private final Assignments assignments;
  private final SupervisionBriefs briefs;

  AssignmentTasks(Assignments assignments, SupervisionBriefs briefs) {
    this.assignments = assignments;
    this.briefs = briefs;
  }

  /** The person who does it; null where a unit or the office does. */
  public @Nullable String person(DelegateExecution execution) {
    return assignment(execution).personId();
  }

  /** Groups whose members may do it; none where a person does. */
  public List<String> doers(DelegateExecution execution) {
    var assignment = assignment(execution);
    var campaign = assignment.campaignId();
    if (assignment.personId() != null) {
      return List.of();
    }
    return assignment.unitId() == null
        ? List.of(Groups.office(campaign))
        : List.of(
            Groups.liaison(campaign, assignment.unitId()),
            Groups.head(campaign, assignment.unitId()));
  }

  /** Group of the leading group. */
  public String leadingGroup(DelegateExecution execution) {
    return Groups.leadingGroup(assignment(execution).campaignId());
  }

  /** When somebody has to have acted. */
  public Date due(DelegateExecution execution) {
    return Date.from(assignment(execution).dueAt());
  }

  /** What the form shows to whoever does it. */
  public String doBrief(DelegateExecution execution) {
    return briefs.toDo(assignment(execution));
  }

  /** What the form shows to the leading group. */
  public String decideBrief(DelegateExecution execution) {
    return briefs.reported(assignment(execution));
  }

  /** The fields of the report, empty. */
  public Object result(DelegateExecution execution) {
    return SpinValues.jsonValue("{}").create();
  }

  private Assignment assignment(DelegateExecution execution) {
    return assignments.get(execution.getProcessBusinessKey());
  }
}
