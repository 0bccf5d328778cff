package org.xiaohao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.xiaohao.shared.TestDatabases;

/** Mail servers as they are on bad days. */
class OddServerTest {

  private OddServer server;
  private OutboxFixture fixture;
  private JavaMailSenderImpl settings;
  private Outbox outbox;

  @BeforeEach
  void start() throws Exception {
    server = new OddServer();
    fixture = new OutboxFixture(TestDatabases.h2());
    settings = new JavaMailSenderImpl();
    settings.setHost("127.0.0.1");
    settings.setPort(server.port());
    for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      settings.getJavaMailProperties().put("mail.smtp." + limit, "500");
      settings.getJavaMailProperties().put("mail.smtps." + limit, "500");
    }
    outbox = fixture.outbox(new SmtpCarrier(settings, fixture.mails, fixture.clock));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void one_that_hangs_costs_a_timeout_and_no_mail() {
    post(60);
    server.answers =
        command -> command.equals("HELLO") ? OddServer.SILENCE : OddServer.politely(command);

    assertThat(outbox.sendDue()).isZero();
    assertThat(server.connections).as("asked once for all").hasValue(1);
    assertThat(states("QUEUED")).isEqualTo(60);
    assertThat(fixture.error("n0")).isNotBlank();

    server.answers = OddServer::politely;
    fixture.clock.advance(Duration.ofMinutes(1));
    assertThat(outbox.sendDue()).isEqualTo(60);
  }

