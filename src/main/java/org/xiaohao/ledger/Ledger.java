package org.xiaohao.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.ledger.LedgerItem.WaitsFor;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Chunks;
import org.xiaohao.shared.DbTime;

/** The things that a campaign asks for, of all rooms. */
@Repository
public class Ledger {

  private final JdbcClient jdbc;
  private final Rosters rosters;

  Ledger(JdbcClient jdbc, Rosters rosters) {
    this.jdbc = jdbc;
    this.rosters = rosters;
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

  /** Whether anything is open that belongs to no phase, and so outlives the campaign: a problem. */
  public boolean hasOutliving(String campaignId) {
    return jdbc.sql(
                """
                select count(*) from ledger_item
                where campaign_id = ? and phase_id = '' and is_open
                """)
            .param(campaignId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Open things that have a light, the most urgent first. */
  public List<LedgerItem> lit(String campaignId) {
    return jdbc.sql(
            """
            select i.* from ledger_item i join supervision_light l on l.item_key = i.item_key
            where i.campaign_id = ? and i.is_open and l.light <> 'NONE'
            order by i.due_at, i.item_key
            """)
        .param(campaignId)
        .query(Ledger::item)
        .list();
  }

  /** Things with those keys, in their order. */
  public List<LedgerItem> items(Collection<String> keys) {
    var found = new HashMap<String, LedgerItem>();
    for (var chunk : Chunks.of(keys)) {
      jdbc.sql("select * from ledger_item where item_key in (:keys)")
          .param("keys", chunk)
          .query(Ledger::item)
          .list()
          .forEach(item -> found.put(item.key(), item));
    }
    return keys.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /**
   * Open things of a kind that wait for their owner, in the order of keys.
   *
   * @param unitId unit that they count for; null for all
   */
  public List<LedgerItem> missing(String campaignId, String kindId, @Nullable String unitId) {
    return jdbc.sql(
            """
            select * from ledger_item
            where campaign_id = :campaign and kind_id = :kind and is_open and waits_for = 'OWNER'
              and (cast(:unit as varchar) is null or unit_id = :unit)
            order by item_key
            """)
        .param("campaign", campaignId)
        .param("kind", kindId)
        .param("unit", unitId)
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

  /** All things in sight, finished ones too; open things first, the most urgent on top. */
  public List<LedgerItem> in(String campaignId, Sight sight) {
    return sight
        .bind(
            jdbc.sql(
                "select * from ledger_item where campaign_id = :campaign and "
                    + Sight.CONDITION
                    + " order by is_open desc, due_at, item_key"))
        .param("campaign", campaignId)
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

  /** Everything of one kind, by date, then in the fixed order of units. */
  public List<LedgerItem> ofKind(String campaignId, String kindId) {
    var units = rosters.units(campaignId).stream().map(unit -> unit.id()).toList();
    return jdbc
        .sql("select * from ledger_item where campaign_id = ? and kind_id = ? order by item_key")
        .params(campaignId, kindId)
        .query(Ledger::item)
        .list()
        .stream()
        .sorted(
            Comparator.comparing(LedgerItem::effectiveDate)
                .thenComparing(item -> units.indexOf(item.unitId())))
        .toList();
  }

  /** The kinds of things that a campaign has, counted; the earliest first. */
  public List<LedgerKind> kinds(String campaignId) {
    return jdbc.sql(
            """
            select phase_id, room, kind_id, min(title) as title, count(*) as items,
              sum(case when is_done then 1 else 0 end) as done,
              sum(case when is_open then 1 else 0 end) as open_items,
              sum(case when state = 'PLANNED' then 1 else 0 end) as planned,
              min(plan_date) as first_date, max(plan_date) as last_date,
              min(case when is_open or state = 'PLANNED' then plan_date end) as first_open,
              max(case when is_open or state = 'PLANNED' then plan_date end) as last_open
            from ledger_item where campaign_id = ?
            group by phase_id, room, kind_id order by first_date, kind_id
            """)
        .param(campaignId)
        .query(
            (row, number) ->
                new LedgerKind(
                    row.getString("phase_id"),
                    row.getString("room"),
                    row.getString("kind_id"),
                    row.getString("title"),
                    row.getInt("items"),
                    row.getInt("done"),
                    row.getInt("open_items"),
                    row.getInt("planned"),
                    row.getObject("first_date", LocalDate.class),
                    row.getObject("last_date", LocalDate.class),
                    row.getObject("first_open", LocalDate.class),
                    row.getObject("last_open", LocalDate.class)))
        .list();
  }

  /** Who verifies those of these things that are problems, by their keys. */
  public Map<String, String> verifiers(Collection<String> keys) {
    var verifiers = new HashMap<String, String>();
    for (var chunk : Chunks.of(keys)) {
      jdbc.sql(
              """
              select problem_key, verifier_id from rectification_problem
              where problem_key in (:keys) and verifier_id is not null
              """)
          .param("keys", chunk)
          .query(
              row -> {
                verifiers.put(row.getString("problem_key"), row.getString("verifier_id"));
              });
    }
    return verifiers;
  }

  /** Keys of all open things of all campaigns that are not closed, and of slips to be answered. */
  public List<String> openKeys() {
    return jdbc.sql(
            """
            select item_key from ledger_item where is_open
            union all select slip_key from supervision_slip where state = 'OPEN'
            """)
        .query(String.class)
        .list();
  }

  /** Who has left which campaign. */
  Map<String, Set<String>> leavers() {
    var leavers = new HashMap<String, Set<String>>();
    jdbc.sql("select campaign_id, person_id from roster_person where left_on is not null")
        .query(
            row -> {
              leavers
                  .computeIfAbsent(row.getString("campaign_id"), any -> new HashSet<>())
                  .add(row.getString("person_id"));
            });
    return leavers;
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
