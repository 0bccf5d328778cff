package org.xiaohao.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PhaseLedger;
import org.xiaohao.ledger.LedgerItem.WaitsFor;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Messages;

/** How things stand, in one query each. */
@Repository
public class Ledger implements PhaseLedger {

  private final JdbcClient jdbc;
  private final Rosters rosters;
  private final Campaigns campaigns;

  Ledger(JdbcClient jdbc, Rosters rosters, Campaigns campaigns) {
    this.jdbc = jdbc;
    this.rosters = rosters;
    this.campaigns = campaigns;
  }

  /** The thing with that key, of whichever room. */
  public Optional<LedgerItem> find(String key) {
    return jdbc.sql("select * from ledger_item where item_key = ?")
        .param(key)
        .query(Ledger::item)
        .optional();
  }

  /** Open things that somebody has to act on before that moment; the most urgent first. */
  public List<LedgerItem> openDueBefore(String campaignId, Instant moment) {
    return jdbc.sql(
            """
            select * from ledger_item
            where campaign_id = ? and is_open and waits_for <> 'NOBODY' and due_at < ?
            order by due_at, item_key
            """)
        .params(campaignId, DbTime.of(moment))
        .query(Ledger::item)
        .list();
  }

  /** The next moment after the given one by which somebody has to act, in any campaign. */
  public Optional<Instant> nextDue(Instant moment) {
    return jdbc.sql(
            """
            select due_at from ledger_item
            where is_open and waits_for <> 'NOBODY' and due_at > ?
            order by due_at fetch first 1 row only
            """)
        .param(DbTime.of(moment))
        .query((row, number) -> DbTime.in(row, "due_at"))
        .optional();
  }

  /**
   * All that somebody owes or owed, as a person and for units and branches; open things first, the
   * most urgent on top.
   *
   * @param units units for which the person acts as liaison
   * @param branches branches whose secretary the person is
   */
  public List<LedgerItem> owedBy(
      String campaignId, String personId, Collection<String> units, Collection<String> branches) {
    return jdbc.sql(
            """
            select * from ledger_item
            where campaign_id = :campaign and (person_id = :person
              or (person_id is null and unit_id in (:units))
              or (person_id is null and unit_id is null and branch_id in (:branches)))
            order by is_open desc, due_at, item_key
            """)
        .param("campaign", campaignId)
        .param("person", personId)
        .param("units", units.isEmpty() ? List.of("") : units)
        .param("branches", branches.isEmpty() ? List.of("") : branches)
        .query(Ledger::item)
        .list();
  }

  /** Everything of a campaign, in the order of keys. */
  public List<LedgerItem> all(String campaignId) {
    return jdbc.sql("select * from ledger_item where campaign_id = ? order by item_key")
        .param(campaignId)
        .query(Ledger::item)
        .list();
  }

  /** Keys of all open things of all campaigns that are not closed. */
  public List<String> openKeys() {
    return jdbc.sql("select item_key from ledger_item where is_open").query(String.class).list();
  }

  @Override
  public List<UnitCount> counts(String campaignId, String phaseId) {
    var sums = new HashMap<String, int[]>();
    jdbc.sql(
            """
            select party, count(*) as owed, sum(case when is_done then 1 else 0 end) as done
            from (select is_done,
                    case when unit_id is not null then 'unit:' || unit_id
                         when branch_id is not null then 'branches' else 'office' end as party
                  from ledger_item where campaign_id = ? and phase_id = ? and counts) owed_items
            group by party
            """)
        .params(campaignId, phaseId)
        .query(
            row -> {
              sums.put(row.getString("party"), new int[] {row.getInt("owed"), row.getInt("done")});
            });
    var counts = new ArrayList<UnitCount>();
    for (var unit : rosters.units(campaignId)) {
      counts.add(count(unit.name(), sums.getOrDefault("unit:" + unit.id(), new int[2])));
    }
    var language = campaigns.get(campaignId).plan().language();
    for (var party : List.of("branches", "office")) {
      if (sums.containsKey(party)) {
        counts.add(count(Messages.text(language, "ledger." + party), sums.get(party)));
      }
    }
    return counts;
  }

  /** How many things of a kind a unit, a branch or everybody has in each state. */
  public Map<String, Integer> states(String campaignId, String kindId, @Nullable String unitId) {
    var states = new HashMap<String, Integer>();
    jdbc.sql(
            """
            select state, count(*) as items from ledger_item
            where campaign_id = :campaign and kind_id = :kind
              and (cast(:unit as varchar) is null or unit_id = :unit)
            group by state
            """)
        .param("campaign", campaignId)
        .param("kind", kindId)
        .param("unit", unitId)
        .query(
            row -> {
              states.put(row.getString("state"), row.getInt("items"));
            });
    return states;
  }

  private static UnitCount count(String name, int[] owedAndDone) {
    return new UnitCount(name, owedAndDone[0], owedAndDone[1]);
  }

  static LedgerItem item(ResultSet row, int number) throws SQLException {
    return new LedgerItem(
        row.getString("item_key"),
        row.getString("room"),
        row.getString("campaign_id"),
        row.getString("phase_id"),
        row.getString("kind_id"),
        row.getString("title"),
        row.getString("unit_id"),
        row.getString("branch_id"),
        row.getString("person_id"),
        WaitsFor.valueOf(row.getString("waits_for")),
        row.getString("state"),
        row.getBoolean("counts"),
        row.getBoolean("is_done"),
        row.getBoolean("is_open"),
        row.getObject("plan_date", LocalDate.class),
        row.getObject("effective_date", LocalDate.class),
        row.getObject("last_date", LocalDate.class),
        DbTime.in(row, "limit_at"),
        DbTime.in(row, "due_at"),
        DbTime.in(row, "acted_at"),
        DbTime.in(row, "done_at"),
        row.getInt("times_returned"));
  }
}
