package org.xiaohao.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.Chunks;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Refusal;
import org.xiaohao.supervision.Assignment.State;

/** The tasks of the leading group. */
@Repository
public class Assignments {

  private final JdbcClient jdbc;

  Assignments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The assignment with that key. */
  public Assignment get(String key) {
    return jdbc.sql("select * from supervision_assignment where item_key = ?")
        .param(key)
        .query(Assignments::assignment)
        .optional()
        .orElseThrow(() -> new Refusal("supervision.item-unknown", key));
  }

  void insert(Assignment assignment, Instant at) {
    jdbc.sql(
            """
            insert into supervision_assignment (item_key, campaign_id, number, title, what,
              unit_id, person_id, state, plan_date, effective_date, limit_at, due_at, assigned_by,
              assigned_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            assignment.key(),
            assignment.campaignId(),
            assignment.number(),
            assignment.title(),
            assignment.what(),
            assignment.unitId(),
            assignment.personId(),
            assignment.state().name(),
            assignment.planDate(),
            assignment.effectiveDate(),
            DbTime.of(assignment.limitAt()),
            DbTime.of(assignment.dueAt()),
            assignment.assignedBy(),
            DbTime.of(at))
        .update();
  }

  void reported(Assignment assignment, String report, String by, Instant at, Instant dueAt) {
    changed(
        jdbc.sql(
                """
                update supervision_assignment set state = 'REPORTED', report = ?, reported_by = ?,
                  reported_at = ?, first_reported_at = coalesce(first_reported_at, ?), due_at = ?,
                  version = version + 1
                where item_key = ? and version = ?
                """)
            .params(
                report,
                by,
                DbTime.of(at),
                DbTime.of(at),
                DbTime.of(dueAt),
                assignment.key(),
                assignment.version())
            .update());
  }

  void returned(Assignment assignment, String comment, String by, Instant at, Instant dueAt) {
    changed(
        jdbc.sql(
                """
                update supervision_assignment set state = 'RETURNED', comment = ?, decided_by = ?,
                  due_at = ?, times_returned = times_returned + 1, version = version + 1
                where item_key = ? and version = ?
                """)
            .params(comment, by, DbTime.of(dueAt), assignment.key(), assignment.version())
            .update());
    jdbc.sql(
            "insert into supervision_assignment_return (item_key, at, who, why) values (?, ?, ?, ?)")
        .params(assignment.key(), DbTime.of(at), by, comment)
        .update();
  }

  void ended(Assignment assignment, State end, String comment, String by, Instant at) {
    changed(
        jdbc.sql(
                """
                update supervision_assignment set state = ?, comment = ?, decided_by = ?,
                  done_at = ?, version = version + 1 where item_key = ? and version = ?
                """)
            .params(end.name(), comment, by, DbTime.of(at), assignment.key(), assignment.version())
            .update());
  }

  /** Somebody else does it from now on. */
  void given(Assignment assignment, @Nullable String unitId, @Nullable String personId) {
    changed(
        jdbc.sql(
                """
                update supervision_assignment set unit_id = ?, person_id = ?, version = version + 1
                where item_key = ? and version = ?
                """)
            .params(unitId, personId, assignment.key(), assignment.version())
            .update());
  }

  void moved(Assignment assignment, LocalDate day, Instant limit) {
    changed(
        jdbc.sql(
                """
                update supervision_assignment set plan_date = ?, effective_date = ?, limit_at = ?,
                  due_at = ?, version = version + 1 where item_key = ? and version = ?
                """)
            .params(
                day,
                day,
                DbTime.of(limit),
                DbTime.of(limit),
                assignment.key(),
                assignment.version())
            .update());
  }

  private static void changed(int rows) {
    if (rows == 0) {
      throw new Refusal("supervision.item-changed");
    }
  }

  /** Those that are not over. */
  List<Assignment> open(String campaignId, int size) {
    return jdbc.sql(
            """
            select * from supervision_assignment
            where campaign_id = ? and state in ('DOING', 'REPORTED', 'RETURNED')
            order by id fetch first ? rows only
            """)
        .params(campaignId, size)
        .query(Assignments::assignment)
        .list();
  }

  /** Who assigned those of these things that are assignments, by their keys. */
  Map<String, String> issuers(Collection<String> keys) {
    var issuers = new HashMap<String, String>();
    for (var chunk : Chunks.of(keys)) {
      jdbc.sql(
              """
              select item_key, assigned_by from supervision_assignment where item_key in (:keys)
              """)
          .param("keys", chunk)
          .query(
              row -> {
                issuers.put(row.getString("item_key"), row.getString("assigned_by"));
              });
    }
    return issuers;
  }

  /** Those of a person that are not over. */
  List<Assignment> of(String campaignId, String personId) {
    return jdbc.sql(
            """
            select * from supervision_assignment where campaign_id = ? and person_id = ?
              and state in ('DOING', 'REPORTED', 'RETURNED') order by id
            """)
        .params(campaignId, personId)
        .query(Assignments::assignment)
        .list();
  }

  /** Those that a unit as such has, and that are not over. */
  List<Assignment> ofUnit(String campaignId, String unitId) {
    return jdbc.sql(
            """
            select * from supervision_assignment where campaign_id = ? and unit_id = ?
              and person_id is null and state in ('DOING', 'REPORTED', 'RETURNED') order by id
            """)
        .params(campaignId, unitId)
        .query(Assignments::assignment)
        .list();
  }

  private static Assignment assignment(ResultSet row, int number) throws SQLException {
    return new Assignment(
        row.getString("item_key"),
        row.getString("campaign_id"),
        row.getInt("number"),
        row.getString("title"),
        row.getString("what"),
        row.getString("unit_id"),
        row.getString("person_id"),
        State.valueOf(row.getString("state")),
        row.getObject("plan_date", LocalDate.class),
        row.getObject("effective_date", LocalDate.class),
        DbTime.in(row, "limit_at"),
        DbTime.in(row, "due_at"),
        row.getString("assigned_by"),
        row.getString("report"),
        row.getString("reported_by"),
        row.getString("comment"),
        row.getInt("times_returned"),
        row.getLong("version"));
  }
}
