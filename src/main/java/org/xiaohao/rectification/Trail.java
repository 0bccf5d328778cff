package org.xiaohao.rectification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.CallerAddress;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Refusal;

/**
 * The audit trail: a chain of events per campaign. Whoever acts locks the head of the chain first,
 * so acts on the problems of a campaign come one after the other: the second of two people who
 * decide the same thing reads what the first has decided, numbers have no gaps, and no two links
 * follow the same one.
 */
@Repository
public class Trail {

  private final JdbcClient jdbc;
  private final ProblemList problems;
  private final Dossiers dossiers;
  private final CallerAddress address;
  private final Clock clock;

  Trail(
      JdbcClient jdbc,
      ProblemList problems,
      Dossiers dossiers,
      CallerAddress address,
      Clock clock) {
    this.jdbc = jdbc;
    this.problems = problems;
    this.dossiers = dossiers;
    this.address = address;
    this.clock = clock;
  }

  /** Head of a chain: numbers given so far, and the last link. */
  private record Head(int problems, int closings, long links, String hash) {}

  /** What happened to a problem, in its order. */
  public List<ProblemEvent> events(String problemKey) {
    return jdbc.sql("select * from rectification_event where problem_key = ? order by sequence")
        .param(problemKey)
        .query(Trail::event)
        .list();
  }

  /** Begins the chain of a campaign. */
  void begin(String campaignId) {
    jdbc.sql(
            """
            insert into rectification_chain (campaign_id, problems, closings, links, hash)
            values (?, 0, 0, 0, ?)
            """)
        .params(campaignId, ProblemEvent.NOTHING)
        .update();
  }

  /** The problem, with the right to act on it until the end of the transaction. */
  Problem lock(String key) {
    var problem = problems.get(key);
    lockHead(problem.campaignId());
    return problems.get(key);
  }

  private Head lockHead(String campaignId) {
    return jdbc.sql("select * from rectification_chain where campaign_id = ? for update")
        .param(campaignId)
        .query(
            (row, number) ->
                new Head(
                    row.getInt("problems"),
                    row.getInt("closings"),
                    row.getLong("links"),
                    row.getString("hash")))
        .optional()
        .orElseThrow(() -> new Refusal("campaign.unknown", campaignId));
  }

  /** Key of the next problem: {@code <campaign>/P0001} and so on; none twice, none left out. */
  String nextProblem(String campaignId) {
    var number = lockHead(campaignId).problems() + 1;
    jdbc.sql("update rectification_chain set problems = ? where campaign_id = ?")
        .params(number, campaignId)
        .update();
    return "%s/P%04d".formatted(campaignId, number);
  }

  /** The next closing number: {@code <campaign>/X0001} and so on; none twice, none left out. */
  String nextClosing(String campaignId) {
    var number = lockHead(campaignId).closings() + 1;
    jdbc.sql("update rectification_chain set closings = ? where campaign_id = ?")
        .params(number, campaignId)
        .update();
    return "%s/X%04d".formatted(campaignId, number);
  }

  /** Saves a change of a problem that is locked, and adds a link that tells of it. */
  Problem change(
      Problem locked, String who, String what, @Nullable String why, UnaryOperator<Problem> act) {
    var changed = problems.save(act.apply(locked));
    record(changed, who, what, why);
    return changed;
  }

  /** Adds a link about a problem as it is now. */
  void record(Problem problem, String who, String what, @Nullable String why) {
    var head = lockHead(problem.campaignId());
    var event =
        new ProblemEvent(
                problem.campaignId(),
                head.links() + 1,
                problem.key(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                who,
                what,
                address.current(),
                why == null || why.isBlank() ? null : why,
                dossiers.digest(problem),
                head.hash(),
                "")
            .sealed();
    insert(event);
    jdbc.sql("update rectification_chain set links = ?, hash = ? where campaign_id = ?")
        .params(event.sequence(), event.hash(), event.campaignId())
        .update();
  }

  private void insert(ProblemEvent event) {
    jdbc.sql(
            """
            insert into rectification_event (campaign_id, sequence, problem_key, at, who, what,
              address, why, state_digest, previous_hash, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            event.campaignId(),
            event.sequence(),
            event.problemKey(),
            DbTime.of(event.at()),
            event.who(),
            event.what(),
            event.address(),
            event.why(),
            event.stateDigest(),
            event.previousHash(),
            event.hash())
        .update();
  }

  static ProblemEvent event(ResultSet row, int number) throws SQLException {
    return new ProblemEvent(
        row.getString("campaign_id"),
        row.getLong("sequence"),
        row.getString("problem_key"),
        DbTime.in(row, "at"),
        row.getString("who"),
        row.getString("what"),
        row.getString("address"),
        row.getString("why"),
        row.getString("state_digest"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
