package org.xiaohao.rectification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
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

  /** The evidence was good. */
  void closedOut(Problem problem, String number, Instant at) {
    insert(problem, "CLOSED_OUT", number, problem.remedy().owner(), at);
  }

  /** The evidence was sent back to the owner. */
  void returned(Problem problem, Instant at) {
    insert(problem, "RETURNED", null, problem.remedy().owner(), at);
  }

  /** The proposal was sent back to the unit: not the fault of whom it names. */
  void proposalReturned(Problem problem, Instant at) {
    insert(problem, "RETURNED", null, null, at);
  }

  /** The close-out does not hold any more. */
  void undone(String closingNumber, Instant at) {
    jdbc.sql("update rectification_judgement set undone_at = ? where closing_number = ?")
        .params(DbTime.of(at), closingNumber)
        .update();
  }

  private void insert(
      Problem problem, String what, @Nullable String number, @Nullable String owner, Instant at) {
    jdbc.sql(
            """
            insert into rectification_judgement (problem_key, what, closing_number, unit_id,
              owner_id, submitted_at, limit_at, judged_at)
            values (?, ?, ?, ?, ?, (select max(submitted_at) from rectification_evidence
              where problem_key = ?), ?, ?)
            """)
        .params(
            problem.key(),
            what,
            number,
            problem.unitId(),
            owner,
            problem.key(),
            DbTime.of(problem.limitAt()),
            DbTime.of(at))
        .update();
  }
}
