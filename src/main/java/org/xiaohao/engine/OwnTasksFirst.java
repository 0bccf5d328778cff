package org.xiaohao.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Finds the tasks of a person by the indexes of assignees and candidates. "Assigned to me or
 * offered to me" is one condition over two tables for the engine, and the database reads every open
 * task for it: the list of somebody with ten tasks grows slower with the tasks of all others. Here
 * the few that can be meant are looked up first, and the engine chooses among them, with all its
 * other conditions and rights.
 */
@Component
class OwnTasksFirst extends AbstractProcessEnginePlugin {

  private static final int STEP = 50;

  /** Id of no task. */
  private static final String NONE = "none";

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    if (engine.getCustomSessionFactories() == null) {
      engine.setCustomSessionFactories(new ArrayList<>());
    }
    engine.getCustomSessionFactories().add(new Tasks.Factory());
  }

  /** Of the command that is under way. */
  static Connection connection() {
    return Context.getCommandContext().getDbSqlSession().getSqlSession().getConnection();
  }

  /** So that the database sees few different statements. */
  static List<String> filledUp(List<String> ids) {
    do {
      ids.add(NONE);
    } while (ids.size() % STEP != 0);
    return ids;
  }

  private static final class Tasks extends TaskManager {

    /** Who has more than that sees them found the engine's way. */
    private static final int FEW = 500;

    private static final Set<String> OF_PERSON =
        Set.of("assignee", "assigneeExpression", "candidateUser", "candidateUserExpression");

    @Override
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
      if (AllTasks.isMeant(query)) {
        AllTasks.turnTo(query);
      } else {
        narrow(query);
      }
      return super.findTasksByQueryCriteria(query);
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
      if (AllTasks.isMeant(query)) {
        return AllTasks.count(query);
      }
      narrow(query);
      return super.findTaskCountByQueryCriteria(query);
    }

    private static void narrow(TaskQueryImpl query) {
      if (query.getTaskIdIn() == null) {
        query.getQueries().stream()
            .filter(Tasks::isOfPerson)
            .findFirst()
            .flatMap(Tasks::ids)
            .ifPresent(ids -> query.taskIdIn(ids.toArray(String[]::new)));
      }
    }

    /** Exactly that: one condition more, and other tasks could be meant as well. */
    private static boolean isOfPerson(TaskQueryImpl part) {
      return part.isOrQueryActive()
          && part.getAssignee() != null
          && part.getAssignee().equals(part.getCandidateUser())
          && OF_PERSON.containsAll(new JsonTaskQueryConverter().toJsonObject(part, true).keySet());
    }

    /** Empty if there are too many. */
    private static Optional<List<String>> ids(TaskQueryImpl part) {
      var groups = part.getCandidateGroups();
      var names = groups == null || groups.isEmpty() ? List.of("") : groups;
      var sql =
          "select ID_ from ACT_RU_TASK where ASSIGNEE_ = ? union"
              + " select TASK_ID_ from ACT_RU_IDENTITYLINK where TYPE_ = 'candidate'"
              + " and USER_ID_ = ? and TASK_ID_ is not null union"
              + " select TASK_ID_ from ACT_RU_IDENTITYLINK where TYPE_ = 'candidate'"
              + " and GROUP_ID_ in (?"
              + ", ?".repeat(names.size() - 1)
              + ") and TASK_ID_ is not null fetch first "
              + (FEW + 1)
              + " rows only";
      try (var statement = connection().prepareStatement(sql)) {
        var index = 1;
        statement.setString(index++, part.getAssignee());
        statement.setString(index++, part.getCandidateUser());
        for (var name : names) {
          statement.setString(index++, name);
        }
        var ids = new ArrayList<String>();
        try (var rows = statement.executeQuery()) {
          while (rows.next()) {
            ids.add(rows.getString(1));
          }
        }
        return ids.size() > FEW ? Optional.empty() : Optional.of(filledUp(ids));
      } catch (SQLException failed) {
        throw new IllegalStateException("the tasks of a person cannot be looked up", failed);
      }
    }

    private static final class Factory implements SessionFactory {

      @Override
      public Class<?> getSessionType() {
        return TaskManager.class;
      }

      @Override
      public Session openSession() {
        return new Tasks();
      }
    }
  }
}
