package org.xiaohao.rectification;

import static org.xiaohao.testing.TestCampaign.json;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.xiaohao.testing.TestCampaign;

/** The steps of a problem as people do them in Tasklist: unit arts, verifier helixin. */
class ProblemSteps {

  static final String OWNER = "arts.staff";
  static final String VERIFIER = "helixin";

  private final TestCampaign campaign;
  private final FormService forms;
  private final RepositoryService repository;
  private int checks;

  ProblemSteps(TestCampaign campaign, FormService forms, RepositoryService repository) {
    this.campaign = campaign;
    this.forms = forms;
    this.repository = repository;
  }

  /** By the start form, about the own unit. */
  void register(String person, String text) {
    register(
        person, null, "{\"text\":\"" + text + "\",\"source\":\"SUGGESTION\",\"about\":\"OWN\"}");
  }

  void register(String person, String businessKey, String fields) {
    campaign.as(
        person,
        () -> {
          var definition =
              repository
                  .createProcessDefinitionQuery()
                  .processDefinitionKey("rectification")
                  .latestVersion()
                  .singleResult();
          if (definition == null) {
            throw new AuthorizationException("nothing that %s may start".formatted(person));
          }
          return forms.submitStartForm(
              definition.getId(), businessKey, Map.of("problem", json(fields)));
        });
    campaign.runJobs();
  }

  void accept(String problem) {
    campaign.complete(
        problem,
        "userTask_triage",
        "liuguangli",
        Map.of(
            "outcome", "ACCEPTED", "unit", "arts", "kind", "能力不足", "weight", "3", "urgency", "2"));
  }

  void triage(String problem, String outcome, Map<String, Object> more) {
    var fields = new java.util.HashMap<String, Object>(more);
    fields.put("outcome", outcome);
    campaign.complete(problem, "userTask_triage", "liuguangli", fields);
  }

  void propose(String problem, String owner, LocalDate until) {
    campaign.complete(
        problem,
        "userTask_analyse",
        "arts.liaison",
        Map.of(
            "proposal",
            json(
                "{\"cause\":\"制度不细\",\"measure\":\"修订制度\",\"owner\":\"%s\",\"until\":\"%s\"}"
                    .formatted(owner, until))));
  }

  void confirm(String problem, boolean onSite) {
    campaign.complete(
        problem,
        "userTask_confirm",
        "liuguangli",
        Map.of("outcome", "PASSED", "verifier", VERIFIER, "onSite", onSite));
  }

  void returnProposal(String problem, String reason) {
    campaign.complete(
        problem, "userTask_confirm", "liuguangli", Map.of("outcome", "RETURNED", "reason", reason));
  }

  void rectify(String problem, String owner) {
    campaign.complete(
        problem,
        "userTask_rectify",
        owner,
        Map.of(
            "work", json("{\"before\":\"等候两天\",\"after\":\"当天答复，第%d次检查\"}".formatted(++checks))));
  }

  void check(String problem, String head) {
    campaign.complete(problem, "userTask_check", head, Map.of("outcome", "PASSED"));
  }

  void verify(String problem) {
    campaign.complete(
        problem, "userTask_verify", VERIFIER, Map.of("outcome", "PASSED", "note", "属实"));
  }

  /** From triage to the owner, to be rectified by 31 March. */
  void toOwner(String problem) {
    accept(problem);
    propose(problem, OWNER, LocalDate.of(2017, 3, 31));
    confirm(problem, false);
  }

  /** From triage to struck off. */
  void toClosedOut(String problem) {
    toOwner(problem);
    rectify(problem, OWNER);
    check(problem, "arts.head");
    verify(problem);
  }
}
