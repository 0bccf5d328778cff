package org.xiaohao.ledger;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;

/** What happened to the things of the rooms: each room keeps the events of its own. */
@Repository
public class ItemEvents {

  private static final String QUERY =
      "select at, who, what, why from %s where item_key = ? order by at, id";

  private static final Map<String, String> TABLES =
      Map.of(
          "submission", "submission_event",
          "study", "study_event",
          "consultation", "consultation_event",
          "meeting", "meeting_event",
          "benchmark", "benchmark_event",
          "rectification",
              """
              (select problem_key as item_key, at, who, what, why, sequence as id
               from rectification_event) event\
              """);

  private final JdbcClient jdbc;

  ItemEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order in which they happened; none for a room that keeps no events by item. */
  public List<ItemEvent> of(LedgerItem item) {
    var table = TABLES.get(item.room());
    if (table == null) {
      return List.of();
    }
    return jdbc.sql(QUERY.formatted(table))
        .param(item.key())
        .query(
            (row, number) ->
                new ItemEvent(
                    DbTime.in(row, "at"),
                    row.getString("who"),
                    row.getString("what"),
                    row.getString("why")))
        .list();
  }
}
