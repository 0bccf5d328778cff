package org.xiaohao.simulation.people;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.spin.plugin.variable.SpinValues;
import org.xiaohao.campaign.Plan.OwedBy;

/**
 * Problems that people register by starting the process in Tasklist: a unit two with its
 * self-check, and now and then somebody a suggestion.
 */
@Simulated
class Findings {

  private static final List<String> CHECKS =
      List.of("SELF_CHECK", "CHECK_SUPERIORS", "CHECK_ADVANCED", "CHECK_SERVED");

  private final FormService forms;
  private final RepositoryService repository;

  Findings(FormService forms, RepositoryService repository) {
    this.forms = forms;
    this.repository = repository;
  }

  /** What somebody found while writing a paper. */
  void after(Todo todo, Desk desk) {
    var paper = todo.dates().plan().paper(todo.part(1)).orElseThrow();
    if (paper.owedBy() == OwedBy.UNIT && desk.text("content").equals("TEXT")) {
      for (var i = 0; i < 2; i++) {
        register(todo, desk, todo.lots().one("source" + i, CHECKS), "OWN", i);
      }
    } else if (paper.owedBy() == OwedBy.PERSON && todo.lots().chance("suggestion", 0.02)) {
      register(todo, desk, "SUGGESTION", "OTHER", 0);
    }
  }

  private void register(Todo todo, Desk desk, String source, String about, int index) {
    var text = desk.say("problem-" + todo.lots().between("problem" + index, 1, 5));
    var problem = Desk.group().put("text", text).put("source", source).put("about", about);
    var definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("rectification")
            .latestVersion()
            .singleResult();
    desk.as(
        desk.person(),
        () ->
            forms.submitStartForm(
                definition.getId(),
                Map.of("problem", SpinValues.jsonValue(problem.toString()).create())));
  }
}
