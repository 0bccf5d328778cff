package org.xiaohao.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the engine remembers, and what it does not. */
class LeanHistoryTest {

  private static ProcessEngine engine;
  private static HistoryService history;

  @BeforeAll
  static void startTheEngine() {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("lean-history");
    configuration.setJdbcUrl("jdbc:h2:mem:lean-history");
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_CREATE_DROP);
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    configuration.getProcessEnginePlugins().add(new LeanHistory());
    engine = configuration.buildProcessEngine();
    history = engine.getHistoryService();
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(
            "paper.bpmn",
            Bpmn.createExecutableProcess("paper")
                .startEvent()
                .userTask("write")
                .camundaAsyncAfter()
                .serviceTask("count")
                .camundaExpression("${pages + copies}")
                .endEvent()
                .done())
        .deploy();
  }

  @AfterAll
  static void stopTheEngine() {
    engine.close();
  }

  private static void write(Object copies) {
    var instance = engine.getRuntimeService().startProcessInstanceByKey("paper");
    var tasks = engine.getTaskService();
    var task = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    tasks.setVariable(task.getId(), "pages", 1);
    tasks.complete(task.getId(), Map.of("pages", 2, "copies", copies));
    var job = engine.getManagementService().createJobQuery().processInstanceId(instance.getId());
    engine.getManagementService().executeJob(job.singleResult().getId());
  }

  @Test
  void the_last_value_is_kept_and_the_steps_to_it_are_not() {
    write(1);

    assertThat(history.createHistoricVariableInstanceQuery().variableName("pages").list())
        .extracting(HistoricVariableInstance::getValue)
        .contains(2);
    assertThat(history.createHistoricDetailQuery().variableUpdates().count()).isZero();
    assertThat(history.createHistoricActivityInstanceQuery().activityId("write").count())
        .isPositive();
    assertThat(history.createHistoricTaskInstanceQuery().finished().count()).isPositive();
  }

  @Test
  void of_jobs_only_a_failed_one_leaves_a_trace() {
    assertThatThrownBy(() -> write("a few")).isInstanceOf(ProcessEngineException.class);

    assertThat(history.createHistoricJobLogQuery().failureLog().count()).isEqualTo(1);
    assertThat(history.createHistoricJobLogQuery().count()).isEqualTo(1);
  }
}
