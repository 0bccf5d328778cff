package org.xiaohao.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;

/** What the office said to many. */
@Repository
public class Circulars {

  private final JdbcClient jdbc;

  Circulars(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest ones of a campaign. */
  public List<Circular> latest(String campaignId, int size) {
    return jdbc.sql(
            """
            select * from notification_circular where campaign_id = ?
            order by id desc fetch first ? rows only
            """)
        .params(campaignId, size)
        .query(Circulars::circular)
        .list();
  }

  /** The one with that key. */
  public Optional<Circular> find(String key) {
    return jdbc.sql("select * from notification_circular where circular_key = ?")
        .param(key)
        .query(Circulars::circular)
        .optional();
  }

  void insert(Circular circular) {
    jdbc.sql(
            """
            insert into notification_circular (circular_key, campaign_id, audience, units, subject,
              text, sent_by, sent_at, recipients)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            circular.key(),
            circular.campaignId(),
            circular.audience().name(),
            String.join(",", circular.units()),
            MailText.storable(circular.subject()),
            MailText.storable(circular.text()),
            circular.sentBy(),
            DbTime.of(circular.sentAt()),
            circular.recipients())
        .update();
  }

  private static Circular circular(ResultSet row, int number) throws SQLException {
    var units = row.getString("units");
    return new Circular(
        row.getString("circular_key"),
        row.getString("campaign_id"),
        Circular.Audience.valueOf(row.getString("audience")),
        units.isEmpty() ? List.of() : List.of(units.split(",")),
        row.getString("subject"),
        row.getString("text"),
        row.getString("sent_by"),
        Objects.requireNonNull(DbTime.in(row, "sent_at")),
        row.getInt("recipients"));
  }
}
