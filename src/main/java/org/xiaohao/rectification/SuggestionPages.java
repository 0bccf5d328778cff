package org.xiaohao.rectification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;

/** The open pages for suggestions, one per campaign. */
@Repository
public class SuggestionPages {

  private final JdbcClient jdbc;

  SuggestionPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The page of a campaign, if it ever was opened. */
  public Optional<SuggestionPage> of(String campaignId) {
    return jdbc.sql("select * from rectification_suggestion_page where campaign_id = ?")
        .param(campaignId)
        .query(SuggestionPages::page)
        .optional();
  }

  Optional<SuggestionPage> withCode(String code) {
    return jdbc.sql("select * from rectification_suggestion_page where code = ?")
        .param(code)
        .query(SuggestionPages::page)
        .optional();
  }

  void insert(String campaignId, String code, String by, Instant at) {
    jdbc.sql(
            """
            insert into rectification_suggestion_page (campaign_id, code, opened_at, opened_by)
            values (?, ?, ?, ?)
            """)
        .params(campaignId, code, DbTime.of(at), by)
        .update();
  }

  void reopen(String campaignId, String by, Instant at) {
    jdbc.sql(
            """
            update rectification_suggestion_page
            set opened_at = ?, opened_by = ?, closed_at = null, closed_by = null
            where campaign_id = ? and closed_at is not null
            """)
        .params(DbTime.of(at), by, campaignId)
        .update();
  }

  void close(String campaignId, String by, Instant at) {
    jdbc.sql(
            """
            update rectification_suggestion_page set closed_at = ?, closed_by = ?
            where campaign_id = ? and closed_at is null
            """)
        .params(DbTime.of(at), by, campaignId)
        .update();
  }

  private static SuggestionPage page(ResultSet row, int number) throws SQLException {
    return new SuggestionPage(
        row.getString("campaign_id"), row.getString("code"), row.getObject("closed_at") == null);
  }
}
