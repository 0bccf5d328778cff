package org.xiaohao.rectification.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.rectification.Checkers;
import org.xiaohao.rectification.Problem;
import org.xiaohao.rectification.Problem.State;
import org.xiaohao.rectification.ProblemChoices;
import org.xiaohao.rectification.ProblemList;
import org.xiaohao.roster.Groups;

/** What the model {@code rectification} asks by expression; reads only. */
@Component
public class RectificationTasks {

  private final ProblemList problems;
  private final Campaigns campaigns;
  private final Checkers checkers;
  private final RectificationBriefs briefs;
  private final RectificationForms forms;
  private final ProblemChoices choices;
  private final ObjectMapper json;
  private final Clock clock;

  RectificationTasks(
      ProblemList problems,
      Campaigns campaigns,
      Checkers checkers,
      RectificationBriefs briefs,
      RectificationForms forms,
      ProblemChoices choices,
      ObjectMapper json,
      Clock clock) {
    this.problems = problems;
    this.campaigns = campaigns;
    this.checkers = checkers;
    this.briefs = briefs;
    this.forms = forms;
    this.choices = choices;
    this.json = json;
    this.clock = clock;
  }

  /** Group of the office. */
  public String office(DelegateExecution execution) {
    return Groups.office(problem(execution).campaignId());
  }

  /** Groups that say what the unit will do: its head and its liaison. */
  public List<String> unit(DelegateExecution execution) {
    var problem = problem(execution);
    return List.of(
        Groups.head(problem.campaignId(), problem.unitId()),
        Groups.liaison(problem.campaignId(), problem.unitId()));
  }

  /** Who rectifies it. */
  public String owner(DelegateExecution execution) {
    return problem(execution).remedy().owner();
  }

  /** Group that looks at what was rectified first. */
  public String checkers(DelegateExecution execution) {
    return checkers.group(problem(execution));
  }

  /** Who verifies it; null where that person has left. */
  public @Nullable String verifier(DelegateExecution execution) {
    return problem(execution).remedy().verifier();
  }

  /** Groups that may verify it where nobody is named. */
  public List<String> verifiers(DelegateExecution execution) {
    var problem = problem(execution);
    return problem.remedy().verifier() == null
        ? List.of(Groups.office(problem.campaignId()))
        : List.of();
  }

  /** When whoever is to act has to have acted; the day of the next look, where nobody is. */
  public Date due(DelegateExecution execution) {
    return Date.from(problem(execution).dueAt());
  }

  /** When the office has to have decided about more time: by the end of the next working day. */
  public Date extensionDue(DelegateExecution execution) {
    var dates = campaigns.dates(campaigns.of(execution.getProcessBusinessKey()));
    return Date.from(dates.limitAfter(clock.instant(), 1));
  }

  /** Whether the office has taken it up before: it comes back to its unit. */
  public boolean triaged(DelegateExecution execution) {
    return problem(execution).state() == State.ANALYSING;
  }

  /** Whether it is in the sample that is looked at again. */
  public boolean lookBackComes(DelegateExecution execution) {
    return problem(execution).state() == State.LOOK_BACK;
  }

  /** Whether it became a part of another one. */
  public boolean merged(DelegateExecution execution) {
    return problem(execution).state() == State.MERGED;
  }

  /** Whether several were made of it. */
  public boolean split(DelegateExecution execution) {
    return problem(execution).state() == State.SPLIT;
  }

  /** What every form about it shows on its top. */
  public String brief(DelegateExecution execution) {
    return briefs.of(problem(execution));
  }

  /** What the form for more time shows. */
  public String extensionBrief(DelegateExecution execution) {
    return briefs.extension(problem(execution));
  }

  /** Its texts at full length. */
  public Object problemTexts(DelegateExecution execution) {
    return json(forms.texts(problem(execution)));
  }

  /** What the unit proposed before. */
  public Object proposal(DelegateExecution execution) {
    return json(forms.proposal(problem(execution)));
  }

  /** Empty evidence, to be filled in. */
  public Object work(DelegateExecution execution) {
    return json(Map.of("before", "", "after", ""));
  }

  /** Units, as choices. */
  public Object units(DelegateExecution execution) {
    return json(choices.units(problem(execution)));
  }

  /** Kinds of problem, as choices. */
  public Object kinds(DelegateExecution execution) {
    return json(choices.kinds(problem(execution)));
  }

  /** Problems into which it can be merged, as choices. */
  public Object others(DelegateExecution execution) {
    return json(choices.others(problem(execution)));
  }

  /** People of its unit, as choices. */
  public Object members(DelegateExecution execution) {
    return json(choices.members(problem(execution)));
  }

  /** Who may be named as verifier, as choices. */
  public Object verifierChoices(DelegateExecution execution) {
    return json(choices.verifiers(problem(execution)));
  }

  /** Unit that was named with it, if any. */
  public @Nullable String unitId(DelegateExecution execution) {
    return problem(execution).unitId();
  }

  /** Kind that was named with it, if any. */
  public @Nullable String kind(DelegateExecution execution) {
    return problem(execution).rating().kind();
  }

  /** From 1 to 3. */
  public String weight(DelegateExecution execution) {
    return String.valueOf(problem(execution).rating().weight());
  }

  /** From 1 to 3. */
  public String urgency(DelegateExecution execution) {
    return String.valueOf(problem(execution).rating().urgency());
  }

  private Object json(Object value) {
    return SpinValues.jsonValue(json.valueToTree(value).toString()).create();
  }

  private Problem problem(DelegateExecution execution) {
    return problems.get(execution.getProcessBusinessKey());
  }
}
