package org.xiaohao.ledger;

import java.time.Instant;
import java.util.Collection;
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
        and (person_id = :person or unit_id in (:everybody)
          or (person_id is null and unit_id in (:units))
          or (person_id is null and unit_id is null and branch_id in (:branches)))
        and is_done = cast(:done as boolean) and (is_open or cast(:done as boolean))
        and (cast(:word as varchar) = '' or lower(title) like :pattern escape '\\')
        and (cast(:room as varchar) = '' or room = :room)
        and (cast(:since as timestamp with time zone) is null or %1$s >= :since)
        and (cast(:before as timestamp with time zone) is null or %1$s < :before)
      """;

  private final JdbcClient jdbc;

  LedgerSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Whose things are looked through.
   *
   * @param person who owes them as a person; empty for nobody
   * @param everybody units of which the things of their people count, too
   * @param units units as such
   * @param branches branches as such
   */
  public record Whose(
      String person,
      Collection<String> everybody,
      Collection<String> units,
      Collection<String> branches) {}

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
      String campaignId, Whose whose, Wanted wanted, long offset, int size) {
    var order = wanted.done() ? "done_at desc, item_key" : "due_at, item_key";
    return asked(
            "select * "
                + FOUND
                + " order by "
                + order
                + " offset :offset rows fetch next :size rows only",
            campaignId,
            whose,
            wanted)
        .param("offset", offset)
        .param("size", size)
        .query(Ledger::item)
        .list();
  }

  /** How many there are on all pages. */
  public long count(String campaignId, Whose whose, Wanted wanted) {
    return asked("select count(*) " + FOUND, campaignId, whose, wanted).query(Long.class).single();
  }

  private JdbcClient.StatementSpec asked(
      String sql, String campaignId, Whose whose, Wanted wanted) {
    var word = wanted.word().toLowerCase(Locale.ROOT);
    return jdbc.sql(sql.formatted(wanted.done() ? "done_at" : "due_at"))
        .param("campaign", campaignId)
        .param("person", whose.person())
        .param("everybody", some(whose.everybody()))
        .param("units", some(whose.units()))
        .param("branches", some(whose.branches()))
        .param("done", wanted.done())
        .param("word", word)
        .param("pattern", "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
        .param("room", wanted.room())
        .param("since", DbTime.of(wanted.since()))
        .param("before", DbTime.of(wanted.before()));
  }

  private static Collection<String> some(Collection<String> ids) {
    return ids.isEmpty() ? List.of("") : ids;
  }
}
