package org.xiaohao.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.notification.Notice.About;
import org.xiaohao.shared.Chunks;
import org.xiaohao.shared.DbTime;

/** Which items notices are about, and what becomes of those that nobody needs to hear any more. */
@Repository
class OutboxItems {

  /** Nobody has heard it yet. */
  private static final String UNSAID =
      "o.while_open and o.state in ('QUEUED', 'HELD', 'FAILED', 'UNADDRESSED')";

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  OutboxItems(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** Notes what those that are new are about: a row per item, in one batch. */
  void note(List<OutboxDraft> written) {
    var about = new HashMap<String, List<About>>();
    for (var draft : written) {
      if (draft.channel() != Channel.BROWSER && !draft.notice().items().isEmpty()) {
        about.put(draft.key(), draft.notice().items());
      }
    }
    for (var keys : Chunks.of(about.keySet())) {
      var rows =
          jdbc
              .sql("select id, notice_key from notification_outbox where notice_key in (:keys)")
              .param("keys", keys)
              .query((row, number) -> Map.entry(row.getLong(1), row.getString(2)))
              .list()
              .stream()
              .flatMap(
                  row -> once(about.get(row.getValue())).map(item -> columns(row.getKey(), item)))
              .toList();
      batch.batchUpdate(
          "insert into notification_about (outbox_id, item_key, due_at) values (?, ?, ?)", rows);
    }
  }

  /** Of several tasks about one item the first, which a digest names first. */
  private static Stream<About> once(List<About> items) {
    var first = new LinkedHashMap<String, About>();
    items.forEach(item -> first.putIfAbsent(item.itemKey(), item));
    return first.values().stream();
  }

  private static @Nullable Object[] columns(long outboxId, About item) {
    return new @Nullable Object[] {outboxId, item.itemKey(), DbTime.of(item.dueAt())};
  }

  /** Those of the items of which something is still to be said that may be overtaken. */
  Set<String> unsaid(Collection<String> itemKeys) {
    var unsaid = new HashSet<String>();
    for (var keys : Chunks.of(itemKeys)) {
      unsaid.addAll(
          jdbc.sql(
                  """
                  select o.item_key from notification_outbox o where o.item_key in (:keys) and %1$s
                  union
                  select a.item_key from notification_about a
                  join notification_outbox o on o.id = a.outbox_id
                  where a.item_key in (:keys) and %1$s
                  """
                      .formatted(UNSAID))
              .param("keys", keys)
              .query(String.class)
              .list());
    }
    return unsaid;
  }

  /**
   * Supersedes what nobody needs to hear any more.
   *
   * @param limits limits by item, as they are now; null where it is done
   * @return causes for which some of that had been given up
   */
  Set<String> overtaken(Map<String, @Nullable Instant> limits) {
    var gone = new TreeSet<Long>();
    // in the order of keys: two transactions that touch the same items do not wait in a circle
    for (var key : new TreeSet<>(limits.keySet())) {
      var due = limits.get(key);
      jdbc.sql(
              """
              update notification_about set overtaken = true where item_key = ?
                and (cast(? as timestamp with time zone) is null or due_at <> ?)
              """)
          .params(key, DbTime.of(due), DbTime.of(due))
          .update();
      gone.addAll(
          jdbc.sql(
                  """
                  select o.id from notification_outbox o
                  where o.item_key = ? and cast(? as timestamp with time zone) is null and %1$s
                  union
                  select o.id from notification_outbox o
                  join notification_about a on a.outbox_id = o.id
                  where a.item_key = ? and %1$s and not exists (select 1 from notification_about b
                    where b.outbox_id = o.id and not b.overtaken)
                  """
                      .formatted(UNSAID))
              .params(key, DbTime.of(due), key)
              .query(Long.class)
              .list());
    }
    return gone.isEmpty() ? Set.of() : supersede(gone);
  }

  private Set<String> supersede(Collection<Long> ids) {
    var causes = new HashSet<String>();
    for (var chunk : Chunks.of(ids)) {
      causes.addAll(
          jdbc.sql(
                  """
                  select distinct cause from notification_outbox
                  where id in (:ids) and state = 'FAILED' and cause is not null
                  """)
              .param("ids", chunk)
              .query(String.class)
              .list());
      jdbc.sql(
              """
              update notification_outbox set state = 'SUPERSEDED', next_attempt_at = null
              where id in (:ids) and state in ('QUEUED', 'HELD', 'FAILED', 'UNADDRESSED')
              """)
          .param("ids", chunk)
          .update();
    }
    return causes;
  }
}
