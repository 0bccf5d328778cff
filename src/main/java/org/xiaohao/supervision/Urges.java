package org.xiaohao.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.Chunks;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Refusal;

/** Who was urged, when, and what they said to it. */
@Repository
public class Urges {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  Urges(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** Urges about an item, the newest first. */
  public List<Urge> about(String itemKey) {
    return jdbc.sql("select * from supervision_urge where item_key = ? order by id desc")
        .param(itemKey)
        .query(Urges::urge)
        .list();
  }

  /**
   * The urge with that id.
   *
   * @throws Refusal if there is none
   */
  public Urge get(long id) {
    return jdbc.sql("select * from supervision_urge where id = ?")
        .param(id)
        .query(Urges::urge)
        .optional()
        .orElseThrow(() -> new Refusal("supervision.urge-unknown", String.valueOf(id)));
  }

  /** How often those items were urged on a day; without items that were not. */
  Map<String, Integer> on(LocalDate day, Collection<String> itemKeys) {
    var counts = new HashMap<String, Integer>();
    for (var keys : Chunks.of(itemKeys)) {
      jdbc.sql(
              """
              select item_key, max(number) as times from supervision_urge
              where urged_on = :day and item_key in (:keys) group by item_key
              """)
          .param("day", day)
          .param("keys", keys)
          .query(
              row -> {
                counts.put(row.getString("item_key"), row.getInt("times"));
              });
    }
    return counts;
  }

  /** The number of an urge is unique in its day. */
  void insert(List<Urge> urges) {
    batch.batchUpdate(
        """
        insert into supervision_urge
          (campaign_id, item_key, urged_on, number, person_id, urged_by, urged_at, text)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        urges.stream()
            .map(
                urge ->
                    new Object[] {
                      urge.campaignId(),
                      urge.itemKey(),
                      urge.urgedOn(),
                      urge.number(),
                      urge.personId(),
                      urge.urgedBy(),
                      DbTime.of(urge.urgedAt()),
                      urge.text()
                    })
            .toList());
  }

  void answered(long id, String answer, Instant at) {
    jdbc.sql("update supervision_urge set answer = ?, answered_at = ? where id = ?")
        .params(answer, DbTime.of(at), id)
        .update();
  }

  private static Urge urge(ResultSet row, int number) throws SQLException {
    return new Urge(
        row.getLong("id"),
        row.getString("campaign_id"),
        row.getString("item_key"),
        row.getObject("urged_on", LocalDate.class),
        row.getInt("number"),
        row.getString("person_id"),
        row.getString("urged_by"),
        DbTime.in(row, "urged_at"),
        row.getString("text"),
        row.getString("answer"),
        DbTime.in(row, "answered_at"));
  }
}
