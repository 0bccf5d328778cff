package org.xiaohao.webapps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ClientErrorException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.submission.Submissions;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** What people send with a form, and what becomes of two who do the same task. */
@CampaignTest
class FormGuardTest {

  private static final String ESSAY = "essay/arts.staff";
  private static final String SUBMIT = "userTask_submit";

  @Autowired private TestCampaign campaign;
  @Autowired private TaskService tasks;
  @Autowired private FormService forms;
  @Autowired private RuntimeService runtime;
  @Autowired private RepositoryService models;
  @Autowired private Submissions submissions;

  @BeforeEach
  void launches() {
    campaign.launch();
  }

  private static Map<String, Object> filledIn() {
    return Map.of(
        "paper",
        TestCampaign.json("{\"text\":\"三个问题和对策\"}"),
        "reviewOutcome",
        "ACCEPTED",
        "title",
        "别的名称",
        "whatever",
        "x");
  }

  private List<String> variables() {
    var instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(campaign.key(ESSAY))
            .singleResult()
            .getId();
    return runtime.createVariableInstanceQuery().processInstanceIdIn(instance).list().stream()
        .map(
            variable ->
                variable.getName().equals("title")
                    ? "title=" + variable.getValue()
                    : variable.getName())
        .toList();
  }

  @Test
  void a_completion_leaves_no_variable_that_the_form_does_not_have() {
    var title = variables().stream().filter(name -> name.startsWith("title=")).toList();

    campaign.complete(ESSAY, SUBMIT, "arts.staff", filledIn());

    assertThat(submissions.versions(campaign.key(ESSAY))).hasSize(1);
    assertThat(variables()).doesNotContain("whatever").containsAll(title);
    assertThat(campaign.openTasks(ESSAY)).containsExactly("userTask_review");
    assertThat(campaign.task(ESSAY, "userTask_review").getName()).doesNotContain("别的名称");
  }

  @Test
  void a_form_that_is_handed_in_leaves_none_either() {
    var task = campaign.task(ESSAY, SUBMIT).getId();

    campaign.as(
        "arts.staff",
        () -> {
          forms.submitTaskForm(task, filledIn());
          return null;
        });
    campaign.runJobs();

    assertThat(submissions.versions(campaign.key(ESSAY))).hasSize(1);
    assertThat(variables()).doesNotContain("whatever");
  }

  @Test
  void a_start_form_leaves_none() {
    var model =
        models
            .createProcessDefinitionQuery()
            .processDefinitionKey("rectification")
            .latestVersion()
            .singleResult()
            .getId();
    Map<String, Object> sent =
        Map.of(
            "problem",
            TestCampaign.json(
                """
                {"text":"服务窗口排队时间长","source":"SUGGESTION","about":"OWN"}"""),
            "whatever",
            "x");

    var started = campaign.as("arts.staff", () -> forms.submitStartForm(model, sent));

    assertThat(runtime.createProcessInstanceQuery().processInstanceId(started.getId()).count())
        .isOne();
    assertThat(runtime.createVariableInstanceQuery().processInstanceIdIn(started.getId()).list())
        .extracting(variable -> variable.getName())
        .doesNotContain("whatever")
        .contains("title");
  }

  @Test
  void whoever_comes_second_is_told_in_words() {
    var task = campaign.task(ESSAY, SUBMIT).getId();
    campaign.complete(ESSAY, SUBMIT, "arts.staff", filledIn());

    assertThatThrownBy(
            () ->
                campaign.as(
                    "arts.staff",
                    () -> {
                      tasks.complete(task, filledIn());
                      return null;
                    }))
        .isInstanceOfSatisfying(
            ClientErrorException.class,
            conflict -> assertThat(conflict.getResponse().getStatus()).isEqualTo(409))
        .hasMessageContaining("刚刚已由他人办理");
    assertThat(submissions.versions(campaign.key(ESSAY))).hasSize(1);
  }
}
