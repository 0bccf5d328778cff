package org.xiaohao.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.notification.OutboxRow.State;
import org.xiaohao.shared.DbTime;

/** The table behind the outbox. */
@Repository
class OutboxRows {

  private static final int LONGEST_ERROR = 1000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  OutboxRows(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /**
   * Writes notices; those whose key is there already are left alone.
   *
   * @return those that are new
   */
  List<Notice> insert(List<Notice> notices, Instant now) {
    var counts =
        batch.batchUpdate(
            """
            insert into notification_outbox (notice_key, campaign_id, person_id, person_name,
              address, subject, body, state, created_at, next_attempt_at)
            select cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),
              cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),
              cast(? as timestamp with time zone), cast(? as timestamp with time zone)
            where not exists (select 1 from notification_outbox where notice_key = ?)
            """,
            notices.stream().map(notice -> values(notice, now)).toList());
    return IntStream.range(0, counts.length)
        .filter(index -> counts[index] > 0)
        .mapToObj(notices::get)
        .toList();
  }

  private static @Nullable Object[] values(Notice notice, Instant now) {
    var address = MailText.address(notice.to().mail()).orElse(null);
    return new @Nullable Object[] {
      notice.key(),
      notice.campaignId(),
      notice.to().id(),
      notice.to().name(),
      address,
      MailText.line(notice.subject()),
      notice.body(),
      (address == null ? State.UNADDRESSED : State.QUEUED).name(),
      DbTime.of(now),
      address == null ? null : DbTime.of(now),
      notice.key()
    };
  }

  /**
   * Takes up notices that are due, the oldest first; those that another sender is taking up are
   * passed over. They stay queued and come up again at {@code leaseEnds}, should this sender die.
   * Needs a transaction, which ends before anything is sent.
   */
  List<OutboxRow> claim(Instant now, Instant leaseEnds, int size) {
    var rows =
        jdbc.sql(
                """
                select * from notification_outbox where state = 'QUEUED' and next_attempt_at <= ?
                order by next_attempt_at, id fetch first ? rows only for update skip locked
                """)
            .params(DbTime.of(now), size)
            .query(OutboxRows::row)
            .list();
    if (!rows.isEmpty()) {
      jdbc.sql(
              """
              update notification_outbox set attempts = attempts + 1, next_attempt_at = :lease
              where id in (:ids)
              """)
          .param("lease", DbTime.of(leaseEnds))
          .param("ids", rows.stream().map(OutboxRow::id).toList())
          .update();
    }
    return rows;
  }

  void sent(OutboxRow row, Instant at) {
    jdbc.sql(
            """
            update notification_outbox
            set state = 'SENT', sent_at = ?, next_attempt_at = null, last_error = null where id = ?
            """)
        .params(DbTime.of(at), row.id())
        .update();
  }

  /**
   * @param next when it is tried again; null where it is given up
   */
  void failed(OutboxRow row, String error, @Nullable Instant next) {
    jdbc.sql(
            """
            update notification_outbox set state = ?, next_attempt_at = cast(? as
              timestamp with time zone), last_error = ? where id = ?
            """)
        .params(
            (next == null ? State.FAILED : State.QUEUED).name(),
            DbTime.of(next),
            error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR),
            row.id())
        .update();
  }

  private static OutboxRow row(ResultSet row, int number) throws SQLException {
    return new OutboxRow(
        row.getLong("id"),
        row.getString("notice_key"),
        row.getString("campaign_id"),
        row.getString("person_id"),
        row.getString("person_name"),
        row.getString("address"),
        row.getString("subject"),
        row.getString("body"),
        row.getInt("attempts") + 1,
        DbTime.in(row, "created_at"));
  }
}
