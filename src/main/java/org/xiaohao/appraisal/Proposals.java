package org.xiaohao.appraisal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;

/** What was counted for each party, and what becomes of it. */
@Repository
public class Proposals {

  /** Of those to be commended by the table so many stand in a form. */
  private static final int MOST_COMMENDED = 100;

  /** In the order of levels and places; those on one place in the order of the roster. */
  private static final String IN_ORDER =
      " order by case level when 'DIVISION' then 1 when 'AFFILIATED_UNIT' then 2 else 3 end,"
          + " place, position";

  private final JdbcClient jdbc;

  Proposals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of a level. */
  public List<Proposal> all(String key, Level level) {
    return jdbc.sql("select * from appraisal_proposal where round_key = ? and level = ?" + IN_ORDER)
        .params(key, level.name())
        .query(Proposals::proposal)
        .list();
  }

  /** The people of a unit in the order of the roster; of no unit where it is empty. */
  List<Proposal> people(String key, String unitId) {
    return jdbc.sql(
            """
            select * from appraisal_proposal
            where round_key = ? and level = 'PERSON' and coalesce(unit_id, '') = ? order by position
            """)
        .params(key, unitId)
        .query(Proposals::proposal)
        .list();
  }

  /**
   * Those for whom something is proposed or decided, as many as a form bears: all who are named for
   * criticism, as many as a hearing bears at a time, and all whom somebody changed; of those to be
   * commended by the table the first, because in a big organisation thousands lose no point.
   */
  public List<Proposal> named(String key) {
    return jdbc.sql(
            """
            select * from (select p.*, row_number() over (
                partition by verdict, case when reason is null then 1 else 0 end
            """
                + IN_ORDER
                + """
                ) as nth from appraisal_proposal p where round_key = ?
                and (verdict <> 'NONE' or proposed <> 'NONE' or reason is not null)) listed
              where verdict <> 'COMMEND' or reason is not null or nth <= ?
            """
                + IN_ORDER)
        .params(key, MOST_COMMENDED)
        .query(Proposals::proposal)
        .list();
  }

  /** Those of whom that counts now. */
  public List<Proposal> with(String key, Verdict verdict) {
    return jdbc.sql(
            "select * from appraisal_proposal where round_key = ? and verdict = ?" + IN_ORDER)
        .params(key, verdict.name())
        .query(Proposals::proposal)
        .list();
  }

  /** How many there are of whom that counts now. */
  public int count(String key, Verdict verdict) {
    return jdbc.sql("select count(*) from appraisal_proposal where round_key = ? and verdict = ?")
        .params(key, verdict.name())
        .query(Integer.class)
        .single();
  }

  /** Whose points come of an item. */
  List<Party> withPointsOf(String key, String itemKey) {
    return jdbc.sql(
            """
            select distinct level, party_id from appraisal_point
            where item_key = ? and round_key = ?
            """)
        .params(itemKey, key)
        .query(
            (row, number) ->
                new Party(Level.valueOf(row.getString("level")), row.getString("party_id")))
        .list();
  }

  /** Those who are heard in that hearing. */
  public List<Proposal> heardIn(String key, int hearing) {
    return jdbc.sql(
            "select * from appraisal_proposal where round_key = ? and heard_in = ?" + IN_ORDER)
        .params(key, hearing)
        .query(Proposals::proposal)
        .list();
  }

  /** Whoever is named for criticism and was not heard yet is heard now. */
  void hear(String key, int hearing) {
    jdbc.sql(
            """
            update appraisal_proposal set heard_in = ?
            where round_key = ? and verdict = 'CRITICISE' and heard_in is null
            """)
        .params(hearing, key)
        .update();
  }

  /** What becomes of a party, if it is appraised. */
  public Optional<Proposal> find(String key, Party party) {
    return jdbc.sql(
            "select * from appraisal_proposal where round_key = ? and level = ? and party_id = ?")
        .params(key, party.level().name(), party.id())
        .query(Proposals::proposal)
        .optional();
  }

  /** Parties of that name, or id: more than one where people share a name. */
  List<Proposal> called(String key, String name) {
    return jdbc.sql(
            "select * from appraisal_proposal where round_key = ?"
                + " and (party_name = ? or party_id = ?)"
                + IN_ORDER)
        .params(key, name, name)
        .query(Proposals::proposal)
        .list();
  }

  /** The points of a party, in the order of time. */
  public List<Point> points(String key, Party party) {
    return jdbc.sql(
            """
            select * from appraisal_point where round_key = ? and level = ? and party_id = ?
            order by at, id
            """)
        .params(key, party.level().name(), party.id())
        .query(
            (row, number) ->
                new Point(
                    row.getString("fact_kind"),
                    row.getString("fact_key"),
                    DbTime.in(row, "at"),
                    row.getInt("points")))
        .list();
  }

  /**
   * What the records are called, as the read side shows it.
   *
   * @param factKeys keys of points; what stands behind {@code #} is a part of the record
   */
  public Map<String, String> titles(Collection<String> factKeys) {
    var items = factKeys.stream().map(Point::item).distinct().toList();
    var titles = new HashMap<String, String>();
    if (!items.isEmpty()) {
      jdbc.sql("select item_key, title from ledger_item where item_key in (:keys)")
          .param("keys", items)
          .query(
              row -> {
                titles.put(row.getString("item_key"), row.getString("title"));
              });
    }
    return factKeys.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                Function.identity(), key -> titles.getOrDefault(Point.item(key), key)));
  }

  /** How many facts of each kind the units of that level have, in the fixed order of units. */
  public List<Tally> tallies(String key) {
    return jdbc.sql(
            """
            select p.party_id, t.fact_kind, count(*) as facts, sum(t.points) as points
            from appraisal_proposal p join appraisal_point t on t.round_key = p.round_key
              and t.level = p.level and t.party_id = p.party_id
            where p.round_key = ? and p.level <> 'PERSON'
            group by p.party_id, t.fact_kind
            """)
        .param(key)
        .query(
            (row, number) ->
                new Tally(
                    row.getString("party_id"),
                    row.getString("fact_kind"),
                    row.getInt("facts"),
                    row.getInt("points")))
        .list();
  }

  /** Facts of one kind of one unit. */
  public record Tally(String unitId, String factKind, int facts, int points) {}

  /** Whoever is no longer named for criticism has to be heard again before being named again. */
  void decide(String key, Change change, String by) {
    jdbc.sql(
            """
            update appraisal_proposal set verdict = ?,
              heard_in = case when ? then heard_in end,
              reason = coalesce(nullif(cast(? as text), ''), reason), decided_by = ?
            where round_key = ? and level = ? and party_id = ?
            """)
        .params(
            change.verdict().name(),
            change.verdict() == Verdict.CRITICISE,
            change.reason(),
            by,
            key,
            change.party().level().name(),
            change.party().id())
        .update();
  }

  private static Proposal proposal(ResultSet row, int number) throws SQLException {
    return new Proposal(
        new Party(Level.valueOf(row.getString("level")), row.getString("party_id")),
        row.getString("party_name"),
        row.getString("unit_id"),
        row.getInt("total"),
        row.getInt("lost"),
        row.getInt("place"),
        row.getInt("share"),
        Verdict.valueOf(row.getString("proposed")),
        Verdict.valueOf(row.getString("verdict")),
        row.getString("reason"),
        row.getObject("heard_in", Integer.class),
        row.getString("decided_by"));
  }
}
