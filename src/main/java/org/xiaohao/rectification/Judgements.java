package org.xiaohao.rectification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.rectification.Judgements.Judgement.What;
import org.xiaohao.shared.DbTime;

/**
 * What became of what a unit proposed and an owner handed in, each with whose it was at that
 * moment: facts for the appraisal, which must not go to those who took the problem over later.
 */
@Repository
class Judgements {

  private final JdbcClient jdbc;

  Judgements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A judgement.
   *
   * @param closingNumber number with which it was closed out; null where it was returned
   * @param unitId whose problem it was; null for the office
   * @param ownerId who rectified it; null where the proposal was judged
   * @param submittedAt when the evidence that was judged came; null where none had come
   * @param limitAt by when it should have come
   * @param undoneAt when it was reopened; null while the judgement holds
   */
  record Judgement(
      What what,
      @Nullable String closingNumber,
      @Nullable String unitId,
      @Nullable String ownerId,
      @Nullable Instant submittedAt,
      Instant limitAt,
      Instant judgedAt,
      @Nullable Instant undoneAt) {

    /** How it went. */
    enum What {
      CLOSED_OUT,
      RETURNED
    }
  }

  /** Judgements about a problem, the oldest first. */
  List<Judgement> of(String key) {
    return jdbc.sql("select * from rectification_judgement where problem_key = ? order by id")
        .param(key)
        .query(Judgements::judgement)
        .list();
  }

  /** The evidence was good. */
  void closedOut(Problem problem, String number, Instant at) {
    insert(problem, What.CLOSED_OUT, number, problem.remedy().owner(), at);
  }

  /** The evidence was sent back to the owner. */
  void returned(Problem problem, Instant at) {
    insert(problem, What.RETURNED, null, problem.remedy().owner(), at);
  }

  /** The proposal was sent back to the unit: not the fault of whom it names. */
  void proposalReturned(Problem problem, Instant at) {
    insert(problem, What.RETURNED, null, null, at);
  }

  /** The close-out does not hold any more. */
  void undone(String closingNumber, Instant at) {
    jdbc.sql("update rectification_judgement set undone_at = ? where closing_number = ?")
        .params(DbTime.of(at), closingNumber)
        .update();
  }

  private void insert(
      Problem problem, What what, @Nullable String number, @Nullable String owner, Instant at) {
    jdbc.sql(
            """
            insert into rectification_judgement (problem_key, what, closing_number, unit_id,
              owner_id, submitted_at, limit_at, judged_at)
            values (?, ?, ?, ?, ?, (select max(submitted_at) from rectification_evidence
              where problem_key = ?), ?, ?)
            """)
        .params(
            problem.key(),
            what.name(),
            number,
            problem.unitId(),
            owner,
            problem.key(),
            DbTime.of(problem.limitAt()),
            DbTime.of(at))
        .update();
  }

  private static Judgement judgement(ResultSet row, int number) throws SQLException {
    return new Judgement(
        What.valueOf(row.getString("what")),
        row.getString("closing_number"),
        row.getString("unit_id"),
        row.getString("owner_id"),
        DbTime.in(row, "submitted_at"),
        DbTime.in(row, "limit_at"),
        DbTime.in(row, "judged_at"),
        DbTime.in(row, "undone_at"));
  }
}
