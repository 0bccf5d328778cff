package org.xiaohao.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;

/** The open pages of consultations, and which of them were answered; never what was answered. */
@Repository
public class Polls {

  private final JdbcClient jdbc;

  Polls(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The poll of a consultation, open or closed; empty where it never was opened. */
  public Optional<Poll> of(String campaignId, String consultationId) {
    return jdbc.sql("select * from consultation_poll where campaign_id = ? and consultation_id = ?")
        .params(campaignId, consultationId)
        .query(Polls::poll)
        .optional();
  }

  Optional<Poll> find(String code) {
    return jdbc.sql("select * from consultation_poll where code = ?")
        .param(code)
        .query(Polls::poll)
        .optional();
  }

  void insert(Poll poll) {
    jdbc.sql(
            """
            insert into consultation_poll (campaign_id, consultation_id, code, closes_on)
            values (?, ?, ?, ?)
            """)
        .params(poll.campaignId(), poll.consultationId(), poll.code(), poll.closesOn())
        .update();
  }

  void update(String code, LocalDate closesOn, @Nullable Instant closedAt) {
    jdbc.sql("update consultation_poll set closes_on = ?, closed_at = ? where code = ?")
        .params(closesOn, closedAt == null ? null : DbTime.of(closedAt), code)
        .update();
  }

  boolean answered(String page) {
    return jdbc.sql("select count(*) from consultation_poll_page where page_hash = ?")
            .param(Wording.sha256(page))
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * Marks a page as answered.
   *
   * @throws org.springframework.dao.DuplicateKeyException if it was
   */
  void use(String code, String page) {
    jdbc.sql("insert into consultation_poll_page (page_hash, code) values (?, ?)")
        .params(Wording.sha256(page), code)
        .update();
  }

  void record(String code, Instant at, String who, String what, @Nullable String why) {
    jdbc.sql(
            "insert into consultation_poll_event (code, at, who, what, why) values (?, ?, ?, ?, ?)")
        .params(code, DbTime.of(at), who, what, why)
        .update();
  }

  private static Poll poll(ResultSet row, int number) throws SQLException {
    return new Poll(
        row.getString("campaign_id"),
        row.getString("consultation_id"),
        row.getString("code"),
        row.getObject("closes_on", LocalDate.class),
        DbTime.in(row, "closed_at"));
  }
}
