package org.xiaohao.rectification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.rectification.Problem.Closing;
import org.xiaohao.rectification.Problem.Origin;
import org.xiaohao.rectification.Problem.Progress;
import org.xiaohao.rectification.Problem.Rating;
import org.xiaohao.rectification.Problem.Remedy;
import org.xiaohao.rectification.Problem.State;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Refusal;

/** The problem list (R78). */
@Repository
public class ProblemList {

  private final JdbcClient jdbc;

  ProblemList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The problem with that key, if there is one. */
  public Optional<Problem> find(String key) {
    return jdbc.sql("select * from rectification_problem where problem_key = ?")
        .param(key)
        .query(ProblemList::problem)
        .optional();
  }

  /** The problem with that key. */
  public Problem get(String key) {
    return find(key).orElseThrow(() -> new Refusal("rectification.unknown", key));
  }

  /** The problem that was made of that opinion, answer or finding, if it became one. */
  public Optional<Problem> ofSource(String sourceKey) {
    return jdbc.sql("select * from rectification_problem where source_key = ?")
        .param(sourceKey)
        .query(ProblemList::problem)
        .optional();
  }

  /** All problems of a campaign, the weakest points and the most pressing first (R81). */
  public List<Problem> of(String campaignId) {
    return jdbc.sql(
            """
            select * from rectification_problem where campaign_id = ?
            order by weight + urgency desc, urgency desc, due_at, problem_key
            """)
        .param(campaignId)
        .query(ProblemList::problem)
        .list();
  }

  /** Problems that still stand on the list, into which others may be merged; same order. */
  public List<Problem> standing(String campaignId) {
    return of(campaignId).stream().filter(Problem::isUnsettled).toList();
  }

  /** Keys of the problems that somebody rectifies or verifies, in the order of their numbers. */
  List<String> withPerson(String campaignId, String person) {
    return jdbc.sql(
            """
            select problem_key from rectification_problem
            where campaign_id = ? and (owner_id = ? or verifier_id = ?)
              and state in ('RECTIFYING', 'CHECKING', 'VERIFYING') order by problem_key
            """)
        .params(campaignId, person, person)
        .query(String.class)
        .list();
  }

  /** Keys of a unit's problems that have not ended, in their order. */
  List<String> openOfUnit(String campaignId, String unitId) {
    return jdbc
        .sql(
            """
            select problem_key, state from rectification_problem
            where campaign_id = ? and unit_id = ? order by problem_key
            """)
        .params(campaignId, unitId)
        .query(
            (row, number) ->
                Map.entry(row.getString("problem_key"), State.valueOf(row.getString("state"))))
        .list()
        .stream()
        .filter(row -> !row.getValue().isEnd())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Keys of the problems that somebody put on the list, the newest first. */
  public List<String> raisedBy(String campaignId, String person) {
    return jdbc.sql(
            """
            select problem_key from rectification_problem
            where campaign_id = ? and registered_by = ? order by problem_key desc
            """)
        .params(campaignId, person)
        .query(String.class)
        .list();
  }

  void insert(Problem problem) {
    jdbc.sql(
            """
            insert into rectification_problem (problem_key, campaign_id, source, source_key,
              occasion, text, registered_by, registered_at, title, unit_id, kind, weight, urgency,
              on_site, state, plan_date, effective_date, day_off, limit_at, due_at, evidence,
              times_returned, times_reopened, extensions, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0)
            """)
        .params(
            problem.key(),
            problem.campaignId(),
            problem.origin().source().name(),
            problem.origin().sourceKey(),
            problem.origin().occasion(),
            problem.origin().text(),
            problem.origin().registeredBy(),
            DbTime.of(problem.origin().registeredAt()),
            problem.title(),
            problem.unitId(),
            problem.rating().kind(),
            problem.rating().weight(),
            problem.rating().urgency(),
            problem.state().name(),
            problem.date().planDate(),
            problem.date().effectiveDate(),
            problem.date().dayOff(),
            DbTime.of(problem.limitAt()),
            DbTime.of(problem.dueAt()))
        .update();
  }

  /** Saves what changed; refuses where somebody else changed it meanwhile. */
  Problem save(Problem changed) {
    var remedy = changed.remedy();
    var progress = changed.progress();
    var closing = changed.closing();
    var rows =
        jdbc.sql(
                """
                update rectification_problem set unit_id = ?, kind = ?, weight = ?, urgency = ?,
                  cause = ?, measure = ?, owner_id = ?, verifier_id = ?, on_site = ?, state = ?,
                  plan_date = ?, effective_date = ?, day_off = ?, limit_at = ?, due_at = ?,
                  evidence = ?, evidence_by = ?, first_submitted_at = ?, times_returned = ?,
                  times_reopened = ?, extensions = ?, closing_number = ?, done_at = ?, done_by = ?,
                  version = version + 1
                where problem_key = ? and version = ?
                """)
            .params(
                changed.unitId(),
                changed.rating().kind(),
                changed.rating().weight(),
                changed.rating().urgency(),
                remedy.cause(),
                remedy.measure(),
                remedy.owner(),
                remedy.verifier(),
                remedy.onSite(),
                changed.state().name(),
                changed.date().planDate(),
                changed.date().effectiveDate(),
                changed.date().dayOff(),
                DbTime.of(changed.limitAt()),
                DbTime.of(changed.dueAt()),
                progress.evidence(),
                progress.evidenceBy(),
                DbTime.of(progress.firstSubmittedAt()),
                progress.timesReturned(),
                progress.timesReopened(),
                progress.extensions(),
                closing == null ? null : closing.number(),
                DbTime.of(closing == null ? null : closing.at()),
                closing == null ? null : closing.by(),
                changed.key(),
                changed.version())
            .update();
    if (rows == 0) {
      throw new Refusal("rectification.changed-meanwhile", changed.title());
    }
    return get(changed.key());
  }

  /** Its owner begins on that day; what is behind plan is counted from it. */
  void begun(String key, LocalDate day) {
    jdbc.sql("update rectification_problem set begun_on = ? where problem_key = ?")
        .params(day, key)
        .update();
  }

  private static Problem problem(ResultSet row, int number) throws SQLException {
    return new Problem(
        row.getString("problem_key"),
        row.getString("campaign_id"),
        new Origin(
            Source.valueOf(row.getString("source")),
            row.getString("source_key"),
            row.getString("occasion"),
            row.getString("text"),
            row.getString("registered_by"),
            DbTime.in(row, "registered_at")),
        row.getString("title"),
        row.getString("unit_id"),
        new Rating(row.getString("kind"), row.getInt("weight"), row.getInt("urgency")),
        new Remedy(
            row.getString("cause"),
            row.getString("measure"),
            row.getString("owner_id"),
            row.getString("verifier_id"),
            row.getBoolean("on_site")),
        State.valueOf(row.getString("state")),
        EffectiveDate.in(row),
        DbTime.in(row, "limit_at"),
        DbTime.in(row, "due_at"),
        new Progress(
            row.getInt("evidence"),
            row.getString("evidence_by"),
            DbTime.in(row, "first_submitted_at"),
            row.getInt("times_returned"),
            row.getInt("times_reopened"),
            row.getInt("extensions")),
        closing(row),
        row.getLong("version"));
  }

  private static @Nullable Closing closing(ResultSet row) throws SQLException {
    var at = DbTime.in(row, "done_at");
    return at == null
        ? null
        : new Closing(row.getString("closing_number"), at, row.getString("done_by"));
  }
}
