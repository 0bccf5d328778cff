package org.xiaohao.supervision.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;
import org.xiaohao.roster.Groups;
import org.xiaohao.shared.Markdown;
import org.xiaohao.supervision.Inspection;
import org.xiaohao.supervision.Inspection.Visit;
import org.xiaohao.supervision.Inspections;

/** What the model {@code inspection} asks by expression; reads only. */
@Component
public class InspectionTasks {

  private final Inspections inspections;
  private final SupervisionBriefs briefs;
  private final ObjectMapper json;

  InspectionTasks(Inspections inspections, SupervisionBriefs briefs, ObjectMapper json) {
    this.inspections = inspections;
    this.briefs = briefs;
    this.json = json;
  }

  /** Units that are visited. */
  public List<String> units(DelegateExecution execution) {
    return inspections.visits(execution.getProcessBusinessKey()).stream()
        .map(Visit::unitId)
        .toList();
  }

  /** Group of the office. */
  public String office(DelegateExecution execution) {
    return Groups.office(inspection(execution).campaignId());
  }

  /** When the office has to have acted. */
  public Date due(DelegateExecution execution) {
    return Date.from(inspection(execution).dueAt());
  }

  /** What a visit is called: its round alone would not tell it from the others. */
  public String visitTitle(DelegateExecution execution) {
    return briefs.visitTitle(
        inspection(execution), (String) execution.getVariable(InspectionProcess.UNIT));
  }

  /** What the form of a visit shows. */
  public String visitBrief(DelegateExecution execution) {
    return briefs.visit(
        inspection(execution), (String) execution.getVariable(InspectionProcess.UNIT));
  }

  /** The checklist, to be ticked. */
  public Object visit(DelegateExecution execution) {
    var checks =
        inspection(execution).checks().stream()
            .map(line -> Map.of("line", Markdown.plain(line).source()))
            .toList();
    return SpinValues.jsonValue(json.valueToTree(Map.of("checks", checks)).toString()).create();
  }

  /** What the form of the summary shows. */
  public String summaryBrief(DelegateExecution execution) {
    return briefs.summary(inspection(execution));
  }

  /** The fields of the summary, empty. */
  public Object conclusion(DelegateExecution execution) {
    return SpinValues.jsonValue("{}").create();
  }

  private Inspection inspection(DelegateExecution execution) {
    return inspections.get(execution.getProcessBusinessKey());
  }
}
