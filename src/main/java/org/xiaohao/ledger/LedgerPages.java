package org.xiaohao.ledger;

import java.util.Collection;
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
        and (cast(:everything as boolean) or person_id = :person or unit_id in (:units)
          or (person_id is null and unit_id in (:papers))
          or (person_id is null and unit_id is null and branch_id in (:branches)))
        and (cast(:unit as varchar) is null or unit_id = :unit)
        and (cast(:kind as varchar) is null or kind_id = :kind)
        and (cast(:state as varchar) is null or state = :state)
        and (cast(:open as boolean) is null or is_open = :open)
      """;

  private final JdbcClient jdbc;

  LedgerPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What somebody may see.
   *
   * @param everything whether that is all of the campaign
   * @param units units whose things the person sees, those of their people too
   * @param papers units for which the person acts as liaison
   * @param branches branches whose secretary the person is
   */
  public record Sight(
      boolean everything,
      String person,
      Collection<String> units,
      Collection<String> papers,
      Collection<String> branches) {}

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
    return jdbc.sql(sql)
        .param("campaign", campaignId)
        .param("everything", sight.everything())
        .param("person", sight.person())
        .param("units", some(sight.units()))
        .param("papers", some(sight.papers()))
        .param("branches", some(sight.branches()))
        .param("unit", choice.unit())
        .param("kind", choice.kind())
        .param("state", choice.state())
        .param("open", choice.open());
  }

  private static Collection<String> some(Collection<String> ids) {
    return ids.isEmpty() ? List.of("") : ids;
  }
}
