package org.xiaohao.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.Chunks;
import org.xiaohao.shared.DbTime;
import org.xiaohao.supervision.LightRule.Facts;

/** The light of every item, kept set by set: never a statement per item of a round. */
@Repository
public class Lights {

  /** Items that may have a light: open, owed, and waiting for somebody. */
  private static final String WATCHED = "i.is_open and i.counts and i.waits_for <> 'NOBODY'";

  private static final String SAME_CASE =
      """
      c.campaign_id = i.campaign_id and c.due_at = i.due_at and c.limit_at = i.limit_at
        and c.last_date = i.last_date
        and c.begun_on = i.begun_on and c.times_returned = i.times_returned
      """;

  /** So often others may be first with a new row, before something else must be wrong. */
  private static final int MOST_ATTEMPTS = 10;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  Lights(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** Dates that items have in common, with their light. */
  record Case(Facts facts, Light light, LocalDate limitDay) {}

  /**
   * A span in which an item has one colour.
   *
   * @param limitDay last day of its limit
   */
  record Episode(Light light, LocalDate limitDay, Instant since) {}

  /**
   * An item as it stands, with the light it had.
   *
   * @param watched whether it may have a light at all
   */
  record Standing(String key, String campaignId, boolean watched, Facts facts, Light before) {}

  /** The light of an item; {@link Light#NONE} where it never had one. */
  public Light of(String key) {
    return of(List.of(key)).getOrDefault(key, Light.NONE);
  }

  /** Lights of those items that have one. */
  public Map<String, Light> of(Collection<String> keys) {
    var lights = new HashMap<String, Light>();
    for (var chunk : Chunks.of(keys)) {
      jdbc.sql(
              """
              select item_key, light from supervision_light
              where item_key in (:keys) and light <> 'NONE'
              """)
          .param("keys", chunk)
          .query(
              row -> {
                lights.put(row.getString("item_key"), Light.valueOf(row.getString("light")));
              });
    }
    return lights;
  }

  /** The different dates of all watched items of a campaign: some hundreds. */
  List<Facts> cases(String campaignId) {
    return jdbc.sql(
            """
            select distinct i.due_at, i.limit_at, i.last_date, i.begun_on, i.times_returned
            from ledger_item i where i.campaign_id = ? and %s
            """
                .formatted(WATCHED))
        .param(campaignId)
        .query((row, number) -> Facts.of(row))
        .list();
  }

  /**
   * Gives every item of a campaign the light of its case, in three statements however many there
   * are. A change of colour is a change of {@code since}.
   *
   * @return how many items changed
   */
  int turn(String campaignId, List<Case> cases, Instant at) {
    write(campaignId, cases);
    nestedLoops("off");
    var lit =
        put(
            """
            select i.item_key, i.campaign_id, c.light, c.limit_day,
              cast(? as timestamp with time zone) as since
            from ledger_item i
            join supervision_light_case c on %s
            left join supervision_light o on o.item_key = i.item_key
            where i.campaign_id = ? and %s
              and (c.light <> coalesce(o.light, 'NONE') or c.limit_day <> o.limit_day)
            """
                .formatted(SAME_CASE, WATCHED),
            DbTime.of(at),
            campaignId);
    nestedLoops("on");
    // a difference of two sets: a look-up per lit item would be one into every room
    var out =
        jdbc.sql(
                """
                update supervision_light set light = 'NONE', since = ?
                where item_key in (
                  select l.item_key from supervision_light l
                  where l.campaign_id = ? and l.light <> 'NONE'
                  except
                  select i.item_key from ledger_item i where i.campaign_id = ? and %s)
                """
                    .formatted(WATCHED))
            .params(DbTime.of(at), campaignId, campaignId)
            .update();
    return lit + out;
  }

  private void write(String campaignId, List<Case> cases) {
    jdbc.sql("delete from supervision_light_case where campaign_id = ?").param(campaignId).update();
    batch.batchUpdate(
        """
        insert into supervision_light_case
          (campaign_id, due_at, limit_at, last_date, begun_on, times_returned, light, limit_day)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        cases.stream()
            .map(
                one ->
                    new Object[] {
                      campaignId,
                      DbTime.of(one.facts().dueAt()),
                      DbTime.of(one.facts().limitAt()),
                      one.facts().lastDate(),
                      one.facts().begunOn(),
                      one.facts().timesReturned(),
                      one.light().name(),
                      one.limitDay()
                    })
            .toList());
    if (isPostgreSql()) {
      // its guess for a table that was just written is a row or two, and so a scan per case
      batch.execute("analyze supervision_light_case");
    }
  }

  /**
   * PostgreSQL takes the items of a round for one row. With a nested loop it would scan the lights
   * once per item, on the first morning with all that it just wrote: the square of their number.
   */
  private void nestedLoops(String setting) {
    if (isPostgreSql()) {
      batch.execute("set local enable_nestloop = " + setting);
    }
  }

  /** H2 needs no statistics here, and would commit the transaction. */
  private boolean isPostgreSql() {
    return Boolean.TRUE.equals(
        batch.execute(
            (ConnectionCallback<Boolean>)
                connection ->
                    connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
  }

  /** When the items of a campaign that have a light got it. */
  Map<String, Episode> episodes(String campaignId) {
    var episodes = new HashMap<String, Episode>();
    jdbc.sql("select * from supervision_light where campaign_id = ? and light <> 'NONE'")
        .param(campaignId)
        .query(
            row -> {
              episodes.put(
                  row.getString("item_key"),
                  new Episode(
                      Light.valueOf(row.getString("light")),
                      row.getObject("limit_day", LocalDate.class),
                      DbTime.in(row, "since")));
            });
    return episodes;
  }

  /** How those items stand; keys without an item are left out. */
  List<Standing> standing(Collection<String> keys) {
    var found = new ArrayList<Standing>();
    for (var chunk : Chunks.of(keys)) {
      found.addAll(
          jdbc.sql(
                  """
                  select i.item_key, i.campaign_id, i.due_at, i.limit_at, i.last_date,
                    i.begun_on, i.times_returned, (%s) as watched, l.light
                  from ledger_item i left join supervision_light l on l.item_key = i.item_key
                  where i.item_key in (:keys) order by i.item_key
                  """
                      .formatted(WATCHED))
              .param("keys", chunk)
              .query(Lights::standing)
              .list());
    }
    return found;
  }

  /** Gives a single item another light. */
  void turn(String key, String campaignId, Light light, LocalDate limitDay, Instant at) {
    put(
        """
        select cast(? as varchar(200)) as item_key, cast(? as varchar(64)) as campaign_id,
          cast(? as varchar(8)) as light, cast(? as date) as limit_day,
          cast(? as timestamp with time zone) as since
        %s
        """
            .formatted(isPostgreSql() ? "" : "from dual"),
        key,
        campaignId,
        light.name(),
        limitDay,
        DbTime.of(at));
  }

  /**
   * Writes the lights that a query gives, as new rows or over those that are there; a change of
   * colour is a change of {@code since}. The morning and a single item may come upon the same item
   * at once, and neither sees the row that the other is about to commit: the second waits, and
   * writes over it.
   *
   * @param lights query of {@code item_key, campaign_id, light, limit_day, since}
   * @return how many rows were written
   */
  int put(String lights, Object... parameters) {
    return isPostgreSql() ? insertOrUpdate(lights, parameters) : merge(lights, parameters);
  }

  /** In the order of keys, as single items are: two of them never wait in a circle. */
  private int insertOrUpdate(String lights, Object... parameters) {
    return jdbc.sql(
            """
            insert into supervision_light as l (item_key, campaign_id, light, limit_day, since)
            select item_key, campaign_id, light, limit_day, since from (%s) n order by item_key
            on conflict (item_key) do update set light = excluded.light,
              limit_day = excluded.limit_day,
              since = case when l.light = excluded.light then l.since else excluded.since end
            """
                .formatted(lights))
        .params(parameters)
        .update();
  }

  /**
   * H2 knows no {@code on conflict}. Where another transaction commits a row meanwhile its {@code
   * merge} fails as a statement, and not the transaction: once more, it finds the row.
   */
  private int merge(String lights, Object... parameters) {
    var statement =
        jdbc.sql(
                """
                merge into supervision_light l using (%s) n on l.item_key = n.item_key
                when matched then update set light = n.light, limit_day = n.limit_day,
                  since = case when l.light = n.light then l.since else n.since end
                when not matched then insert (item_key, campaign_id, light, limit_day, since)
                  values (n.item_key, n.campaign_id, n.light, n.limit_day, n.since)
                """
                    .formatted(lights))
            .params(parameters);
    for (var attempt = 1; ; attempt++) {
      try {
        return statement.update();
      } catch (DuplicateKeyException meanwhile) {
        if (attempt == MOST_ATTEMPTS) {
          throw meanwhile;
        }
      }
    }
  }

  private static Standing standing(ResultSet row, int number) throws SQLException {
    var light = row.getString("light");
    return new Standing(
        row.getString("item_key"),
        row.getString("campaign_id"),
        row.getBoolean("watched"),
        Facts.of(row),
        light == null ? Light.NONE : Light.valueOf(light));
  }
}
