package org.xiaohao.webapps.draft;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;

/** Drafts of what is not begun yet, by process and person. */
@Repository
public class StartDrafts {

  private final JdbcClient jdbc;

  StartDrafts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What that person typed into the form that begins that process. */
  public Optional<StartDraft> find(String process, String personId) {
    return jdbc.sql("select * from webapps_start_draft where process_key = ? and person_id = ?")
        .params(process, personId)
        .query(
            (row, number) ->
                new StartDraft(
                    row.getString("process_key"),
                    row.getString("person_id"),
                    row.getString("content"),
                    DbTime.in(row, "saved_at")))
        .optional();
  }

  void put(StartDraft draft) {
    var saved = DbTime.of(draft.savedAt());
    var rows =
        jdbc.sql(
                "update webapps_start_draft set content = ?, saved_at = ?"
                    + " where process_key = ? and person_id = ?")
            .params(draft.content(), saved, draft.process(), draft.personId())
            .update();
    if (rows == 0) {
      jdbc.sql(
              "insert into webapps_start_draft (process_key, person_id, content, saved_at)"
                  + " values (?, ?, ?, ?)")
          .params(draft.process(), draft.personId(), draft.content(), saved)
          .update();
    }
  }

  void remove(String process, String personId) {
    jdbc.sql("delete from webapps_start_draft where process_key = ? and person_id = ?")
        .params(process, personId)
        .update();
  }
}
