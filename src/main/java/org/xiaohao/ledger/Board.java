package org.xiaohao.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;

/**
 * What the office watches: all parties against all that the plan asks. Each question is one query,
 * whatever the number of people.
 */
@Repository
public class Board {

  private final JdbcClient jdbc;

  Board(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Where a party stands with one thing that the plan asks.
   *
   * @param kindId entry of the plan
   * @param phaseId phase in which it is owed; empty for what belongs to none
   * @param party id of a unit, {@link Parties#BRANCHES} or {@link Parties#OFFICE}
   * @param owed how many it owes; what was waived is not owed
   * @param done how many of them are finished
   * @param blue how many are near their limit
   * @param yellow how many are behind, or were returned twice
   * @param red how many are overdue
   */
  public record Cell(
      String kindId,
      String phaseId,
      String party,
      int owed,
      int done,
      int blue,
      int yellow,
      int red) {}

  /** All cells that are not empty. */
  public List<Cell> cells(String campaignId) {
    return jdbc.sql(
            """
            select kind_id, phase_id, party, count(*) as owed,
              sum(case when is_done then 1 else 0 end) as done,
              sum(case when light = 'BLUE' then 1 else 0 end) as blue,
              sum(case when light = 'YELLOW' then 1 else 0 end) as yellow,
              sum(case when light = 'RED' then 1 else 0 end) as red
            from (select i.kind_id, i.phase_id, i.is_done, l.light, %s as party
                  from ledger_item i left join supervision_light l on l.item_key = i.item_key
                  where i.campaign_id = ? and i.counts) owed_items
            group by kind_id, phase_id, party
            """
                .formatted(Parties.COLUMN))
        .param(campaignId)
        .query(
            (row, number) ->
                new Cell(
                    row.getString("kind_id"),
                    row.getString("phase_id"),
                    row.getString("party"),
                    row.getInt("owed"),
                    row.getInt("done"),
                    row.getInt("blue"),
                    row.getInt("yellow"),
                    row.getInt("red")))
        .list();
  }

  /**
   * What a list is to show; null for whatever there is.
   *
   * @param open only what is not finished
   */
  public record Selection(
      String campaignId,
      @Nullable String kindId,
      @Nullable String party,
      @Nullable String light,
      boolean open) {}

  /** An item and its light; null for none. */
  public record Lit(LedgerItem item, @Nullable String light) {}

  /** A page of a list: open things first, the most urgent on top. */
  public List<Lit> items(Selection wanted, int offset, int size) {
    return select(
            wanted,
            "i.*, l.light",
            " order by i.is_open desc, i.due_at, i.item_key"
                + " offset :offset rows fetch next :size rows only")
        .param("offset", offset)
        .param("size", size)
        .query((row, number) -> new Lit(Ledger.item(row, number), row.getString("light")))
        .list();
  }

  /** How long that list is. */
  public int count(Selection wanted) {
    return select(wanted, "count(*)", "").query(Integer.class).single();
  }

  /**
   * Says only what is asked for: a condition that may be idle keeps databases off their indexes.
   */
  private JdbcClient.StatementSpec select(Selection wanted, String columns, String rest) {
    var sql =
        new StringBuilder("select " + columns)
            .append(" from ledger_item i left join supervision_light l on l.item_key = i.item_key")
            .append(" where i.campaign_id = :campaign and i.counts");
    if (wanted.kindId() != null) {
      sql.append(" and i.kind_id = :kind");
    }
    if (wanted.party() != null) {
      sql.append(" and ").append(Parties.COLUMN).append(" = :party");
    }
    if (wanted.light() != null) {
      sql.append(" and l.light = :light");
    }
    if (wanted.open()) {
      sql.append(" and not i.is_done");
    }
    return jdbc.sql(sql.append(rest).toString())
        .param("campaign", wanted.campaignId())
        .param("kind", wanted.kindId())
        .param("party", wanted.party())
        .param("light", wanted.light());
  }

  /** What was handed in, held or taken place, and what was finished, on a day. */
  public record Day(LocalDate day, int acted, int done) {}

  /** All days on which something happened, in their order. */
  public List<Day> days(String campaignId, ZoneId zone) {
    var days = new TreeMap<LocalDate, Day>();
    // By the hour: databases do not agree on what the day of an instant is in another zone.
    jdbc.sql(
            """
            select acted_hour, done_hour, count(*) as items from (
              select date_trunc('hour', acted_at) as acted_hour,
                date_trunc('hour', done_at) as done_hour
              from ledger_item
              where campaign_id = ? and (acted_at is not null or done_at is not null)) happened
            group by acted_hour, done_hour
            """)
        .param(campaignId)
        .query(
            row -> {
              var items = row.getInt("items");
              var acted = DbTime.in(row, "acted_hour");
              if (acted != null) {
                count(days, new Day(LocalDate.ofInstant(acted, zone), items, 0));
              }
              var done = DbTime.in(row, "done_hour");
              if (done != null) {
                count(days, new Day(LocalDate.ofInstant(done, zone), 0, items));
              }
            });
    return List.copyOf(days.values());
  }

  private static void count(Map<LocalDate, Day> days, Day more) {
    days.merge(
        more.day(), more, (a, b) -> new Day(a.day(), a.acted() + b.acted(), a.done() + b.done()));
  }

  /** Who came to the study sessions of a unit (R34); people times sessions. */
  public record Attendance(String unitId, int present, int leave, int absent, int madeUp) {}

  /** Attendance of all units that held a session. */
  public List<Attendance> attendance(String campaignId) {
    return jdbc.sql(
            """
            select s.unit_id,
              sum(case when a.presence = 'PRESENT' then 1 else 0 end) as present,
              sum(case when a.presence = 'LEAVE' then 1 else 0 end) as on_leave,
              sum(case when a.presence = 'ABSENT' then 1 else 0 end) as absent,
              sum(case when a.made_up_on is not null then 1 else 0 end) as made_up
            from study_session s join study_attendance a on a.session_key = s.session_key
            where s.campaign_id = ? and s.recorded_at is not null
            group by s.unit_id
            """)
        .param(campaignId)
        .query(
            (row, number) ->
                new Attendance(
                    row.getString("unit_id"),
                    row.getInt("present"),
                    row.getInt("on_leave"),
                    row.getInt("absent"),
                    row.getInt("made_up")))
        .list();
  }

  /**
   * Problems of one kind on the list (R77).
   *
   * @param kind one of the plan's kinds; empty while the office has not said
   * @param closed how many are closed out
   * @param week open ones that were registered within the last 7 days
   * @param month within 30 days before, and not within 7
   * @param quarter within 90 days before, and not within 30
   * @param older open ones that are older than that
   */
  public record Problems(String kind, int closed, int week, int month, int quarter, int older) {}

  /** Problems of all kinds that there are; those that turned out to be none are left out. */
  public List<Problems> problems(String campaignId, Instant now) {
    return jdbc.sql(
            """
            select kind, sum(case when is_done then 1 else 0 end) as closed,
              sum(case when not is_done and at > :week then 1 else 0 end) as in_week,
              sum(case when not is_done and at <= :week and at > :month then 1 else 0 end)
                as in_month,
              sum(case when not is_done and at <= :month and at > :quarter then 1 else 0 end)
                as in_quarter,
              sum(case when not is_done and at <= :quarter then 1 else 0 end) as older
            from (select coalesce(p.kind, '') as kind, p.registered_at as at, l.is_done
                  from rectification_problem p
                    join rectification_ledger l on l.item_key = p.problem_key
                  where p.campaign_id = :campaign and l.counts and (l.is_open or l.is_done)) listed
            group by kind order by kind
            """)
        .param("campaign", campaignId)
        .param("week", DbTime.of(now.minus(Duration.ofDays(7))))
        .param("month", DbTime.of(now.minus(Duration.ofDays(30))))
        .param("quarter", DbTime.of(now.minus(Duration.ofDays(90))))
        .query(
            (row, number) ->
                new Problems(
                    row.getString("kind"),
                    row.getInt("closed"),
                    row.getInt("in_week"),
                    row.getInt("in_month"),
                    row.getInt("in_quarter"),
                    row.getInt("older")))
        .list();
  }

  /** Opinion forms of a unit against its quota (R59). */
  public record Forms(String consultationId, String unitId, int quota, int valid, int invalid) {}

  /** Forms of all consultations and units. */
  public List<Forms> forms(String campaignId) {
    return jdbc.sql(
            """
            select i.consultation_id, i.unit_id, i.quota,
              sum(case when f.validity = 'VALID' then 1 else 0 end) as valid,
              sum(case when f.validity not in ('VALID', 'APART') then 1 else 0 end) as invalid
            from consultation_item i left join consultation_form f on f.item_key = i.item_key
            where i.campaign_id = ? and i.state not in ('PAST', 'WAIVED')
            group by i.consultation_id, i.unit_id, i.quota
            """)
        .param(campaignId)
        .query(
            (row, number) ->
                new Forms(
                    row.getString("consultation_id"),
                    row.getString("unit_id"),
                    row.getInt("quota"),
                    row.getInt("valid"),
                    row.getInt("invalid")))
        .list();
  }
}
