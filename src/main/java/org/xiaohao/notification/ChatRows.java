package org.xiaohao.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;

/** What waits for the robots of group chats, until messages are made of it. */
@Repository
class ChatRows {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final ObjectMapper json;

  ChatRows(JdbcClient jdbc, JdbcTemplate batch, ObjectMapper json) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.json = json;
  }

  /** A group chat of a campaign, by the id of its webhook in the plan. */
  record Chat(String campaignId, String webhook) {}

  /** Lets go what waited for the morning. */
  void release(String campaignId, Instant now) {
    jdbc.sql(
            """
            update notification_outbox set next_attempt_at = ?
            where campaign_id = ? and channel = 'WEBHOOK' and state = 'HELD'
              and next_attempt_at is null
            """)
        .params(DbTime.of(now), campaignId)
        .update();
  }

  /** Chats for which something waits that may leave, and to which nothing is under way. */
  List<Chat> waiting(Instant now) {
    return jdbc.sql(
            """
            select distinct campaign_id, address from notification_outbox held
            where channel = 'WEBHOOK' and state = 'HELD' and next_attempt_at <= ?
              and not exists (select 1 from notification_outbox sent
                where sent.channel = 'WEBHOOK' and sent.state = 'QUEUED'
                  and sent.campaign_id = held.campaign_id and sent.address = held.address)
            order by campaign_id, address
            """)
        .param(DbTime.of(now))
        .query(
            (row, number) ->
                new Chat(
                    Objects.requireNonNull(row.getString("campaign_id")),
                    Objects.requireNonNull(row.getString("address"))))
        .list();
  }

  /**
   * What may leave, in the order in which it was said; what another node has at hand is not there.
   */
  List<Held> lock(Chat chat, Instant now) {
    return jdbc
        .sql(
            """
            select id, person_id, subject, link, item_key, red, letter from notification_outbox
            where channel = 'WEBHOOK' and state = 'HELD' and next_attempt_at <= ?
              and campaign_id = ? and address = ?
            for update skip locked
            """)
        .params(DbTime.of(now), chat.campaignId(), chat.webhook())
        .query((row, number) -> Held.of(row, json))
        .list()
        .stream()
        .sorted(Comparator.comparingLong(Held::id))
        .toList();
  }

  /** They leave as they are. */
  void queue(List<Held> held, Instant now) {
    batch.batchUpdate(
        """
        update notification_outbox set state = 'QUEUED', queued_at = ?, next_attempt_at = ?
        where id = ?
        """,
        held.stream().map(one -> new Object[] {DbTime.of(now), DbTime.of(now), one.id()}).toList());
  }

  /** They became lines of that message, which is about all that they are about. */
  void merge(List<Held> held, String messageKey) {
    batch.batchUpdate(
        """
        update notification_outbox set state = 'MERGED', merged_into = ?, next_attempt_at = null
        where id = ?
        """,
        held.stream().map(one -> new Object[] {messageKey, one.id()}).toList());
    jdbc.sql(
            """
            insert into notification_about (outbox_id, item_key, due_at)
            select message.id, about.item_key, min(about.due_at)
            from notification_outbox message
            join notification_outbox line on line.merged_into = message.notice_key
            join notification_about about on about.outbox_id = line.id
            where message.notice_key = ? group by message.id, about.item_key
            """)
        .param(messageKey)
        .update();
  }
}
