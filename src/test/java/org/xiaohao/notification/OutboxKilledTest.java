package org.xiaohao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.xiaohao.shared.TestDatabases;

/**
 * A sender is killed (kill -9) in the middle of a batch, again and again, at every step of the
 * conversation. What the mail server received is counted there.
 */
class OutboxKilledTest {

  private static final int MAILS = 260;

  /** Longer than a sender may keep what it has taken up. */
  private static final long MINUTES_BETWEEN_LIVES = Outbox.LEASE.toMinutes() + 1;

  /** Where in the conversation of a mail the sender dies; its server answers first, or not. */
  private static final List<String> STEPS = List.of("MAIL", "RCPT", "DATA", ".", "answered");

  @Test
  void loses_nothing_and_sends_at_most_one_mail_twice_per_kill_on_postgresql() throws Exception {
    var database = (PGSimpleDataSource) TestDatabases.postgreSql();
    killAgainAndAgain(new OutboxFixture(database), database.getUrl(), "postgres", 7);
  }

  @Test
  void loses_nothing_and_sends_at_most_one_mail_twice_per_kill_on_an_h2_file(@TempDir Path folder)
      throws Exception {
    var url = "jdbc:h2:file:" + folder.resolve("killed") + ";WRITE_DELAY=0";
    var database = new JdbcDataSource();
    database.setURL(url);
    database.setUser("sa");
    Flyway.configure().dataSource(database).load().migrate();
    killAgainAndAgain(new OutboxFixture(database), url, "sa", 5);
  }

  private static void killAgainAndAgain(OutboxFixture fixture, String url, String user, int kills)
      throws Exception {
    var random = new Random(2017);
    fixture.transactions.executeWithoutResult(
        status -> IntStream.range(0, MAILS).forEach(i -> fixture.post("n" + i)));
    try (var server = new OddServer()) {
      for (var kill = 0; kill < kills; kill++) {
        var step = STEPS.get(kill % STEPS.size());
        var life = new AtomicReference<Process>();
        killAt(server, life, step, 1 + random.nextInt(MAILS / kills));
        life.set(life(url, user, server, kill * MINUTES_BETWEEN_LIVES));
        assertThat(life.get().waitFor()).as("killed at %s", step).isEqualTo(137);
      }
      server.answers = OddServer::politely;
      var last = life(url, user, server, kills * MINUTES_BETWEEN_LIVES);
      assertThat(last.waitFor()).isZero();

      var received = new HashSet<>(server.taken);
      assertThat(received).as("0 lost").hasSize(MAILS);
      assertThat(server.taken.size() - MAILS).as("duplicates").isBetween(1, kills);
      var unsent =
          fixture.jdbc.sql("select count(*) from notification_outbox where state <> 'SENT'");
      assertThat(unsent.query(Long.class).single()).isZero();
    }
  }

  /** Kills it at the given step of the given mail, counted from now. */
  private static void killAt(
      OddServer server, AtomicReference<Process> life, String step, int mail) {
    var mails = new AtomicInteger();
    server.answers =
        command -> {
          var word = command.split("[ :]")[0];
          var count = word.equals("MAIL") ? mails.incrementAndGet() : mails.get();
          if (count == mail && word.equals(step)
              || count == mail + 1 && word.equals("MAIL") && step.equals("answered")) {
            kill(life.get());
          }
          return OddServer.politely(command);
        };
  }

  /** It takes the machine longer to start a process than us to note that it did. */
  private static void kill(Process process) {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private static Process life(String url, String user, OddServer server, long minutes)
      throws IOException {
    var classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
            "-cp",
            classPath,
            SendingProcess.class.getName(),
            url,
            user,
            String.valueOf(server.port()),
            String.valueOf(minutes))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
