package org.xiaohao.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;

/** Looks for things of some parties by word, kind and date, page by page. */
@Repository
public class LedgerSearch {

  private static final String FOUND =
      """
      from ledger_item
      where campaign_id = :campaign
        and is_done = cast(:done as boolean) and (is_open or cast(:done as boolean))
        and (cast(:word as varchar) = '' or lower(title) like :pattern escape '\\')
        and (cast(:room as varchar) = '' or room = :room)
        and (cast(:since as timestamp with time zone) is null or %1$s >= :since)
        and (cast(:before as timestamp with time zone) is null or %1$s < :before)
        and
      """
          + Sight.CONDITION;

  private final JdbcClient jdbc;

  LedgerSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is looked for.
   *
   * @param done finished things, by the moment at which they were finished, the newest first; else
   *     open things, by the moment at which they are due, the most urgent first
   * @param word part of the title; empty for any
   * @param room room of the kind; empty for any
   * @param since from that moment on; null for no bound
   * @param before before that moment; null for no bound
   */
  public record Wanted(
      boolean done, String word, String room, @Nullable Instant since, @Nullable Instant before) {}

  /** One page of what was found. */
  public List<LedgerItem> page(
      String campaignId, Sight sight, Wanted wanted, long offset, int size) {
    var order = wanted.done() ? "done_at desc, item_key" : "due_at, item_key";
    return asked(
            "select * "
                + FOUND
                + " order by "
                + order
                + " offset :offset rows fetch next :size rows only",
            campaignId,
            sight,
            wanted)
        .param("offset", offset)
        .param("size", size)
        .query(Ledger::item)
        .list();
  }

  /** How many there are on all pages. */
  public long count(String campaignId, Sight sight, Wanted wanted) {
    return asked("select count(*) " + FOUND, campaignId, sight, wanted).query(Long.class).single();
  }

  private JdbcClient.StatementSpec asked(
      String sql, String campaignId, Sight sight, Wanted wanted) {
    var word = wanted.word().toLowerCase(Locale.ROOT);
    return sight
        .bind(jdbc.sql(sql.formatted(wanted.done() ? "done_at" : "due_at")))
        .param("campaign", campaignId)
        .param("done", wanted.done())
        .param("word", word)
        .param("pattern", "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
        .param("room", wanted.room())
        .param("since", DbTime.of(wanted.since()))
        .param("before", DbTime.of(wanted.before()));
  }
}
