package org.xiaohao.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.notification.OutboxRow.State;
import org.xiaohao.shared.DbTime;

/** The table behind the outbox: what is written into it, taken up and marked. */
@Repository
class OutboxRows {

  private static final int LONGEST_ERROR = 1000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final ObjectMapper json;

  OutboxRows(JdbcClient jdbc, JdbcTemplate batch, ObjectMapper json) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.json = json;
  }

  /**
   * Writes notices; those whose key is there already are left alone.
   *
   * @return those that are new
   */
  List<OutboxDraft> insert(List<OutboxDraft> drafts, Instant now) {
    if (drafts.isEmpty()) {
      return List.of();
    }
    var counts =
        batch.batchUpdate(
            """
            insert into notification_outbox (notice_key, channel, campaign_id, person_id,
              person_name, address, subject, body, urgency, red, item_key, link, letter, calendar,
              series, while_open, state, created_at, next_attempt_at, sent_at)
            select cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),
              cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),
              cast(? as varchar), cast(? as boolean), cast(? as varchar), cast(? as varchar),
              cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as boolean),
              cast(? as varchar), cast(? as timestamp with time zone),
              cast(? as timestamp with time zone), cast(? as timestamp with time zone)
            where not exists (select 1 from notification_outbox where notice_key = ?)
            """,
            drafts.stream().map(draft -> values(draft, now)).toList());
    return IntStream.range(0, counts.length)
        .filter(index -> counts[index] > 0)
        .mapToObj(drafts::get)
        .toList();
  }

  private @Nullable Object[] values(OutboxDraft draft, Instant now) {
    var notice = draft.notice();
    return new @Nullable Object[] {
      draft.key(),
      draft.channel().name(),
      notice.campaignId(),
      notice.to().id(),
      MailText.line(notice.to().name()),
      draft.address(),
      MailText.line(notice.subject()),
      MailText.storable(notice.body()),
      notice.urgency().name(),
      notice.red(),
      notice.itemKey(),
      notice.link(),
      write(notice.letter()),
      write(notice.appointment()),
      notice.series(),
      notice.isWhileOpen(),
      draft.state().name(),
      DbTime.of(now),
      draft.leavesNow() ? DbTime.of(now) : null,
      draft.state() == State.SENT ? DbTime.of(now) : null,
      draft.key()
    };
  }

  private @Nullable String write(@Nullable Object value) {
    try {
      return value == null ? null : json.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Takes up notices of a channel that are due, the oldest first; those that another sender is
   * taking up are passed over. They stay queued and come up again at {@code leaseEnds}, should this
   * sender die. Needs a transaction, which ends before anything is sent.
   */
  List<OutboxRow> claim(Channel channel, Instant now, Instant leaseEnds, int size) {
    for (var due = due(channel, now, 0, size);
        !due.isEmpty();
        due = due(channel, now, due.get(due.size() - 1), size)) {
      var rows = lock(due, now);
      if (!rows.isEmpty()) {
        jdbc.sql("update notification_outbox set next_attempt_at = :lease where id in (:ids)")
            .param("lease", DbTime.of(leaseEnds))
            .param("ids", rows.stream().map(OutboxRow::id).toList())
            .update();
        return rows;
      }
    }
    return List.of();
  }

  /**
   * Looked for without a lock: asked for one, H2 reads, locks and sorts all that waits. Ordered as
   * the index is, so that no database sorts.
   */
  private List<Long> due(Channel channel, Instant now, long after, int size) {
    return jdbc.sql(
            """
            select id from notification_outbox
            where channel = ? and state = 'QUEUED' and id > ? and next_attempt_at <= ?
            order by channel, state, id fetch first ? rows only
            """)
        .params(channel.name(), after, DbTime.of(now), size)
        .query(Long.class)
        .list();
  }

  /** Of these, what nobody else took up meanwhile or is taking up now. */
  private List<OutboxRow> lock(List<Long> ids, Instant now) {
    return jdbc
        .sql(
            """
            select * from notification_outbox
            where id in (:ids) and state = 'QUEUED' and next_attempt_at <= :now
            for update skip locked
            """)
        .param("ids", ids)
        .param("now", DbTime.of(now))
        .query(OutboxRows::row)
        .stream()
        .sorted(Comparator.comparingLong(OutboxRow::id))
        .toList();
  }

  void sent(OutboxRow row, Instant at) {
    jdbc.sql(
            """
            update notification_outbox set state = 'SENT', sent_at = ?, next_attempt_at = null,
              failure = null, cause = null, last_error = null where id = ?
            """)
        .params(DbTime.of(at), row.id())
        .update();
  }

  /**
   * Gives back what was taken up and not tried.
   *
   * @param why null where nothing went wrong
   */
  void release(List<OutboxRow> rows, @Nullable String why, Instant now) {
    if (!rows.isEmpty()) {
      jdbc.sql(
              """
              update notification_outbox set next_attempt_at = :now,
                last_error = coalesce(cast(:why as varchar), last_error),
                failure = case when cast(:why as varchar) is null then failure else 'CONNECTION' end
              where id in (:ids) and state = 'QUEUED'
              """)
          .param("now", DbTime.of(now))
          .param("why", why == null ? null : cut(why))
          .param("ids", rows.stream().map(OutboxRow::id).toList())
          .update();
    }
  }

  /**
   * Notes that one was refused.
   *
   * @param next when it is tried again; null where it is given up
   * @return false where it was superseded meanwhile
   */
  boolean failed(OutboxRow row, Undelivered failure, @Nullable Instant next) {
    return jdbc.sql(
                """
                update notification_outbox set state = ?, attempts = attempts + 1,
                  next_attempt_at = cast(? as timestamp with time zone), failure = ?, cause = ?,
                  last_error = ?
                where id = ? and state = 'QUEUED'
                """)
            .params(
                (next == null ? State.FAILED : State.QUEUED).name(),
                DbTime.of(next),
                failure.failure().name(),
                GivenUp.cause(row, failure),
                cut(failure.getMessage()),
                row.id())
            .update()
        > 0;
  }

  /**
   * Tries one again that was given up, as if it were new.
   *
   * @param address where it goes now; the roster may have been mended
   */
  void requeue(OutboxRow row, String address, Instant now) {
    jdbc.sql(
            """
            update notification_outbox set state = 'QUEUED', address = ?, attempts = 0,
              queued_at = ?, next_attempt_at = ?, failure = null, cause = null
            where id = ? and state in ('FAILED', 'UNADDRESSED')
            """)
        .params(address, DbTime.of(now), DbTime.of(now), row.id())
        .update();
  }

  /** Is sent no more: it was given up, and nobody waits for it. */
  void drop(OutboxRow row) {
    jdbc.sql(
            """
            update notification_outbox set state = 'DROPPED', next_attempt_at = null
            where id = ? and state in ('FAILED', 'UNADDRESSED')
            """)
        .param(row.id())
        .update();
  }

  /** Whether something given up for that cause is still there. */
  boolean hasFailed(String campaignId, String cause) {
    return jdbc.sql(
                """
                select count(*) from notification_outbox
                where campaign_id = ? and state = 'FAILED' and cause = ?
                """)
            .params(campaignId, cause)
            .query(Long.class)
            .single()
        > 0;
  }

  private static String cut(String error) {
    var text = MailText.storable(error);
    return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
  }

  static OutboxRow row(ResultSet row, int number) throws SQLException {
    var queued = DbTime.in(row, "queued_at");
    return new OutboxRow(
        row.getLong("id"),
        row.getString("notice_key"),
        Channel.valueOf(row.getString("channel")),
        row.getString("campaign_id"),
        row.getString("person_id"),
        row.getString("person_name"),
        row.getString("address"),
        row.getString("subject"),
        row.getString("body"),
        row.getBoolean("red"),
        row.getString("item_key"),
        row.getString("link"),
        row.getString("letter"),
        row.getString("calendar"),
        State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        DbTime.in(row, "created_at"),
        queued == null ? DbTime.in(row, "created_at") : queued);
  }
}
