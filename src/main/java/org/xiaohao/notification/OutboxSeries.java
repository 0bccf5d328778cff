package org.xiaohao.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;

/** Notices of which only the newest matters, and what becomes a line of them. */
@Repository
class OutboxSeries {

  /** The daily list of all units. */
  static final String OFFICE_DAY = "office-day";

  /** States of what has reached nobody, whether it still may or not. */
  private static final List<String> UNSAID = List.of("QUEUED", "FAILED", "UNADDRESSED");

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final ObjectMapper json;

  OutboxSeries(JdbcClient jdbc, JdbcTemplate batch, ObjectMapper json) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.json = json;
  }

  Optional<Instant> supersede(String campaignId, String series, Instant before) {
    var oldest =
        jdbc.sql(
                """
                select min(created_at) as oldest from notification_outbox
                where campaign_id = ? and state = 'QUEUED' and series = ? and created_at < ?
                """)
            .params(campaignId, series, DbTime.of(before))
            .query((row, number) -> Optional.ofNullable(DbTime.in(row, "oldest")))
            .single();
    linesWaitAgain(campaignId, series, before);
    UNSAID.forEach(state -> take(campaignId, series, before, "state = '" + state + "'"));
    // The bell shows the newest one only, whether the older was read or not.
    take(campaignId, series, before, "state = 'SENT' and channel = 'BROWSER'");
    return oldest;
  }

  /** Lines of what nobody got wait for the newer one; those that somebody passes on do not. */
  private void linesWaitAgain(String campaignId, String series, Instant before) {
    for (var state : List.of("QUEUED", "FAILED")) {
      jdbc.sql(
              """
              update notification_outbox set state = 'HELD', merged_into = null
              where campaign_id = :campaign and state = 'MERGED' and merged_into in (
                select notice_key from notification_outbox where campaign_id = :campaign
                  and channel = 'MAIL' and state = :state and series = :series
                  and created_at < :before)
              """)
          .param("campaign", campaignId)
          .param("state", state)
          .param("series", series)
          .param("before", DbTime.of(before))
          .update();
    }
  }

  /** Causes for which older ones of a series were given up. */
  List<String> causes(String campaignId, String series, Instant before) {
    return jdbc.sql(
            """
            select distinct cause from notification_outbox where campaign_id = ? and series = ?
              and state = 'FAILED' and created_at < ? and cause is not null
            """)
        .params(campaignId, series, DbTime.of(before))
        .query(String.class)
        .list();
  }

  /** One state at a time: a database finds both at once by no index. */
  private void take(String campaignId, String series, Instant before, String rows) {
    jdbc.sql(
            """
            update notification_outbox set state = 'SUPERSEDED', next_attempt_at = null
            where campaign_id = ? and series = ? and created_at < ? and
            """
                + rows)
        .params(campaignId, series, DbTime.of(before))
        .update();
  }

  List<Held> held(String campaignId) {
    return jdbc.sql(
            """
            select id, person_id, subject, link, item_key, red, letter from notification_outbox
            where campaign_id = ? and state = 'HELD' and channel = 'MAIL' order by id
            """)
        .param(campaignId)
        .query((row, number) -> Held.of(row, json))
        .list();
  }

  void merge(List<Held> said, String digestKey) {
    if (!said.isEmpty()) {
      batch.batchUpdate(
          """
          update notification_outbox set state = 'MERGED', merged_into = ?
          where id = ? and state = 'HELD'
          """,
          said.stream().map(held -> new Object[] {digestKey, held.id()}).toList());
    }
  }
}
