package org.xiaohao.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Refusal;
import org.xiaohao.supervision.Inspection.State;
import org.xiaohao.supervision.Inspection.Visit;
import org.xiaohao.supervision.Inspection.Visited;

/** Rounds of visits, with what they found. */
@Repository
public class Inspections {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  Inspections(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** The inspection with that key. */
  public Inspection get(String key) {
    var checks =
        jdbc.sql("select text from supervision_check where item_key = ? order by position")
            .param(key)
            .query(String.class)
            .list();
    return jdbc.sql("select * from supervision_inspection where item_key = ?")
        .param(key)
        .query(
            (row, number) ->
                new Inspection(
                    key,
                    row.getString("campaign_id"),
                    row.getInt("number"),
                    row.getString("title"),
                    State.valueOf(row.getString("state")),
                    row.getObject("plan_date", LocalDate.class),
                    row.getObject("effective_date", LocalDate.class),
                    DbTime.in(row, "limit_at"),
                    DbTime.in(row, "due_at"),
                    row.getString("planned_by"),
                    checks))
        .optional()
        .orElseThrow(() -> new Refusal("supervision.item-unknown", key));
  }

  /** What the office made of a round; empty until it was summed up. */
  public Optional<String> summary(String key) {
    return jdbc.sql("select summary from supervision_inspection where item_key = ?")
        .param(key)
        .query((row, number) -> Objects.toString(row.getString("summary"), ""))
        .optional()
        .filter(summary -> !summary.isEmpty());
  }

  /** Visits of an inspection in the order of units' ids. */
  public List<Visit> visits(String key) {
    return jdbc.sql("select * from supervision_visit where item_key = ? order by unit_id")
        .param(key)
        .query(
            (row, number) ->
                new Visit(
                    row.getString("visit_key"),
                    key,
                    row.getString("unit_id"),
                    DbTime.in(row, "due_at"),
                    row.getObject("visited_at") != null))
        .list();
  }

  /** What was found in all visits of an inspection: kind, unit and text. */
  public List<String[]> findings(String key) {
    return jdbc.sql(
            """
            select f.kind, f.unit_id, f.text from supervision_finding f
            join supervision_visit v on v.visit_key = f.visit_key
            where v.item_key = ? order by f.kind, f.finding_key
            """)
        .param(key)
        .query(
            (row, number) ->
                new String[] {
                  row.getString("kind"), row.getString("unit_id"), row.getString("text")
                })
        .list();
  }

  void insert(Inspection inspection, List<String> units, Instant at) {
    jdbc.sql(
            """
            insert into supervision_inspection (item_key, campaign_id, number, title, state,
              plan_date, effective_date, limit_at, due_at, planned_by, planned_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            inspection.key(),
            inspection.campaignId(),
            inspection.number(),
            inspection.title(),
            inspection.state().name(),
            inspection.planDate(),
            inspection.effectiveDate(),
            DbTime.of(inspection.limitAt()),
            DbTime.of(inspection.dueAt()),
            inspection.plannedBy(),
            DbTime.of(at))
        .update();
    batch.batchUpdate(
        "insert into supervision_check (item_key, position, text) values (?, ?, ?)",
        IntStream.range(0, inspection.checks().size())
            .mapToObj(i -> new Object[] {inspection.key(), i + 1, inspection.checks().get(i)})
            .toList());
    batch.batchUpdate(
        """
        insert into supervision_visit (visit_key, item_key, unit_id, due_at) values (?, ?, ?, ?)
        """,
        units.stream()
            .map(
                unit ->
                    new Object[] {
                      inspection.visitKey(unit),
                      inspection.key(),
                      unit,
                      DbTime.of(inspection.dueAt())
                    })
            .toList());
  }

  void visited(Inspection inspection, String unitId, Visited visited, String by, Instant at) {
    var visit = inspection.visitKey(unitId);
    var rows =
        jdbc.sql(
                """
                update supervision_visit set visited_by = ?, visited_at = ?, note = ?
                where visit_key = ? and visited_at is null
                """)
            .params(by, DbTime.of(at), visited.note(), visit)
            .update();
    if (rows == 0) {
      throw new Refusal("supervision.visit-done");
    }
    batch.batchUpdate(
        """
        insert into supervision_visit_check (visit_key, position, kept, remark)
        values (?, ?, ?, ?)
        """,
        IntStream.range(0, visited.kept().size())
            .mapToObj(
                i ->
                    new Object[] {
                      visit, i + 1, visited.kept().get(i).kept(), visited.kept().get(i).remark()
                    })
            .toList());
    batch.batchUpdate(
        """
        insert into supervision_finding
          (finding_key, visit_key, number, campaign_id, unit_id, kind, text)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        IntStream.range(0, visited.findings().size())
            .mapToObj(
                i ->
                    new Object[] {
                      findingKey(visit, i),
                      visit,
                      i + 1,
                      inspection.campaignId(),
                      unitId,
                      visited.findings().get(i).kind().name(),
                      visited.findings().get(i).text()
                    })
            .toList());
  }

  static String findingKey(String visitKey, int index) {
    return visitKey + "/" + (index + 1);
  }

  void move(String key, State from, State to, Instant dueAt) {
    var rows =
        jdbc.sql(
                """
                update supervision_inspection set state = ?, due_at = ?, version = version + 1
                where item_key = ? and state = ?
                """)
            .params(to.name(), DbTime.of(dueAt), key, from.name())
            .update();
    if (rows == 0) {
      throw new Refusal("supervision.item-changed");
    }
  }

  void moved(String key, LocalDate day, Instant limitAt, Instant dueAt) {
    jdbc.sql(
            """
            update supervision_inspection set plan_date = ?, effective_date = ?, limit_at = ?,
              due_at = ?, version = version + 1 where item_key = ?
            """)
        .params(day, day, DbTime.of(limitAt), DbTime.of(dueAt), key)
        .update();
    jdbc.sql("update supervision_visit set due_at = ? where item_key = ? and visited_at is null")
        .params(DbTime.of(dueAt), key)
        .update();
  }

  void ended(String key, State end, String summary, String by, Instant at) {
    jdbc.sql(
            """
            update supervision_inspection set state = ?, summary = ?, done_by = ?, done_at = ?,
              version = version + 1 where item_key = ?
            """)
        .params(end.name(), summary, by, DbTime.of(at), key)
        .update();
  }

  /** Keys of those that are not over. */
  List<String> open(String campaignId, int size) {
    return jdbc.sql(
            """
            select item_key from supervision_inspection
            where campaign_id = ? and state in ('VISITING', 'SUMMARISING')
            order by id fetch first ? rows only
            """)
        .params(campaignId, size)
        .query(String.class)
        .list();
  }
}
