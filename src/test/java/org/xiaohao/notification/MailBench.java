package org.xiaohao.notification;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.FileSystemUtils;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rank;

/**
 * Mails per second out of the outbox, against the same library sending in a bare loop. See {@code
 * bench/README.md}.
 */
public final class MailBench {

  private static final int WARM_UP = 10_000;

  private MailBench() {}

  /**
   * @param arguments {@code h2}, {@code h2-file}, {@code postgresql} or {@code postgresql-durable}
   *     (each commit waits for the disk, as in production), then a number of mails
   */
  public static void main(String[] arguments) throws Exception {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    var database = arguments.length > 0 ? arguments[0] : "h2";
    var mails = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
    if (database.startsWith("postgresql")) {
      var durable = database.endsWith("durable") ? "on" : "off";
      try (var server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", durable)
              .setServerConfig("synchronous_commit", durable)
              .start()) {
        var url = server.getJdbcUrl("postgres", "postgres");
        run(database, pooled(url, "postgres", "postgresql"), mails);
      }
    } else if (database.equals("h2-file")) {
      var folder = Files.createTempDirectory("mail-bench");
      try {
        var url = "jdbc:h2:file:" + folder.resolve("bench") + ";WRITE_DELAY=0";
        run(database, pooled(url, "sa", "h2"), mails);
      } finally {
        FileSystemUtils.deleteRecursively(folder);
      }
    } else {
      run(database, pooled("jdbc:h2:mem:bench;DB_CLOSE_DELAY=-1", "sa", "h2"), mails);
    }
  }

  private static DataSource pooled(String url, String user, String vendor) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
        .load()
        .migrate();
    return pool;
  }

  private static void run(String name, DataSource database, int mails) throws Exception {
    var fixture = new OutboxFixture(database);
    try (var server = new OddServer()) {
      var settings = new JavaMailSenderImpl();
      settings.setHost("127.0.0.1");
      settings.setPort(server.port());
      var outbox = fixture.outbox(new SmtpCarrier(settings, fixture.mails, fixture.clock));
      // The bare loop gets the prompt sockets too: they are a setting of the library.
      bare(fixture, settings, WARM_UP);
      post(fixture, "warm-up", WARM_UP);
      outbox.sendDue();

      // In turns, so that whatever else runs on the machine hits both.
      var ready = new ArrayList<Double>();
      var bare = new ArrayList<Double>();
      var sent = new ArrayList<Double>();
      for (var turn = 0; turn < 5; turn++) {
        ready.add(ready(fixture, settings, mails / 5));
        bare.add(bare(fixture, settings, mails / 5));
        post(fixture, "turn" + turn, mails / 5);
        var begun = System.nanoTime();
        var count = outbox.sendDue();
        sent.add(count / seconds(begun));
        System.out.printf("  memory after turn %d: %d MB%n", turn, megabytes());
      }
      System.out.printf(
          "%s, %d mails: one ready mail again and again %.0f/s, bare loop %.0f/s, outbox %.0f/s,"
              + " ratio to the bare loop %.2f%n",
          name, mails, mean(ready), mean(bare), mean(sent), mean(sent) / mean(bare));
    }
  }

  /** The library alone: one connection, mails of the same content made and sent one by one. */
  private static double bare(OutboxFixture fixture, JavaMailSenderImpl settings, int mails)
      throws Exception {
    var row = row(fixture);
    return loop(settings, mails, () -> fixture.mails.mail(row, fixture.clock.instant()));
  }

  /** Only the conversation with the server: what is left if letters were filled in for nothing. */
  private static double ready(OutboxFixture fixture, JavaMailSenderImpl settings, int mails)
      throws Exception {
    var mail = fixture.mails.mail(row(fixture), fixture.clock.instant());
    return loop(settings, mails, () -> mail);
  }

  private static double loop(JavaMailSenderImpl settings, int mails, Callable<MimeMessage> next)
      throws Exception {
    var begun = System.nanoTime();
    try (Transport transport = settings.getSession().getTransport("smtp")) {
      transport.connect(settings.getHost(), settings.getPort(), null, null);
      for (var i = 0; i < mails; i++) {
        var mail = next.call();
        transport.sendMessage(mail, mail.getAllRecipients());
      }
    }
    return mails / seconds(begun);
  }

  private static OutboxRow row(OutboxFixture fixture) {
    post(fixture, "bare" + System.nanoTime(), 1);
    var now = fixture.clock.instant();
    return fixture.transactions.execute(
        status -> fixture.rows.claim(Channel.MAIL, now, now.plus(Duration.ofDays(99)), 1).get(0));
  }

  private static void post(OutboxFixture fixture, String prefix, int mails) {
    var drafts = new ArrayList<OutboxDraft>();
    for (var i = 0; i < mails; i++) {
      var person =
          new Person("p" + i, "张" + i, "arts", null, "科员", Rank.STAFF, "p" + i + "@example.org");
      var letter = LetterSamples.of("digest");
      var notice =
          Notice.atOnce(prefix + "/" + i, "bench", person, letter).saying("正文\n".repeat(30));
      drafts.add(new OutboxDraft(notice, Channel.MAIL, person.mail(), OutboxRow.State.QUEUED));
    }
    fixture.transactions.executeWithoutResult(
        status -> fixture.rows.insert(List.copyOf(drafts), fixture.clock.instant()));
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static long megabytes() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
  }
}
