package org.xiaohao.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.campaign.Plan.Role;
import org.xiaohao.shared.Chunks;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Refusal;
import org.xiaohao.supervision.Slip.State;

/** The supervision slips, and what each of them is about. */
@Repository
public class Slips {

  /** An item of a slip has had its day as soon as the item has another colour. */
  private static final String OUTDATED =
      """
      not exists (select 1 from supervision_light l
        where l.item_key = supervision_slip_item.item_key
          and l.light = supervision_slip_item.light and l.since = supervision_slip_item.since)
      """;

  private static final String DONE_WITH =
      """
      select s.* from supervision_slip s where s.state <> 'CLOSED' and not exists (
        select 1 from supervision_slip_item x where x.slip_key = s.slip_key and x.closed_at is null)
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  Slips(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /**
   * An item on a slip.
   *
   * @param since when the item got the colour
   */
  record Entry(String itemKey, Light light, Role role, Instant since) {}

  /** A slip to be written, with its items. */
  record Draft(Slip slip, List<Entry> entries) {}

  /** An item that stands on a slip which waits for its receiver. */
  record Waiting(String slipKey, String itemKey, Role role, String personId) {}

  /** An item and the level that an open slip about it went to. */
  record Issued(String itemKey, Role role) {}

  /**
   * The slip with that key.
   *
   * @throws Refusal if there is none
   */
  public Slip get(String key) {
    return find(key).orElseThrow(() -> new Refusal("supervision.slip-unknown", key));
  }

  /** The slip with that key, if there is one. */
  Optional<Slip> find(String key) {
    return jdbc.sql("select * from supervision_slip where slip_key = ?")
        .param(key)
        .query(Slips::slip)
        .optional();
  }

  /** Those of the slips with these keys that there are. */
  public List<Slip> of(Collection<String> keys) {
    return keys.isEmpty()
        ? List.of()
        : jdbc.sql("select * from supervision_slip where slip_key in (:keys)")
            .param("keys", keys)
            .query(Slips::slip)
            .list();
  }

  /** All slips of a campaign, the newest first. */
  public List<Slip> all(String campaignId) {
    return jdbc.sql("select * from supervision_slip where campaign_id = ? order by number desc")
        .param(campaignId)
        .query(Slips::slip)
        .list();
  }

  /**
   * Slips of a campaign with a lower number, the newest first.
   *
   * @param open whether those that are closed are left out
   */
  public List<Slip> page(String campaignId, boolean open, int below, int size) {
    return jdbc.sql(
            """
            select * from supervision_slip
            where campaign_id = ? and number < ? and (not cast(? as boolean) or state <> 'CLOSED')
            order by number desc fetch first ? rows only
            """)
        .params(campaignId, below, open, size)
        .query(Slips::slip)
        .list();
  }

  /** Slips about an item, the newest first. */
  public List<Slip> about(String itemKey) {
    return jdbc.sql(
            """
            select s.* from supervision_slip s
            join supervision_slip_item x on x.slip_key = s.slip_key
            where x.item_key = ? order by s.number desc
            """)
        .param(itemKey)
        .query(Slips::slip)
        .list();
  }

  /** Keys of the items that a slip is about, the most urgent first. */
  public List<String> items(String slipKey) {
    return jdbc.sql(
            """
            select x.item_key from supervision_slip_item x
            left join supervision_light l on l.item_key = x.item_key
            where x.slip_key = ? order by l.limit_day, x.item_key
            """)
        .param(slipKey)
        .query(String.class)
        .list();
  }

  void insert(List<Draft> drafts) {
    batch.batchUpdate(
        """
        insert into supervision_slip (slip_key, campaign_id, number, light, role, person_id,
          to_answer, state, issued_at, due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        drafts.stream().map(Draft::slip).map(Slips::columns).toList());
    batch.batchUpdate(
        """
        insert into supervision_slip_item (slip_key, item_key, light, role, since)
        values (?, ?, ?, ?, ?)
        """,
        drafts.stream()
            .flatMap(draft -> draft.entries().stream().map(entry -> columns(draft.slip(), entry)))
            .toList());
  }

  private static Object[] columns(Slip slip) {
    return new Object[] {
      slip.key(),
      slip.campaignId(),
      slip.number(),
      slip.light().name(),
      slip.role().name(),
      slip.personId(),
      slip.toAnswer(),
      slip.state().name(),
      DbTime.of(slip.issuedAt()),
      DbTime.of(slip.dueAt())
    };
  }

  private static Object[] columns(Slip slip, Entry entry) {
    return new Object[] {
      slip.key(),
      entry.itemKey(),
      entry.light().name(),
      entry.role().name(),
      DbTime.of(entry.since())
    };
  }

  /** What slips that are not closed are about: it needs no other one. */
  Set<Issued> issued(String campaignId) {
    return new HashSet<>(
        jdbc.sql(
                """
                select x.item_key, x.role from supervision_slip_item x
                join supervision_slip s on s.slip_key = x.slip_key
                where s.campaign_id = ? and x.closed_at is null
                """)
            .param(campaignId)
            .query(
                (row, number) ->
                    new Issued(row.getString("item_key"), Role.valueOf(row.getString("role"))))
            .list());
  }

  /** What slips are about that nobody has answered yet, and whom they went to. */
  List<Waiting> waiting(String campaignId) {
    return jdbc.sql(
            """
            select x.slip_key, x.item_key, x.role, s.person_id from supervision_slip_item x
            join supervision_slip s on s.slip_key = x.slip_key
            where s.campaign_id = ? and s.state in ('NOTED', 'ISSUED', 'OPEN')
              and x.closed_at is null
            order by s.id, x.item_key
            """)
        .param(campaignId)
        .query(
            (row, number) ->
                new Waiting(
                    row.getString("slip_key"),
                    row.getString("item_key"),
                    Role.valueOf(row.getString("role")),
                    row.getString("person_id")))
        .list();
  }

  /** Takes one item off one slip, whatever its colour. */
  void takeOff(Waiting one, Instant at) {
    jdbc.sql(
            """
            update supervision_slip_item set closed_at = ?
            where slip_key = ? and item_key = ? and closed_at is null
            """)
        .params(DbTime.of(at), one.slipKey(), one.itemKey())
        .update();
  }

  /** Numbers of the blue slips that stand, by receiver and item. */
  Map<String, Map<String, String>> blue(String campaignId) {
    var numbers = new HashMap<String, Map<String, String>>();
    jdbc.sql(
            """
            select s.person_id, x.item_key, s.slip_key from supervision_slip s
            join supervision_slip_item x on x.slip_key = s.slip_key
            where s.campaign_id = ? and s.light = 'BLUE' and s.state = 'NOTED'
              and x.closed_at is null
            """)
        .param(campaignId)
        .query(
            row -> {
              numbers
                  .computeIfAbsent(row.getString("person_id"), any -> new HashMap<>())
                  .put(row.getString("item_key"), Slip.mark(row.getString("slip_key")));
            });
    return numbers;
  }

  /** Slips whose task is still to come up. */
  List<Slip> toOpen(String campaignId, int size) {
    return jdbc.sql(
            """
            select * from supervision_slip where campaign_id = ? and state = 'ISSUED'
            order by id fetch first ? rows only
            """)
        .params(campaignId, size)
        .query(Slips::slip)
        .list();
  }

  /** Takes items off all slips of a campaign that have another colour now. */
  void takeOff(String campaignId, Instant at) {
    jdbc.sql(
            """
            update supervision_slip_item set closed_at = ? where closed_at is null
              and slip_key in (select slip_key from supervision_slip
                where campaign_id = ? and state <> 'CLOSED') and
            """
                + OUTDATED)
        .params(DbTime.of(at), campaignId)
        .update();
  }

  /** Takes those items off their slips, if they have another colour now. */
  void takeOff(Collection<String> itemKeys, Instant at) {
    for (var keys : Chunks.of(itemKeys)) {
      jdbc.sql(
              """
              update supervision_slip_item set closed_at = :at
              where closed_at is null and item_key in (:keys) and
              """
                  + OUTDATED)
          .param("at", DbTime.of(at))
          .param("keys", keys)
          .update();
    }
  }

  /** Slips that nothing stands on any more. */
  List<Slip> doneWith(String campaignId, int size) {
    return jdbc.sql(DONE_WITH + " and s.campaign_id = ? order by s.id fetch first ? rows only")
        .params(campaignId, size)
        .query(Slips::slip)
        .list();
  }

  /** Slips on which nothing but those items stood. */
  List<Slip> doneWith(Collection<String> itemKeys) {
    return Chunks.of(itemKeys).stream()
        .flatMap(
            keys ->
                jdbc
                    .sql(
                        DONE_WITH
                            + """
                             and s.slip_key in (select y.slip_key from supervision_slip_item y
                               where y.item_key in (:keys))
                            """)
                    .params(Map.of("keys", keys))
                    .query(Slips::slip)
                    .stream())
        .distinct()
        .toList();
  }

  /** Slips of a campaign that wait for their answer. */
  List<Slip> toAnswer(String campaignId) {
    return jdbc.sql("select * from supervision_slip where campaign_id = ? and state = 'OPEN'")
        .param(campaignId)
        .query(Slips::slip)
        .list();
  }

  /** Slips that are not closed, but for those about a problem that outlives the campaign. */
  List<Slip> ending(String campaignId, int size) {
    return jdbc.sql(
            """
            select s.* from supervision_slip s where s.campaign_id = ? and s.state <> 'CLOSED'
              and not exists (
                select 1 from supervision_slip_item x
                join ledger_item i on i.item_key = x.item_key
                where x.slip_key = s.slip_key and x.closed_at is null
                  and i.room = 'rectification' and i.is_open)
            order by s.id fetch first ? rows only
            """)
        .params(campaignId, size)
        .query(Slips::slip)
        .list();
  }

  /** Slips of a person that are not closed. */
  List<Slip> of(String campaignId, String personId) {
    return jdbc.sql(
            """
            select * from supervision_slip
            where campaign_id = ? and person_id = ? and state <> 'CLOSED' order by id
            """)
        .params(campaignId, personId)
        .query(Slips::slip)
        .list();
  }

  void opened(String key) {
    jdbc.sql("update supervision_slip set state = 'OPEN', version = version + 1 where slip_key = ?")
        .param(key)
        .update();
  }

  void answered(Slip slip, String done, String reason, LocalDate byWhen, Instant at) {
    var rows =
        jdbc.sql(
                """
                update supervision_slip set state = 'ANSWERED', done = ?, reason = ?, by_when = ?,
                  answered_at = ?, version = version + 1 where slip_key = ? and version = ?
                """)
            .params(done, reason, byWhen, DbTime.of(at), slip.key(), slip.version())
            .update();
    if (rows == 0) {
      throw new Refusal("supervision.slip-changed", slip.mark());
    }
  }

  /** Closes a slip, and what still stands on it. */
  void closed(Slip slip, Instant at) {
    jdbc.sql(
            """
            update supervision_slip set state = 'CLOSED', closed_at = ?, version = version + 1
            where slip_key = ?
            """)
        .params(DbTime.of(at), slip.key())
        .update();
    jdbc.sql(
            """
            update supervision_slip_item set closed_at = ?
            where slip_key = ? and closed_at is null
            """)
        .params(DbTime.of(at), slip.key())
        .update();
  }

  private static Slip slip(ResultSet row, int number) throws SQLException {
    return new Slip(
        row.getString("slip_key"),
        row.getString("campaign_id"),
        row.getInt("number"),
        Light.valueOf(row.getString("light")),
        Role.valueOf(row.getString("role")),
        row.getString("person_id"),
        row.getBoolean("to_answer"),
        State.valueOf(row.getString("state")),
        DbTime.in(row, "issued_at"),
        DbTime.in(row, "due_at"),
        DbTime.in(row, "answered_at"),
        row.getString("done"),
        row.getString("reason"),
        row.getObject("by_when", LocalDate.class),
        DbTime.in(row, "closed_at"),
        row.getLong("version"));
  }
}
