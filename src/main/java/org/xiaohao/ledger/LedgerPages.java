package org.xiaohao.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger page by page, as far as somebody may see it. */
@Repository
public class LedgerPages {

  private static final String SEEN =
      """
      from ledger_item
      where campaign_id = :campaign
        and (cast(:unit as varchar) is null or unit_id = :unit)
        and (cast(:kind as varchar) is null or kind_id = :kind)
        and (cast(:state as varchar) is null or state = :state)
        and (cast(:open as boolean) is null or is_open = :open)
        and
      """
          + Sight.CONDITION;

  private final JdbcClient jdbc;

  LedgerPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is asked for; null for whatever. */
  public record Choice(
      @Nullable String unit,
      @Nullable String kind,
      @Nullable String state,
      @Nullable Boolean open) {}

  /** Things in the order of their keys. */
  public List<LedgerItem> page(
      String campaignId, Sight sight, Choice choice, long offset, int size) {
    return asked(
            "select * "
                + SEEN
                + " order by item_key offset :offset rows fetch next :size rows only",
            campaignId,
            sight,
            choice)
        .param("offset", offset)
        .param("size", size)
        .query(Ledger::item)
        .list();
  }

  /** How many there are on all pages. */
  public long count(String campaignId, Sight sight, Choice choice) {
    return asked("select count(*) " + SEEN, campaignId, sight, choice).query(Long.class).single();
  }

  private JdbcClient.StatementSpec asked(
      String sql, String campaignId, Sight sight, Choice choice) {
    return sight
        .bind(jdbc.sql(sql))
        .param("campaign", campaignId)
        .param("unit", choice.unit())
        .param("kind", choice.kind())
        .param("state", choice.state())
        .param("open", choice.open());
  }
}
