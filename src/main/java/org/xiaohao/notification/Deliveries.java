package org.xiaohao.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Chunks;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Refusal;

/** Who got what, when, over which channel, with which result; and what was given up, once more. */
@Service
@Transactional
public class Deliveries {

  private static final String SELECT = "select * from notification_outbox ";

  private final JdbcClient jdbc;
  private final OutboxRows rows;
  private final GivenUp givenUp;
  private final Letters letters;
  private final Rosters rosters;
  private final Clock clock;

  Deliveries(
      JdbcClient jdbc,
      OutboxRows rows,
      GivenUp givenUp,
      Letters letters,
      Rosters rosters,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.givenUp = givenUp;
    this.letters = letters;
    this.rosters = rosters;
    this.clock = clock;
  }

  /**
   * A notice on one channel.
   *
   * @param address mail address, or id of a webhook; null for the bell, and where there is none
   * @param state {@code QUEUED}, {@code HELD}, {@code MERGED}, {@code SENT}, {@code FAILED}, {@code
   *     SUPERSEDED}, {@code DROPPED}, {@code DECLINED} or {@code UNADDRESSED}
   * @param failure kind of the last failure, {@code CONNECTION}, {@code TEMPORARY}, {@code
   *     PERMANENT}, {@code REJECTED}, {@code BAD_ADDRESS} or {@code UNREADABLE}; null where none
   *     failed since it was queued
   * @param error what the last attempt said; null where none failed
   */
  public record Delivery(
      long id,
      Channel channel,
      String campaignId,
      String personId,
      String personName,
      @Nullable String address,
      String subject,
      @Nullable String itemKey,
      String state,
      @Nullable String failure,
      @Nullable String error,
      int attempts,
      Instant createdAt,
      @Nullable Instant sentAt,
      @Nullable Instant readAt) {}

  /** Everything that was said about an item, the newest first. */
  public List<Delivery> ofItem(String itemKey) {
    return jdbc.sql(
            SELECT
                + """
                where id in (
                  select id from notification_outbox where item_key = :item
                  union select outbox_id from notification_about where item_key = :item
                  union select bell.id from notification_about about
                    join notification_outbox mail on mail.id = about.outbox_id
                    join notification_outbox bell on bell.notice_key = 'browser:' || mail.notice_key
                    where about.item_key = :item)
                order by id desc
                """)
        .param("item", itemKey)
        .query(Deliveries::delivery)
        .list();
  }

  /** What was given up, the newest first. */
  public List<Delivery> failed(String campaignId) {
    return page(campaignId, List.of("FAILED"), Long.MAX_VALUE, 1000);
  }

  /** How many notices are in each state, by channel: {@code MAIL.SENT}. */
  public Map<String, Long> counts(String campaignId) {
    return jdbc
        .sql(
            """
            select channel || '.' || state as kind, count(*) as notices from notification_outbox
            where campaign_id = ? group by channel, state
            """)
        .param(campaignId)
        .query((row, number) -> Map.entry(row.getString("kind"), row.getLong("notices")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * A page of mails and webhooks, the newest first.
   *
   * @param before id behind which the page begins
   */
  public List<Delivery> page(String campaignId, Collection<String> states, long before, int size) {
    return jdbc.sql(
            SELECT
                + """
                where campaign_id = :campaign and channel <> 'BROWSER' and state in (:states)
                  and id < :before order by id desc fetch first :size rows only
                """)
        .param("campaign", campaignId)
        .param("states", states)
        .param("before", before)
        .param("size", size)
        .query(Deliveries::delivery)
        .list();
  }

  /** The notice with that id, as it looks in a mail program. */
  public String html(String campaignId, long id) {
    return letters.html(row(campaignId, id));
  }

  /**
   * Tries again what was given up, and what had no address; the address is taken from the roster
   * anew.
   *
   * @return how many are tried again; those without an address are left as they are
   */
  public int sendAgain(String campaignId, Collection<Long> ids) {
    var failed = givenUp(campaignId, ids);
    var causes = causes(failed);
    var again = 0;
    for (var row : failed) {
      var address = address(row);
      if (address != null) {
        rows.requeue(row, address, clock.instant());
        again++;
      }
    }
    givenUp.settle(campaignId, causes);
    return again;
  }

  /** Like {@link #sendAgain}, for all that was given up in a campaign. */
  public int sendAllAgain(String campaignId) {
    return sendAgain(
        campaignId,
        jdbc.sql(
                """
                select id from notification_outbox
                where campaign_id = ? and state in ('FAILED', 'UNADDRESSED')
                """)
            .param(campaignId)
            .query(Long.class)
            .list());
  }

  /**
   * Sends what was given up no more: the receiver was told otherwise, or need not know.
   *
   * @return how many are dropped
   */
  public int drop(String campaignId, Collection<Long> ids) {
    var failed = givenUp(campaignId, ids);
    var causes = causes(failed);
    failed.forEach(rows::drop);
    givenUp.settle(campaignId, causes);
    return failed.size();
  }

  private List<OutboxRow> givenUp(String campaignId, Collection<Long> ids) {
    return Chunks.of(new TreeSet<>(ids)).stream()
        .flatMap(
            chunk ->
                jdbc
                    .sql(
                        SELECT
                            + """
                            where campaign_id = :campaign and id in (:ids)
                              and state in ('FAILED', 'UNADDRESSED') order by id for update
                            """)
                    .param("campaign", campaignId)
                    .param("ids", chunk)
                    .query(OutboxRows::row)
                    .list()
                    .stream())
        .toList();
  }

  private List<String> causes(List<OutboxRow> failed) {
    return Chunks.of(failed.stream().map(OutboxRow::id).toList()).stream()
        .flatMap(
            ids ->
                jdbc
                    .sql(
                        "select distinct cause from notification_outbox"
                            + " where id in (:ids) and cause is not null")
                    .param("ids", ids)
                    .query(String.class)
                    .list()
                    .stream())
        .toList();
  }

  private @Nullable String address(OutboxRow row) {
    var person =
        row.channel() == Channel.MAIL
            ? rosters.person(row.campaignId(), row.personId())
            : Optional.<Person>empty();
    return person.isEmpty() ? row.address() : MailText.address(person.get().mail()).orElse(null);
  }

  private OutboxRow row(String campaignId, long id) {
    return jdbc.sql(SELECT + "where campaign_id = ? and id = ?")
        .params(campaignId, id)
        .query(OutboxRows::row)
        .optional()
        .orElseThrow(() -> new Refusal("notification.unknown"));
  }

  private static Delivery delivery(ResultSet row, int number) throws SQLException {
    return new Delivery(
        row.getLong("id"),
        Channel.valueOf(row.getString("channel")),
        Objects.requireNonNull(row.getString("campaign_id")),
        Objects.requireNonNull(row.getString("person_id")),
        Objects.requireNonNull(row.getString("person_name")),
        row.getString("address"),
        Objects.requireNonNull(row.getString("subject")),
        row.getString("item_key"),
        Objects.requireNonNull(row.getString("state")),
        row.getString("failure"),
        row.getString("last_error"),
        row.getInt("attempts"),
        Objects.requireNonNull(DbTime.in(row, "created_at")),
        DbTime.in(row, "sent_at"),
        DbTime.in(row, "read_at"));
  }
}
