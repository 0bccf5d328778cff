package org.xiaohao.notification;

import java.nio.file.Path;
import java.util.List;
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

  final MovableClock clock = new MovableClock();
  final JdbcClient jdbc;
  final OutboxRows rows;
  final TransactionTemplate transactions;
  final Mails mails;

  OutboxFixture(DataSource database) throws Exception {
    jdbc = JdbcClient.create(database);
    rows = new OutboxRows(jdbc, new JdbcTemplate(database));
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    mails = new Mails(new NotificationProperties("销号 <xiaohao@example.org>", Path.of("unused")));
  }

  Outbox outbox(Carrier carrier) {
    return new Outbox(rows, mails, carrier, transactions, clock);
  }

  /** Posts a notice; whether it is new. */
  boolean post(String key) {
    return !rows.insert(List.of(notice(key)), clock.instant()).isEmpty();
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
}
