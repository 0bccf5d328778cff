package org.xiaohao.webapps.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.Chunks;
import org.xiaohao.shared.DbTime;

/** Drafts by task and person. */
@Repository
public class Drafts {

  private final JdbcClient jdbc;

  Drafts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What that person typed into the form of that task. */
  public Optional<Draft> find(String taskId, String personId) {
    return jdbc.sql("select * from webapps_draft where task_id = ? and person_id = ?")
        .params(taskId, personId)
        .query(Drafts::draft)
        .optional();
  }

  /** All that was typed for those items. */
  List<Draft> of(Collection<String> itemKeys) {
    var found = new ArrayList<Draft>();
    for (var chunk : Chunks.of(itemKeys)) {
      found.addAll(
          jdbc.sql("select * from webapps_draft where item_key in (:keys)")
              .param("keys", chunk)
              .query(Drafts::draft)
              .list());
    }
    return found;
  }

  void put(Draft draft) {
    var saved = DbTime.of(draft.savedAt());
    var rows =
        jdbc.sql(
                "update webapps_draft set content = ?, saved_at = ?"
                    + " where task_id = ? and person_id = ?")
            .params(draft.content(), saved, draft.taskId(), draft.personId())
            .update();
    if (rows == 0) {
      jdbc.sql(
              """
              insert into webapps_draft (task_id, person_id, item_key, element, content, saved_at)
              values (?, ?, ?, ?, ?, ?)
              """)
          .params(
              draft.taskId(),
              draft.personId(),
              draft.itemKey(),
              draft.element(),
              draft.content(),
              saved)
          .update();
    }
  }

  void remove(String taskId, String personId) {
    jdbc.sql("delete from webapps_draft where task_id = ? and person_id = ?")
        .params(taskId, personId)
        .update();
  }

  /** Removes what anybody typed into the form of that task. */
  void removeAll(String taskId) {
    jdbc.sql("delete from webapps_draft where task_id = ?").param(taskId).update();
  }

  /** Hands a draft on to the task that took the place of its own. */
  void move(Draft draft, String toTask) {
    jdbc.sql("update webapps_draft set task_id = ? where task_id = ? and person_id = ?")
        .params(toTask, draft.taskId(), draft.personId())
        .update();
  }

  private static Draft draft(ResultSet row, int number) throws SQLException {
    return new Draft(
        row.getString("task_id"),
        row.getString("person_id"),
        row.getString("item_key"),
        row.getString("element"),
        row.getString("content"),
        DbTime.in(row, "saved_at"));
  }
}
