package org.xiaohao.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All that happened in a campaign, in sixteen signs: two runs with the same fingerprint did the
 * same things at the same moments. It covers what became of every item, every event with who and
 * when and why, and every notice with its receiver; no number that a database gives.
 */
@Repository
public class Fingerprints {

  private static final int SIGNS = 16;

  private static final List<String> FACTS =
      List.of(
          """
          select item_key, title, state, unit_id, person_id, plan_date, effective_date, limit_at,
            due_at, acted_at, done_at, times_returned
          from ledger_item where campaign_id = ? order by item_key
          """,
          """
          select e.item_key, e.at, e.who, e.what, e.why
          from ledger_event e join ledger_item i on i.item_key = e.item_key
          where i.campaign_id = ? order by e.item_key, e.at, e.what, e.who, e.why
          """,
          """
          select notice_key, person_id, subject, created_at
          from notification_outbox where campaign_id = ? order by notice_key, channel
          """);

  private final JdbcClient jdbc;

  Fingerprints(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of a campaign as it stands; hexadecimal. */
  public String of(String campaignId) {
    var digest = sha256();
    for (var sql : FACTS) {
      RowCallbackHandler adding = row -> add(digest, row);
      jdbc.sql(sql).param(campaignId).query(adding);
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, SIGNS);
  }

  private static void add(MessageDigest digest, ResultSet row) throws SQLException {
    for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      digest.update((row.getString(column) + "\t").getBytes(StandardCharsets.UTF_8));
    }
    digest.update((byte) '\n');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
