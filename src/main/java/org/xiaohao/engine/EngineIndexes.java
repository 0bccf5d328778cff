package org.xiaohao.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.springframework.stereotype.Component;

/** Adds the indexes that the engine's scripts lack. */
@Component
class EngineIndexes extends AbstractProcessEnginePlugin {

  /**
   * Without the first each completion of a task scans all open tasks; without the second each page
   * of the office's list sorts them.
   */
  private static final List<String> EVERYWHERE =
      List.of(
          "create index if not exists XH_IDX_TASK_PARENT on ACT_RU_TASK(PARENT_TASK_ID_)",
          "create index if not exists XH_IDX_TASK_DUE on ACT_RU_TASK(DUE_DATE_, ID_)");

  /**
   * The engine asks for the variables of an execution that belong to no task; without it H2 reads
   * all variables that belong to none. PostgreSQL's planner knows better.
   */
  private static final List<String> H2 =
      List.of(
          "create index if not exists XH_IDX_VARIABLE_SCOPE on"
              + " ACT_RU_VARIABLE(EXECUTION_ID_, TASK_ID_)");

  private final DataSource database;

  EngineIndexes(DataSource database) {
    this.database = database;
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    var onlyHere =
        DbSqlSessionFactory.H2.equals(settings.getDatabaseType()) ? H2 : List.<String>of();
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      for (var index : Stream.concat(EVERYWHERE.stream(), onlyHere.stream()).toList()) {
        statement.execute(index);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("an index of the engine cannot be created", failed);
    }
  }
}
