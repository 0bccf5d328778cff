package org.xiaohao.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;

/**
 * The office's list of everything, by due date. The engine asks for distinct rows, so the database
 * sorts all open tasks for a page of fifteen; here the page is read off an index first. Only for
 * who may read every task, and where nothing else is asked.
 */
final class AllTasks {

  private static final Set<String> NOTHING_ELSE = Set.of("active", "orderingProperties");

  private static final String DUE = "DUE_DATE_";
  private static final int LARGEST_PAGE = 200;

  private AllTasks() {}

  /** Whether all open tasks are meant, and the reader may see all. */
  static boolean isMeant(TaskQueryImpl query) {
    return query.getTaskIdIn() == null
        && query.getQueries().size() == 1
        && NOTHING_ELSE.containsAll(new JsonTaskQueryConverter().toJsonObject(query).keySet())
        && Context.getCommandContext()
            .getAuthorizationManager()
            .isAuthorized(
                ProcessDefinitionPermissions.READ_TASK,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY);
  }

  /** Looks up which tasks stand on the page that is asked for. */
  static void turnTo(TaskQueryImpl query) {
    var order = query.getOrderingProperties();
    if (query.getMaxResults() > LARGEST_PAGE
        || order.size() != 1
        || !DUE.equals(order.get(0).getQueryProperty().getName())
        || order.get(0).getDirection() != Direction.ASCENDING) {
      return;
    }
    var sql =
        "select ID_ from ACT_RU_TASK"
            + state(query)
            + " order by DUE_DATE_, ID_ offset ? rows fetch next ? rows only";
    try (var statement = OwnTasksFirst.connection().prepareStatement(sql)) {
      statement.setInt(1, query.getFirstResult());
      statement.setInt(2, query.getMaxResults());
      var ids = new ArrayList<String>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
      query.taskIdIn(OwnTasksFirst.filledUp(ids).toArray(String[]::new));
      query.setFirstResult(0);
    } catch (SQLException failed) {
      throw new IllegalStateException("a page of the open tasks cannot be looked up", failed);
    }
  }

  /** How many there are. */
  static long count(TaskQueryImpl query) {
    var sql = "select count(*) from ACT_RU_TASK" + state(query);
    try (var statement = OwnTasksFirst.connection().prepareStatement(sql);
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException("the open tasks cannot be counted", failed);
    }
  }

  private static String state(TaskQueryImpl query) {
    var wanted = query.getSuspensionState();
    return wanted == null ? "" : " where SUSPENSION_STATE_ = " + wanted.getStateCode();
  }
}
