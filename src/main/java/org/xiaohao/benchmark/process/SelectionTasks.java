package org.xiaohao.benchmark.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;
import org.xiaohao.benchmark.Selection;
import org.xiaohao.benchmark.SelectionRules;
import org.xiaohao.benchmark.Selections;
import org.xiaohao.roster.Groups;

/** What the model {@code benchmark-selection} asks by expression; reads only. */
@Component
public class SelectionTasks {

  private final Selections selections;
  private final SelectionRules rules;
  private final SelectionBriefs briefs;
  private final ObjectMapper json;

  SelectionTasks(
      Selections selections, SelectionRules rules, SelectionBriefs briefs, ObjectMapper json) {
    this.selections = selections;
    this.rules = rules;
    this.briefs = briefs;
    this.json = json;
  }

  /** Groups whose members may propose for the unit. */
  public List<String> proposers(DelegateExecution execution) {
    var selection = selection(execution);
    return List.of(
        Groups.liaison(selection.campaignId(), selection.unitId()),
        Groups.head(selection.campaignId(), selection.unitId()));
  }

  /** Group that notes the collective discussion (R58). */
  public String discussers(DelegateExecution execution) {
    return rules.discussers(selection(execution));
  }

  /** Group of the office. */
  public String office(DelegateExecution execution) {
    return Groups.office(selection(execution).campaignId());
  }

  /** By when the step that is open has to be done. */
  public Date due(DelegateExecution execution) {
    return Date.from(selection(execution).dueAt());
  }

  /** What the form of the step that is open shows. */
  public String brief(DelegateExecution execution) {
    return briefs.of(selection(execution));
  }

  /** Whether the plan encourages a field visit (R56). */
  public boolean fieldVisit(DelegateExecution execution) {
    return rules.entry(selection(execution)).fieldVisitFrom() != null;
  }

  /** Ways of finding a benchmark, to choose from (R57). */
  public Object means(DelegateExecution execution) {
    return json(
        rules.entry(selection(execution)).means().stream()
            .map(means -> Map.of("label", means, "value", means))
            .toList());
  }

  /** The newest proposal in the fields of the form; an empty one before the first. */
  public Object proposal(DelegateExecution execution) {
    var key = selection(execution).key();
    return json(
        selections.versions(key).stream()
            .findFirst()
            .map(newest -> SelectionForms.fields(newest, selections.visit(key).orElse(null)))
            .orElseGet(SelectionForms::empty));
  }

  /** The fields of the discussion, empty: a group that begins as nothing cannot be handed in. */
  public Object discussion(DelegateExecution execution) {
    return json(Map.of("participants", "", "result", ""));
  }

  /** The draft of the standard, for the office to fix. */
  public Object standard(DelegateExecution execution) {
    return json(
        Map.of(
            "standard",
            selections.versions(selection(execution).key()).stream()
                .findFirst()
                .map(newest -> newest.standard())
                .orElse("")));
  }

  private Object json(Object value) {
    return SpinValues.jsonValue(json.valueToTree(value).toString()).create();
  }

  private Selection selection(DelegateExecution execution) {
    return selections.get(execution.getProcessBusinessKey());
  }
}
