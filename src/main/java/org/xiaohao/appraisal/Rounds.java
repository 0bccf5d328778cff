package org.xiaohao.appraisal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Refusal;

/** The rounds of appraisal, with the objections and what happened. */
@Repository
public class Rounds {

  private final JdbcClient jdbc;

  Rounds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The appraisal of a campaign, if it has begun. */
  public Optional<Round> find(String campaignId) {
    return jdbc.sql("select * from appraisal_round where campaign_id = ?")
        .param(campaignId)
        .query(Rounds::round)
        .optional();
  }

  /** The round with that key. */
  public Round get(String key) {
    return jdbc.sql("select * from appraisal_round where round_key = ?")
        .param(key)
        .query(Rounds::round)
        .optional()
        .orElseThrow(() -> new Refusal("appraisal.unknown", key));
  }

  void insert(Round round, Instant at, LocalDate dueOn) {
    jdbc.sql(
            """
            insert into appraisal_round (round_key, campaign_id, title, state, started_by,
              started_at, due_on, due_at) values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            round.key(),
            round.campaignId(),
            round.title(),
            round.state().name(),
            round.startedBy(),
            DbTime.of(at),
            dueOn,
            DbTime.of(round.dueAt()))
        .update();
  }

  /** Saves what changed; refuses where somebody else changed it meanwhile. */
  Round save(Round changed) {
    var rows =
        jdbc.sql(
                """
                update appraisal_round set state = ?, due_at = ?, computed_at = ?,
                  reviewed_by = ?, objections_until = ?, hearings = ?, sent_back = ?, decided_by = ?, published_at = ?, version = version + 1
                where round_key = ? and version = ?
                """)
            .params(
                changed.state().name(),
                DbTime.of(changed.dueAt()),
                DbTime.of(changed.computedAt()),
                changed.reviewedBy(),
                DbTime.of(changed.objectionsUntil()),
                changed.hearings(),
                changed.sentBack(),
                changed.decidedBy(),
                DbTime.of(changed.publishedAt()),
                changed.key(),
                changed.version())
            .update();
    if (rows == 0) {
      throw new Refusal("appraisal.changed-meanwhile", changed.title());
    }
    return get(changed.key());
  }

  /** By which day the office has to have reviewed the proposal. */
  void reviewBy(String key, LocalDate day) {
    jdbc.sql("update appraisal_round set due_on = ? where round_key = ?").params(day, key).update();
  }

  void scoredBy(String key, int version) {
    jdbc.sql("update appraisal_round set score_version = ? where round_key = ?")
        .params(version, key)
        .update();
  }

  /** Notes how many the table named for criticism beyond those who can be heard at once. */
  void leftOut(String key, int number) {
    jdbc.sql("update appraisal_round set left_out = ? where round_key = ?")
        .params(number, key)
        .update();
  }

  /** How many the table named for criticism beyond those who can be heard at once. */
  public int leftOut(String key) {
    return jdbc.sql("select left_out from appraisal_round where round_key = ?")
        .param(key)
        .query(Integer.class)
        .single();
  }

  /** Objections of a round, in the order in which they were raised. */
  public List<Objection> objections(String key) {
    return jdbc.sql("select * from appraisal_objection where round_key = ? order by raised_at, id")
        .param(key)
        .query(Rounds::objection)
        .list();
  }

  /** What that party said against the proposal last, if it did. */
  public Optional<Objection> objection(String key, Party party) {
    return jdbc.sql(
            """
            select * from appraisal_objection where round_key = ? and level = ? and party_id = ?
            order by hearing desc limit 1
            """)
        .params(key, party.level().name(), party.id())
        .query(Rounds::objection)
        .optional();
  }

  void object(Round round, Party party, String by, Instant at, String text) {
    jdbc.sql(
            """
            insert into appraisal_objection (round_key, level, party_id, hearing, raised_by, raised_at,
              text) values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            round.key(),
            party.level().name(),
            party.id(),
            round.hearings(),
            by,
            DbTime.of(at),
            text)
        .update();
  }

  void decide(
      String key, Party party, Objection.Outcome outcome, String reason, String by, Instant at) {
    jdbc.sql(
            """
            update appraisal_objection set outcome = ?, reason = ?, decided_by = ?, decided_at = ?
            where round_key = ? and level = ? and party_id = ? and outcome is null
            """)
        .params(outcome.name(), reason, by, DbTime.of(at), key, party.level().name(), party.id())
        .update();
  }

  void record(String key, Instant at, String who, String what, @Nullable String why) {
    jdbc.sql("insert into appraisal_event (round_key, at, who, what, why) values (?, ?, ?, ?, ?)")
        .params(key, DbTime.of(at), who, what, why)
        .update();
  }

  private static Round round(ResultSet row, int number) throws SQLException {
    return new Round(
        row.getString("round_key"),
        row.getString("campaign_id"),
        row.getString("title"),
        Round.State.valueOf(row.getString("state")),
        row.getString("started_by"),
        DbTime.in(row, "due_at"),
        DbTime.in(row, "computed_at"),
        row.getString("reviewed_by"),
        DbTime.in(row, "objections_until"),
        row.getInt("hearings"),
        row.getString("sent_back"),
        row.getString("decided_by"),
        DbTime.in(row, "published_at"),
        row.getLong("version"));
  }

  private static Objection objection(ResultSet row, int number) throws SQLException {
    var outcome = row.getString("outcome");
    return new Objection(
        new Party(Level.valueOf(row.getString("level")), row.getString("party_id")),
        row.getString("raised_by"),
        DbTime.in(row, "raised_at"),
        row.getString("text"),
        outcome == null ? null : Objection.Outcome.valueOf(outcome),
        row.getString("reason"),
        row.getString("decided_by"));
  }
}
