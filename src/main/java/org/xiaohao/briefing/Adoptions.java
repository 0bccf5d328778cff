package org.xiaohao.briefing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;

/** What briefings took up. */
@Repository
public class Adoptions {

  private final JdbcClient jdbc;

  Adoptions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What can be taken up, as the read side shows it.
   *
   * @param branchId branch that owes it; null for all others
   * @param there whether anything was handed in, held or closed out
   */
  record Work(
      String campaignId,
      String title,
      @Nullable String unitId,
      @Nullable String personId,
      @Nullable String branchId,
      boolean there) {}

  Optional<Work> work(String itemKey) {
    return jdbc.sql(
            """
            select campaign_id, title, unit_id, person_id, branch_id,
              acted_at is not null as there
            from ledger_item where item_key = ?
            """)
        .param(itemKey)
        .query(
            (row, number) ->
                new Work(
                    row.getString("campaign_id"),
                    row.getString("title"),
                    row.getString("unit_id"),
                    row.getString("person_id"),
                    row.getString("branch_id"),
                    row.getBoolean("there")))
        .optional();
  }

  /** What was taken up of an item, and not taken back, the oldest first. */
  public List<Adoption> of(String itemKey) {
    return jdbc.sql(
            "select * from briefing_adoption where item_key = ? and withdrawal = 0 order by id")
        .param(itemKey)
        .query(Adoptions::adoption)
        .list();
  }

  void insert(Adoption adoption) {
    jdbc.sql(
            """
            insert into briefing_adoption (campaign_id, item_key, unit_id, person_id, briefing,
              adopted_by, adopted_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            adoption.campaignId(),
            adoption.itemKey(),
            adoption.unitId(),
            adoption.personId(),
            adoption.briefing(),
            adoption.adoptedBy(),
            DbTime.of(adoption.adoptedAt()))
        .update();
  }

  /** Whether it was noted, and is taken back now. */
  boolean withdraw(String itemKey, String briefing, String why, String by, Instant at) {
    return jdbc.sql(
                """
                update briefing_adoption set withdrawal = id, withdrawn_why = ?, withdrawn_by = ?,
                  withdrawn_at = ?
                where item_key = ? and briefing = ? and withdrawal = 0
                """)
            .params(why, by, DbTime.of(at), itemKey, briefing)
            .update()
        > 0;
  }

  private static Adoption adoption(ResultSet row, int number) throws SQLException {
    return new Adoption(
        row.getString("campaign_id"),
        row.getString("item_key"),
        row.getString("unit_id"),
        row.getString("person_id"),
        row.getString("briefing"),
        row.getString("adopted_by"),
        DbTime.in(row, "adopted_at"));
  }
}
