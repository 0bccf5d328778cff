package org.xiaohao.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xiaohao.shared.TestDatabases;

class OutboxTest {

  /** Remembers what it was given; fails where it is told to. */
  private static final class Postman implements Carrier, Carrier.Run {
    final List<String> carried = new ArrayList<>();
    final Set<String> refuses = new HashSet<>();
    boolean unreachable;
    int journeys;

    @Override
    public Run open() throws MessagingException {
      journeys++;
      if (unreachable) {
        throw new MessagingException("nobody listens");
      }
      return this;
    }

    @Override
    public void carry(OutboxRow row, MimeMessage mail) throws MessagingException {
      if (refuses.contains(row.key())) {
        throw new MessagingException("refused");
      }
      carried.add(row.key());
    }

    @Override
    public void close() {}
  }

  private final Postman postman = new Postman();

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void says_the_same_thing_once(DataSource database) throws Exception {
    var fixture = new OutboxFixture(database);

    assertThat(fixture.post("a")).isTrue();
    assertThat(fixture.post("a")).isFalse();
    fixture.outbox(postman).sendDue();
    assertThat(fixture.post("a")).as("after it was sent").isFalse();
    fixture.outbox(postman).sendDue();

    assertThat(postman.carried).containsExactly("a");
    assertThat(fixture.state("a")).isEqualTo("SENT");
    assertThat(fixture.row("a").get("sent_at")).isNotNull();
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void leaves_nothing_behind_where_the_cause_is_rolled_back(DataSource database) throws Exception {
    var fixture = new OutboxFixture(database);

    fixture.transactions.executeWithoutResult(
        status -> {
          fixture.post("a");
          status.setRollbackOnly();
        });

    assertThat(fixture.outbox(postman).sendDue()).isZero();
    assertThat(fixture.post("a")).isTrue();
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void two_senders_never_take_up_the_same_notice(DataSource database) throws Exception {
    var fixture = new OutboxFixture(database);
    fixture.post("a");
    fixture.post("b");
    var now = fixture.clock.instant();
    var lease = now.plus(Duration.ofMinutes(30));

    var taken = new ArrayList<String>();
    fixture.transactions.executeWithoutResult(
        first -> {
          fixture.rows.claim(now, lease, 1).forEach(row -> taken.add(row.key()));
          // Another connection, while the first still holds its rows: it passes over them. H2 holds
          // all that it has looked at, PostgreSQL only what it gives.
          CompletableFuture.supplyAsync(
                  () -> fixture.transactions.execute(s -> fixture.rows.claim(now, lease, 5)))
              .join()
              .forEach(row -> taken.add(row.key()));
        });
    fixture.rows.claim(now, lease, 5).forEach(row -> taken.add(row.key()));

    assertThat(taken).containsExactly("a", "b");
    assertThat(fixture.rows.claim(now, lease, 5)).isEmpty();
    assertThat(fixture.rows.claim(lease, lease, 5))
        .as("a sender that died loses nothing")
        .hasSize(2);
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void backs_off_and_gives_up_after_four_days(DataSource database) throws Exception {
    var fixture = new OutboxFixture(database);
    var outbox = fixture.outbox(postman);
    fixture.post("a");
    postman.unreachable = true;

    outbox.sendDue();
    for (var pause : List.of(1, 5, 30, 60, 60)) {
      var before = postman.journeys;
      fixture.clock.advance(Duration.ofMinutes(pause).minusSeconds(1));
      outbox.sendDue();
      assertThat(postman.journeys).as("before %s minutes", pause).isEqualTo(before);
      fixture.clock.advance(Duration.ofSeconds(1));
      outbox.sendDue();
      assertThat(postman.journeys).as("after %s minutes", pause).isEqualTo(before + 1);
    }
    assertThat(fixture.state("a")).isEqualTo("QUEUED");
    assertThat((String) fixture.row("a").get("last_error")).contains("nobody listens");

    for (var hour = 0; hour < 96; hour++) {
      fixture.clock.advance(Duration.ofHours(1));
      outbox.sendDue();
    }
    assertThat(fixture.state("a")).isEqualTo("FAILED");
    var tries = postman.journeys;
    fixture.clock.advance(Duration.ofDays(9));
    assertThat(outbox.sendDue()).isZero();
    assertThat(postman.journeys).isEqualTo(tries);
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void one_that_fails_does_not_stop_those_behind_it(DataSource database) throws Exception {
    var fixture = new OutboxFixture(database);
    List.of("a", "b", "c").forEach(fixture::post);
    postman.refuses.add("a");

    assertThat(fixture.outbox(postman).sendDue()).isEqualTo(2);

    assertThat(postman.carried).containsExactly("b", "c");
    assertThat(postman.journeys).as("one connection for the batch").isOne();
    assertThat(fixture.state("a")).isEqualTo("QUEUED");
    postman.refuses.clear();
    fixture.clock.advance(Duration.ofMinutes(1));
    assertThat(fixture.outbox(postman).sendDue()).isOne();
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void a_server_that_is_away_is_asked_once_for_all_that_waits(DataSource database)
      throws Exception {
    var fixture = new OutboxFixture(database);
    for (var i = 0; i < 120; i++) {
      fixture.post("n" + i);
    }
    postman.unreachable = true;

    fixture.outbox(postman).sendDue();
    assertThat(postman.journeys).isOne();

    postman.unreachable = false;
    fixture.clock.advance(Duration.ofMinutes(1));
    assertThat(fixture.outbox(postman).sendDue()).isEqualTo(120);
    assertThat(postman.carried).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void nothing_is_sent_inside_a_transaction(DataSource database) throws Exception {
    var fixture = new OutboxFixture(database);
    fixture.post("a");

    assertThatThrownBy(
            () ->
                fixture.transactions.executeWithoutResult(
                    status -> fixture.outbox(postman).sendDue()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(postman.carried).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void a_title_of_ten_thousand_characters_is_stored_cut(DataSource database) throws Exception {
    var fixture = new OutboxFixture(database);
    var notice =
        new Notice(
            "a", "test-2017", OutboxFixture.person("z@example.org"), "题".repeat(10_000), "正文");

    fixture.rows.insert(List.of(notice), fixture.clock.instant());

    assertThat((String) fixture.row("a").get("subject")).hasSize(200).endsWith("…");
  }
}
