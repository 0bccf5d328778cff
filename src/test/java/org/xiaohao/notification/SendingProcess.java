package org.xiaohao.notification;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A process of its own that sends what waits in a database, to be killed. */
final class SendingProcess {

  private SendingProcess() {}

  /**
   * @param arguments address of the database, its user, port of the mail server, minutes by which
   *     the clock is ahead: what a killed process had taken up is free again then
   */
  public static void main(String[] arguments) throws Exception {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    try (var database = new HikariDataSource()) {
      database.setJdbcUrl(arguments[0]);
      database.setUsername(arguments[1]);
      database.setMaximumPoolSize(2);
      var fixture = new OutboxFixture(database);
      fixture.clock.advance(Duration.ofMinutes(Long.parseLong(arguments[3])));
      var server = new JavaMailSenderImpl();
      server.setHost("127.0.0.1");
      server.setPort(Integer.parseInt(arguments[2]));
      fixture.outbox(new SmtpCarrier(server, fixture.mails, fixture.clock)).sendDue();
    }
  }
}
