package org.xiaohao.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** Nobody runs code by asking a question, and no model reaches beyond its room. */
@CampaignTest
class ExpressionHolesTest {

  @Autowired private TaskService tasks;
  @Autowired private FilterService filters;
  @Autowired private ProcessEngineConfiguration engine;
  @Autowired private TestCampaign campaign;

  /** Shows that an expression was evaluated: it fails in its own way. */
  private static final String MARK = "${1/0 + unknownBean.evaluated}";

  @Test
  void an_expression_is_refused_wherever_it_stands_in_a_query() {
    refused(() -> tasks.createTaskQuery().taskAssigneeExpression(MARK).count());
    refused(() -> tasks.createTaskQuery().or().taskAssigneeExpression(MARK).endOr().count());
    refused(() -> tasks.createTaskQuery().or().dueBeforeExpression(MARK).endOr().list());
    refused(
        () ->
            tasks
                .createTaskQuery()
                .or()
                .taskName("a")
                .endOr()
                .or()
                .taskCandidateGroupInExpression(MARK)
                .endOr()
                .singleResult());
    assertThat(tasks.createTaskQuery().or().taskAssignee("nobody").endOr().count()).isZero();
  }

  @Test
  void a_filter_with_an_expression_is_neither_kept_nor_extended() {
    refused(() -> filter(tasks.createTaskQuery().taskAssigneeExpression(MARK)));
    refused(() -> filter(tasks.createTaskQuery().or().taskAssigneeExpression(MARK).endOr()));
    var plain = filter(tasks.createTaskQuery().taskAssignee("nobody"));
    refused(
        () ->
            filters.list(plain, tasks.createTaskQuery().or().taskAssigneeExpression(MARK).endOr()));
    filters.deleteFilter(plain);
  }

  private String filter(TaskQuery query) {
    return filters.saveFilter(filters.newTaskFilter("f").setQuery(query)).getId();
  }

  /** The ready filters are made of these two. */
  @Test
  void who_asks_may_be_asked() {
    campaign.launch();
    var mine =
        filter(
            tasks
                .createTaskQuery()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .endOr());
    assertThat(campaign.as("liuguangli", () -> tasks.createTaskQuery().count())).isPositive();
    assertThat(campaign.as("admin", () -> tasks.createTaskQuery().count())).isZero();
    filters.deleteFilter(mine);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${dataSource}",
        "${runtimeService}",
        "${identityService}",
        "${messageSource}",
        "${instances}",
        "${''.getClass()}",
        "${''.class}",
        "${submissionTasks.class.classLoader}",
        "${submissionTasks.getClass().forName('java.lang.Runtime')}"
      })
  void what_does_not_belong_to_a_model_is_out_of_its_reach(String expression) {
    assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(ProcessEngineException.class);
  }

  @Test
  void what_belongs_to_a_model_is_within_its_reach() {
    assertThat(evaluate("${submissionTasks}")).isNotNull();
    assertThat(evaluate("${escalateDelegate}")).isNotNull();
    assertThat(evaluate("${now()}")).isNotNull();
    assertThat(evaluate("${1 + 1}")).isEqualTo(2L);
  }

  private Object evaluate(String expression) {
    var configuration = (ProcessEngineConfigurationImpl) engine;
    return configuration
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                configuration
                    .getExpressionManager()
                    .createExpression(expression)
                    .getValue(StartProcessVariableScope.getSharedInstance()));
  }

  private static void refused(Supplier<Object> question) {
    assertThatThrownBy(question::get)
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("Expressions are forbidden");
  }
}
