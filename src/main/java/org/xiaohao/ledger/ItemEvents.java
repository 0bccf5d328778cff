package org.xiaohao.ledger;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;

/** What happened to the things of the rooms: each room keeps the events of its own. */
@Repository
public class ItemEvents {

  private final JdbcClient jdbc;

  ItemEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The events of a thing, the oldest first; none for a room that keeps none by item. */
  public List<ItemEvent> of(String key) {
    return jdbc.sql(
            "select at, who, what, why from ledger_event where item_key = ? order by at, id")
        .param(key)
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
