package org.xiaohao.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.shared.DbTime;

/** Notices in the browser, for those who read no mail. */
@Service
@Transactional
public class Bell {

  private final JdbcClient jdbc;
  private final Clock clock;

  Bell(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A notice as the bell shows it.
   *
   * @param link page that it leads to; null for none
   * @param readAt null while it is unread
   */
  public record Ring(
      long id,
      String campaignId,
      String subject,
      String text,
      boolean red,
      @Nullable String link,
      Instant at,
      @Nullable Instant readAt) {}

  /** How many a person has not read. */
  public int unread(String personId) {
    return jdbc.sql(
            """
            select count(*) from notification_outbox
            where channel = 'BROWSER' and person_id = ? and state = 'SENT' and read_at is null
            """)
        .param(personId)
        .query(Integer.class)
        .single();
  }

  /** A person's notices, the newest first. */
  public List<Ring> latest(String personId, int size) {
    return jdbc.sql(
            """
            select * from notification_outbox
            where channel = 'BROWSER' and person_id = ? and state = 'SENT'
            order by id desc fetch first ? rows only
            """)
        .params(personId, size)
        .query(
            (row, number) ->
                new Ring(
                    row.getLong("id"),
                    Objects.requireNonNull(row.getString("campaign_id")),
                    Objects.requireNonNull(row.getString("subject")),
                    Objects.requireNonNull(row.getString("body")),
                    row.getBoolean("red"),
                    row.getString("link"),
                    Objects.requireNonNull(DbTime.in(row, "created_at")),
                    DbTime.in(row, "read_at")))
        .list();
  }

  /** A person has read everything up to that one. */
  public void readUpTo(String personId, long id) {
    jdbc.sql(
            """
            update notification_outbox set read_at = ?
            where channel = 'BROWSER' and person_id = ? and id <= ? and read_at is null
            """)
        .params(DbTime.of(clock.instant()), personId, id)
        .update();
  }
}
