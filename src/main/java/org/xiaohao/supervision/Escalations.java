package org.xiaohao.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;
import org.xiaohao.supervision.Late.Concern;

/** What was late, and who was told of it. */
@Repository
class Escalations {

  /** A level that was told. */
  record Told(long lateId, int level) {}

  private static final String SELECT =
      """
      select late.*, coalesce(
        (select max(level) from supervision_escalation where late_id = late.id), -1) as told
      from supervision_late late
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  Escalations(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /**
   * Records that a limit has passed.
   *
   * @return with its id; empty where it was recorded before
   */
  Optional<Late> record(Late late, Instant at) {
    var rows =
        jdbc.sql(
                """
                insert into supervision_late
                  (campaign_id, item_key, task, due_at, concern, title, noticed_at)
                select cast(? as varchar), cast(? as varchar), cast(? as varchar),
                  cast(? as timestamp with time zone), cast(? as varchar), cast(? as varchar),
                  cast(? as timestamp with time zone)
                where not exists (select 1 from supervision_late
                  where item_key = ? and task = ? and due_at = ?)
                """)
            .params(
                late.campaignId(),
                late.key(),
                late.task(),
                DbTime.of(late.dueAt()),
                late.concern().name(),
                late.title(),
                DbTime.of(at),
                late.key(),
                late.task(),
                DbTime.of(late.dueAt()))
            .update();
    return rows == 0
        ? Optional.empty()
        : jdbc.sql(SELECT + " where item_key = ? and task = ? and due_at = ?")
            .params(late.key(), late.task(), DbTime.of(late.dueAt()))
            .query(Escalations::late)
            .optional();
  }

  /** Everything that was late in a campaign and was not told to the last level. */
  List<Late> notToldTo(String campaignId, int lastLevel) {
    return jdbc.sql(
            "select * from (" + SELECT + " where campaign_id = ?) late where told < ? order by id")
        .params(campaignId, lastLevel)
        .query(Escalations::late)
        .list();
  }

  void told(List<Told> levels, Instant at) {
    batch.batchUpdate(
        "insert into supervision_escalation (late_id, level, told_at) values (?, ?, ?)",
        levels.stream()
            .map(told -> new Object[] {told.lateId(), told.level(), DbTime.of(at)})
            .toList());
  }

  private static Late late(ResultSet row, int number) throws SQLException {
    return new Late(
        row.getLong("id"),
        row.getString("campaign_id"),
        row.getString("item_key"),
        row.getString("task"),
        DbTime.in(row, "due_at"),
        Concern.valueOf(row.getString("concern")),
        row.getString("title"),
        row.getInt("told"));
  }
}
