package org.xiaohao.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rank;

/** An outbox over a database, without an application around it. */
final class OutboxFixture {

  static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

  final MovableClock clock = new MovableClock();
  final JdbcClient jdbc;
  final OutboxRows rows;
  final OutboxSeries series;
  final TransactionTemplate transactions;
  final Mails mails;

  /** Causes of incidents that are open. */
  final List<String> incidents = new ArrayList<>();

  OutboxFixture(DataSource database) throws Exception {
    jdbc = JdbcClient.create(database);
    rows = new OutboxRows(jdbc, new JdbcTemplate(database), JSON);
    series = new OutboxSeries(jdbc, new JdbcTemplate(database), JSON);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    mails = mails();
  }

  static Mails mails() throws Exception {
    var settings = settings(Path.of("unused"));
    return new Mails(
        settings, new Letters(settings, JSON, event -> {}, OutboxFixture::language), JSON);
  }

  /** A campaign whose id says so writes in English. */
  private static Locale language(String campaignId) {
    return campaignId.startsWith("english") ? Locale.ENGLISH : Locale.CHINESE;
  }

  static NotificationProperties settings(Path templates) {
    return new NotificationProperties(
        "销号 <xiaohao@example.org>",
        Path.of("unused"),
        templates,
        URI.create("http://127.0.0.1:8080/"));
  }

  Outbox outbox(Carrier... carriers) {
    return new Outbox(rows, List.of(carriers), givenUp(), transactions, clock);
  }

  GivenUp givenUp() {
    return new GivenUp(
        new NotificationWorkflow() {
          @Override
          public void gaveUp(String campaignId, String cause, String what) {
            incidents.add(cause);
          }

          @Override
          public void settled(String campaignId, String cause) {
            incidents.remove(cause);
          }
        },
        rows);
  }

  /** Posts a notice; whether it is new. */
  boolean post(String key) {
    return post(notice(key));
  }

  boolean post(Notice notice) {
    var address = MailText.address(notice.to().mail()).orElse(null);
    var draft = new OutboxDraft(notice, Channel.MAIL, address, OutboxRow.State.QUEUED);
    return !rows.insert(List.of(draft), clock.instant()).isEmpty();
  }

  static Notice notice(String key) {
    return new Notice(key, "test-2017", person("zhangsan@example.org"), "提醒 " + key, "正文");
  }

  static Person person(String mail) {
    return new Person("zhangsan", "张三", "arts", null, "科员", Rank.STAFF, mail);
  }

  Map<String, Object> row(String key) {
    return jdbc.sql("select * from notification_outbox where notice_key = ?")
        .param(key)
        .query()
        .singleRow();
  }

  String state(String key) {
    return (String) row(key).get("state");
  }

  String error(String key) {
    return (String) row(key).get("last_error");
  }
}
