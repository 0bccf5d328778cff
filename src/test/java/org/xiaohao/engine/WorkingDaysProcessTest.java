package org.xiaohao.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiaohao.calendar.HolidayCalendars;
import org.xiaohao.shared.Refusal;

/** Working-day limits in a real engine, by its own clock. */
class WorkingDaysProcessTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static ProcessEngine engine;

  @BeforeAll
  static void startTheEngine() {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("working-days");
    configuration.setJdbcUrl("jdbc:h2:mem:working-days");
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_CREATE_DROP);
    configuration.setEnforceHistoryTimeToLive(false);
    configuration
        .getProcessEnginePlugins()
        .add(
            new WorkingDays(
                new HolidayCalendars(Path.of("calendars")),
                new DueDateProperties(SHANGHAI, LocalTime.of(18, 0))));
    engine = configuration.buildProcessEngine();
  }

  @AfterAll
  static void stopTheEngine() {
    engine.close();
  }

  @AfterEach
  void clear() {
    ClockUtil.reset();
    for (var deployment : engine.getRepositoryService().createDeploymentQuery().list()) {
      engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2017-03-31T09:00+08:00, P1WD, 2017-04-01T18:00+08:00",
    "2017-03-31T09:00+08:00, P2WD, 2017-04-05T18:00+08:00",
    "2017-03-31T23:59+08:00, P2WD, 2017-04-05T18:00+08:00",
    "2017-03-30T17:00Z,      P2WD, 2017-04-05T18:00+08:00",
    "2017-04-29T09:00+08:00, P1WD, 2017-05-02T18:00+08:00",
    "2017-05-26T09:00+08:00, P10WD, 2017-06-12T18:00+08:00",
  })
  void aDueDateAndABoundaryTimerCountInWorkingDays(
      ZonedDateTime now, String limit, ZonedDateTime expected) {
    start(now, limit);

    var dueDate = Date.from(expected.toInstant());
    assertThat(engine.getTaskService().createTaskQuery().singleResult().getDueDate())
        .isEqualTo(dueDate);
    assertThat(engine.getTaskService().createTaskQuery().singleResult().getFollowUpDate())
        .isEqualTo(dueDate);
    assertThat(engine.getManagementService().createJobQuery().timers().singleResult().getDuedate())
        .isEqualTo(dueDate);
  }

  @Test
  void theTimerFiresAtTheLimitAndNotBefore() {
    start(ZonedDateTime.parse("2017-03-31T09:00+08:00"), "P2WD");

    ClockUtil.setCurrentTime(date("2017-04-05T17:59:59+08:00"));
    assertThat(engine.getManagementService().createJobQuery().executable().count()).isZero();
    ClockUtil.setCurrentTime(date("2017-04-05T18:00:01+08:00"));
    var due = engine.getManagementService().createJobQuery().executable().singleResult();
    engine.getManagementService().executeJob(due.getId());

    assertThat(
            engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .activityId("endEvent_overdue")
                .count())
        .isOne();
  }

  @Test
  void aTimerThatIsRecalculatedFromItsCreationKeepsItsLimit() {
    start(ZonedDateTime.parse("2017-03-31T09:00+08:00"), "P2WD");
    var management = engine.getManagementService();
    var job = management.createJobQuery().timers().singleResult().getId();

    ClockUtil.setCurrentTime(date("2017-04-05T09:00:00+08:00"));
    management.recalculateJobDuedate(job, true);
    assertThat(management.createJobQuery().timers().singleResult().getDuedate())
        .isEqualTo(date("2017-04-05T18:00:00+08:00"));

    management.recalculateJobDuedate(job, false);
    assertThat(management.createJobQuery().timers().singleResult().getDuedate())
        .isEqualTo(date("2017-04-07T18:00:00+08:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "P2D, 2017-04-02T09:00:00+08:00",
    "PT4H, 2017-03-31T13:00:00+08:00",
    "P1W, 2017-04-07T09:00:00+08:00",
    "2017-05-01T18:00:00+08:00, 2017-05-01T18:00:00+08:00",
  })
  void everythingElseMeansWhatItMeansToTheEngine(String notation, String expected) {
    start(ZonedDateTime.parse("2017-03-31T09:00+08:00"), notation);

    assertThat(engine.getTaskService().createTaskQuery().singleResult().getDueDate())
        .isEqualTo(date(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P0WD", "P-1WD", "PWD", "P1WDT2H", "P10000WD", "tomorrow"})
  void whatIsNeitherIsRefusedByTheEngine(String notation) {
    assertThatThrownBy(() -> start(ZonedDateTime.parse("2017-03-31T09:00+08:00"), notation))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining(notation);
  }

  @Test
  void aLimitInAYearWithoutACalendarIsRefusedAndNothingIsStarted() {
    assertThatThrownBy(() -> start(ZonedDateTime.parse("2017-12-29T09:00+08:00"), "P1WD"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("2018.json");
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
  }

  private static void start(ZonedDateTime now, String limit) {
    ClockUtil.setCurrentTime(Date.from(now.toInstant()));
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance("p.bpmn", model(limit))
        .deploy();
    engine.getRuntimeService().startProcessInstanceByKey("paper");
  }

  private static BpmnModelInstance model(String limit) {
    return Bpmn.createExecutableProcess("paper")
        .startEvent()
        .userTask("userTask_submit")
        .camundaDueDate(limit)
        .camundaFollowUpDate(limit)
        .endEvent()
        .moveToActivity("userTask_submit")
        .boundaryEvent("boundaryEvent_limit")
        .timerWithDate(limit)
        .endEvent("endEvent_overdue")
        .done();
  }

  private static Date date(String text) {
    return Date.from(ZonedDateTime.parse(text).toInstant());
  }
}
