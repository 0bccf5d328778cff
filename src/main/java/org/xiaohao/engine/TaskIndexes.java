package org.xiaohao.engine;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.stereotype.Component;

/**
 * Adds the index that the engine's scripts for H2 and PostgreSQL lack: without it each completion
 * of a task scans all open tasks.
 */
@Component
class TaskIndexes extends AbstractProcessEnginePlugin {

  private final DataSource database;

  TaskIndexes(DataSource database) {
    this.database = database;
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "create index if not exists XH_IDX_TASK_PARENT on ACT_RU_TASK(PARENT_TASK_ID_)");
    } catch (SQLException failed) {
      throw new IllegalStateException("the index on ACT_RU_TASK cannot be created", failed);
    }
  }
}