  @Test
  void one_that_hangs_in_the_middle_of_a_mail_does_not_hold_the_others_for_long() {
    post(3);
    var mails = new AtomicInteger();
    server.answers =
        command ->
            command.equals(".") && mails.incrementAndGet() == 2
                ? OddServer.SILENCE
                : OddServer.politely(command);

    assertThat(outbox.sendDue()).isOne();
    fixture.clock.advance(Duration.ofMinutes(1));
    assertThat(outbox.sendDue()).isEqualTo(2);
    assertThat(server.taken).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void one_that_answers_a_character_now_and_then_costs_a_timeout_too() {
    post(3);
    server.answers =
        command -> command.startsWith("RCPT") ? OddServer.DRIP : OddServer.politely(command);

    assertThat(outbox.sendDue()).isZero();

    assertThat(server.connections).hasValue(1);
    assertThat(states("QUEUED")).isEqualTo(3);
    assertThat(fixture.error("n0")).contains("no whole answer within 500 ms");
  }

  /** It does not even answer the handshake of TLS. */
  @Test
  void one_that_hangs_under_tls_costs_a_timeout_and_no_mail() {
    post(3);
    settings.setProtocol("smtps");
    server.answers = command -> OddServer.SILENCE;

    assertThat(outbox.sendDue()).isZero();

    assertThat(server.connections).as("asked once for all").hasValue(1);
    assertThat(states("QUEUED")).isEqualTo(3);
    assertThat(fixture.error("n0")).isNotBlank();
  }

  @Test
  void one_that_refuses_tls_gets_nothing_where_tls_is_demanded() {
    post(2);
    settings.getJavaMailProperties().put("mail.smtp.starttls.enable", "true");
    settings.getJavaMailProperties().put("mail.smtp.starttls.required", "true");

    assertThat(outbox.sendDue()).isZero();

    assertThat(server.taken).isEmpty();
    assertThat(states("QUEUED")).isEqualTo(2);
    assertThat(fixture.error("n0")).contains("STARTTLS");
  }

  @Test
  void one_that_wants_tls_or_a_login_is_a_matter_of_settings_and_of_no_single_mail() {
    post(2);
    server.answers =
        command ->
            command.startsWith("MAIL")
                ? "530 Must issue a STARTTLS command first"
                : OddServer.politely(command);

    assertThat(outbox.sendDue()).isZero();
    assertThat(states("QUEUED")).isEqualTo(2);
    assertThat(states("FAILED")).isZero();
  }

  @Test
  void one_that_greylists_is_asked_again_mail_by_mail() {
    post(3);
    server.answers =
        command ->
            command.startsWith("RCPT")
                ? "451 4.7.1 Greylisted, try again later"
                : OddServer.politely(command);

    assertThat(outbox.sendDue()).isZero();
    assertThat(server.connections).as("one connection").hasValue(1);
    assertThat(fixture.row("n2"))
        .containsEntry("failure", "TEMPORARY")
        .containsEntry("attempts", 1);

    server.answers = OddServer::politely;
    fixture.clock.advance(Duration.ofMinutes(1));
    assertThat(outbox.sendDue()).isEqualTo(3);
  }

  @Test
  void one_that_rejects_one_of_fifty_takes_the_others() {
    post(49);
    fixture.post(
        new Notice("gone", "test-2017", OutboxFixture.person("gone@example.org"), "提醒", "正文"));
    server.answers =
        command ->
            command.startsWith("RCPT") && command.contains("gone@")
                ? "550 5.1.1 User unknown"
                : OddServer.politely(command);

    assertThat(outbox.sendDue()).isEqualTo(49);

    assertThat(server.connections).hasValue(1);
    assertThat(fixture.row("gone"))
        .containsEntry("state", "FAILED")
        .containsEntry("failure", "REJECTED");
    assertThat(fixture.incidents).containsExactly("MAIL:gone@example.org");
  }

  @Test
  void one_that_takes_a_mail_for_spam_is_not_asked_again() {
    post(2);
    var mails = new AtomicInteger();
    server.answers =
        command ->
            command.equals(".") && mails.getAndIncrement() == 0
                ? "554 5.7.1 looks like spam"
                : OddServer.politely(command);

    assertThat(outbox.sendDue()).isOne();
    assertThat(fixture.row("n0"))
        .containsEntry("state", "FAILED")
        .containsEntry("failure", "PERMANENT");
  }

  @Test
  void one_that_closes_after_ten_mails_is_called_again() {
    post(50);
    var mails = new AtomicInteger();
    server.answers =
        command ->
            command.startsWith("MAIL") && mails.getAndIncrement() % 11 == 10
                ? OddServer.HANG_UP
                : OddServer.politely(command);

    assertThat(outbox.sendDue()).isEqualTo(50);
    assertThat(server.taken).hasSize(50).doesNotHaveDuplicates();
    assertThat(states("SENT")).isEqualTo(50);
  }

  @Test
  void one_that_says_goodbye_in_the_middle_is_called_again() {
    post(30);
    var mails = new AtomicInteger();
    server.answers =
        command ->
            command.startsWith("MAIL") && mails.getAndIncrement() == 20
                ? "421 closing for maintenance"
                : OddServer.politely(command);

    assertThat(outbox.sendDue()).isEqualTo(30);
    assertThat(server.taken).hasSize(30).doesNotHaveDuplicates();
    assertThat(server.connections).hasValue(2);
  }

  /**
   * What is said at once leaves in its order when the server is back. Of two mornings' digests only
   * the newer one does, with the lines of the older; and the server was asked a hundred times, not
   * thousands.
   */
  @Test
  void one_that_is_away_for_a_day_gets_what_still_matters_and_no_flood() {
    var closed = new AtomicInteger();
    server.answers =
        command -> {
          closed.incrementAndGet();
          return "421 back tomorrow";
        };
    digests("monday");
    held("news", "z0@example.org");
    fixture.series.merge(fixture.series.held("test-2017"), "monday/0");
    for (var minute = 0; minute < 24 * 60; minute += 5) {
      if (minute % 120 == 0) {
        fixture.post("urgent" + minute / 120);
      }
      outbox.sendDue();
      fixture.clock.advance(Duration.ofMinutes(5));
    }
    assertThat(states("SENT")).isZero();
    assertThat(closed.get()).as("asked every quarter of an hour").isBetween(90, 120);

    assertThat(fixture.series.supersede("test-2017", "digest", fixture.clock.instant()))
        .isPresent();
    var left = fixture.series.held("test-2017");
    digests("tuesday");
    fixture.series.merge(left, "tuesday/0");
    fixture.clock.advance(Duration.ofMinutes(15));
    server.answers = OddServer::politely;
    server.connections.set(0);
    assertThat(outbox.sendDue()).isEqualTo(12 + PEOPLE);

    var expected =
        Stream.concat(
                IntStream.range(0, 12).mapToObj(i -> "urgent" + i),
                IntStream.range(0, PEOPLE).mapToObj(i -> "tuesday/" + i))
            .map(OddServerTest::messageId)
            .toList();
    assertThat(server.taken).containsExactlyElementsOf(expected);
    assertThat(server.connections).as("one for each batch").hasValueLessThanOrEqualTo(2);
    assertThat(fixture.state("monday/3")).isEqualTo("SUPERSEDED");
    assertThat(fixture.row("news"))
        .containsEntry("state", "MERGED")
        .containsEntry("merged_into", "tuesday/0");
  }

  private static final int PEOPLE = 30;

  private void digests(String morning) {
    IntStream.range(0, PEOPLE)
        .forEach(
            i ->
                fixture.post(
                    new Notice(
                            morning + "/" + i,
                            "test-2017",
                            OutboxFixture.person("z" + i + "@example.org"),
                            "今日待办",
                            "正文")
                        .of("digest")));
  }

  private void held(String key, String address) {
    var notice = new Notice(key, "test-2017", OutboxFixture.person(address), "已通过", "正文");
    fixture.rows.insert(
        List.of(new OutboxDraft(notice, Channel.MAIL, address, OutboxRow.State.HELD)),
        fixture.clock.instant());
  }

  /** As {@link Mails} makes it. */
  private static String messageId(String key) {
    return "<" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + "@example.org>";
  }

  private void post(int mails) {
    IntStream.range(0, mails).forEach(i -> fixture.post("n" + i));
  }

  private int states(String state) {
    return fixture
        .jdbc
        .sql("select count(*) from notification_outbox where state = ?")
        .param(state)
        .query(Integer.class)
        .single();
  }
}
