package org.xiaohao.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.campaign.WorkTable;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Refusal;

/** The selections of all units, with what was proposed, discussed and fixed. */
@Repository
public class Selections {

  private final JdbcClient jdbc;

  Selections(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The selection with that key, if there is one. */
  public Optional<Selection> find(String key) {
    return jdbc.sql("select * from benchmark_selection where item_key = ?")
        .param(key)
        .query(SelectionRows::selection)
        .optional();
  }

  /** The selection with that key. */
  public Selection get(String key) {
    return find(key).orElseThrow(() -> new Refusal("benchmark.unknown", key));
  }

  /** All selections of a campaign, in the order of the plan and of the units. */
  public List<Selection> of(String campaignId) {
    return jdbc.sql("select * from benchmark_selection where campaign_id = ? order by id")
        .param(campaignId)
        .query(SelectionRows::selection)
        .list();
  }

  /** Proposals of a unit, the newest first. */
  public List<ProposalVersion> versions(String key) {
    return jdbc.sql("select * from benchmark_proposal where item_key = ? order by number desc")
        .param(key)
        .query((row, number) -> SelectionRows.version(row, benchmarks(row.getLong("id"))))
        .list();
  }

  /** The newest proposal. */
  ProposalVersion newest(String key) {
    return versions(key).stream()
        .findFirst()
        .orElseThrow(() -> new Refusal("benchmark.no-proposal", key));
  }

  /** The standard of a unit; empty until it is fixed. */
  public Optional<Standard> standard(String key) {
    return jdbc.sql("select * from benchmark_standard where item_key = ?")
        .param(key)
        .query(SelectionRows::standard)
        .optional();
  }

  /** The field visit of a unit; empty where none was recorded (R56). */
  public Optional<FieldVisit> visit(String key) {
    return jdbc.sql("select * from benchmark_field_visit where item_key = ?")
        .param(key)
        .query(SelectionRows::visit)
        .optional();
  }

  /** What the campaign asks of this room. */
  WorkTable<Selection> work() {
    return new WorkTable<>(
        jdbc,
        "benchmark_selection",
        SelectionRows::selection,
        "'PLANNED', 'PROPOSING', 'DISCUSSING', 'RETURNED', 'CONFIRMING'");
  }

  /** Writes a row; one whose key is there already is left alone. */
  void insert(Selection row) {
    if (find(row.key()).isPresent()) {
      return;
    }
    jdbc.sql(
            """
            insert into benchmark_selection (item_key, campaign_id, selection_id, phase_id, work_id,
              unit_id, title, state, plan_date, effective_date, day_off, limit_at, due_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            row.key(),
            row.campaignId(),
            row.selectionId(),
            row.phaseId(),
            row.workId(),
            row.unitId(),
            row.title(),
            row.state().name(),
            row.date().planDate(),
            row.date().effectiveDate(),
            row.date().dayOff(),
            DbTime.of(row.limitAt()),
            DbTime.of(row.dueAt()))
        .update();
  }

  /** Saves what changed; refuses where somebody else changed it meanwhile. */
  Selection save(Selection changed) {
    var rows =
        jdbc.sql(
                """
                update benchmark_selection set title = ?, state = ?, plan_date = ?, effective_date = ?,
                  day_off = ?, limit_at = ?, due_at = ?, proposed_at = ?, proposed_by = ?,
                  done_at = ?, done_by = ?, times_returned = ?, version = version + 1
                where item_key = ? and version = ?
                """)
            .params(
                changed.title(),
                changed.state().name(),
                changed.date().planDate(),
                changed.date().effectiveDate(),
                changed.date().dayOff(),
                DbTime.of(changed.limitAt()),
                DbTime.of(changed.dueAt()),
                DbTime.of(changed.proposedAt()),
                changed.proposedBy(),
                DbTime.of(changed.doneAt()),
                changed.doneBy(),
                changed.timesReturned(),
                changed.key(),
                changed.version())
            .update();
    if (rows == 0) {
      throw new Refusal("benchmark.changed-meanwhile", changed.title());
    }
    return get(changed.key());
  }

  void addVersion(String key, Proposal proposal, String by, Instant at) {
    var number = versions(key).size() + 1;
    jdbc.sql(
            """
            insert into benchmark_proposal (item_key, number, proposed_by, proposed_at, standard)
            values (?, ?, ?, ?, ?)
            """)
        .params(key, number, by, DbTime.of(at), proposal.standard())
        .update();
    var id = newest(key).id();
    for (var i = 0; i < proposal.benchmarks().size(); i++) {
      var benchmark = proposal.benchmarks().get(i);
      jdbc.sql(
              """
              insert into benchmark_benchmark (proposal_id, position, work_kind, model, reason,
                means)
              values (?, ?, ?, ?, ?, ?)
              """)
          .params(
              id,
              i + 1,
              benchmark.workKind(),
              benchmark.model(),
              benchmark.reason(),
              benchmark.means())
          .update();
    }
  }

  void addDiscussion(
      ProposalVersion version,
      Discussion discussion,
      @Nullable String comment,
      String by,
      Instant at) {
    jdbc.sql(
            """
            update benchmark_proposal set discussed_on = ?, participants = ?, result = ?,
              discussed_by = ?, discussed_at = ?, comment = ?
            where id = ?
            """)
        .params(
            discussion.day(),
            discussion.participants(),
            discussion.result(),
            by,
            DbTime.of(at),
            comment,
            version.id())
        .update();
  }

  void comment(ProposalVersion version, String comment) {
    jdbc.sql("update benchmark_proposal set comment = ? where id = ?")
        .params(comment, version.id())
        .update();
  }

  void fix(Standard standard) {
    jdbc.sql(
            """
            insert into benchmark_standard (item_key, unit_id, text, fixed_at, fixed_by)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            standard.selectionKey(),
            standard.unitId(),
            standard.text(),
            DbTime.of(standard.fixedAt()),
            standard.fixedBy())
        .update();
  }

  /** A visit that is told again replaces what was told before. */
  void recordVisit(String key, FieldVisit visit, String by, Instant at) {
    jdbc.sql("delete from benchmark_field_visit where item_key = ?").param(key).update();
    jdbc.sql(
            """
            insert into benchmark_field_visit (item_key, place, visited_on, visitors, learned,
              recorded_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            key, visit.place(), visit.day(), visit.visitors(), visit.learned(), by, DbTime.of(at))
        .update();
  }

  void record(String key, Instant at, String who, String what, @Nullable String why) {
    jdbc.sql("insert into benchmark_event (item_key, at, who, what, why) values (?, ?, ?, ?, ?)")
        .params(key, DbTime.of(at), who, what, why)
        .update();
  }

  private List<Benchmark> benchmarks(long proposalId) {
    return jdbc.sql("select * from benchmark_benchmark where proposal_id = ? order by position")
        .param(proposalId)
        .query(SelectionRows::benchmark)
        .list();
  }
}
