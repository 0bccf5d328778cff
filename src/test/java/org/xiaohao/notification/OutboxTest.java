package org.xiaohao.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xiaohao.notification.Undelivered.Failure;
import org.xiaohao.shared.TestDatabases;

class OutboxTest {

  /** Remembers what it was given; fails where it is told to. */
  private static class Postman implements Carrier, Carrier.Run {
    final List<String> carried = new ArrayList<>();
    final Set<String> unreadable = new HashSet<>();
    final Map<String, Failure> refuses = new HashMap<>();
    boolean unreachable;
    int journeys;

    @Override
    public Channel channel() {
      return Channel.MAIL;
    }

    @Override
    public Run open() throws Undelivered {
      journeys++;
      if (unreachable) {
        throw new Undelivered(Failure.CONNECTION, "nobody listens");
      }
      return this;
    }

    @Override
    public void carry(OutboxRow row, Runnable last) throws Undelivered {
      if (unreadable.contains(row.key())) {
        throw new IllegalStateException("no such template");
      }
      if (refuses.containsKey(row.key())) {
        throw new Undelivered(refuses.get(row.key()), "refused");
      }
      last.run();
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
          fixture.rows.claim(Channel.MAIL, now, lease, 1).forEach(row -> taken.add(row.key()));
          // Another connection, while the first still holds its rows: it passes over them.
          CompletableFuture.supplyAsync(
                  () ->
                      fixture.transactions.execute(
                          s -> fixture.rows.claim(Channel.MAIL, now, lease, 5)))
              .join()
              .forEach(row -> taken.add(row.key()));
        });

    assertThat(taken).containsExactly("a", "b");
    assertThat(fixture.rows.claim(Channel.MAIL, now, lease, 5)).isEmpty();
    assertThat(fixture.rows.claim(Channel.MAIL, lease, lease, 5))
        .as("a sender that died loses nothing")
        .hasSize(2);
  }

  /** As three nodes do with what waits after a night: each has a carrier of its own. */
  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void three_senders_at_one_backlog_send_each_mail_once_and_lose_none(DataSource database)
      throws Exception {
    var fixture = new OutboxFixture(database);
    var keys = IntStream.range(0, 200).mapToObj(i -> "n" + i).toList();
    fixture.transactions.executeWithoutResult(status -> keys.forEach(fixture::post));
    var postmen = Stream.generate(Postman::new).limit(3).toList();
    postmen.forEach(
        postman -> keys.stream().limit(5).forEach(k -> postman.refuses.put(k, Failure.TEMPORARY)));
    var begin = new CountDownLatch(1);
    var senders =
        postmen.stream()
            .map(postman -> (Supplier<Integer>) () -> atOnce(begin, fixture.outbox(postman)))
            .map(CompletableFuture::supplyAsync)
            .toList();
    begin.countDown();
    var sent = senders.stream().mapToInt(CompletableFuture::join).sum();

    assertThat(sent).isEqualTo(195);
    assertThat(fixture.row("n0")).containsEntry("attempts", 1).containsEntry("state", "QUEUED");
    postmen.forEach(postman -> postman.refuses.clear());
    fixture.clock.advance(Duration.ofMinutes(1));
    assertThat(fixture.outbox(postmen.get(0)).sendDue()).isEqualTo(5);
    assertThat(postmen.stream().flatMap(postman -> postman.carried.stream()))
        .containsExactlyInAnyOrderElementsOf(keys);
    assertThat(keys).allMatch(key -> fixture.state(key).equals("SENT"));
  }

  private static int atOnce(CountDownLatch begin, Outbox outbox) {
    try {
      begin.await();
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
    return outbox.sendDue();
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void a_sender_goes_past_a_whole_batch_that_another_is_taking_up(DataSource database)
      throws Exception {
    var fixture = new OutboxFixture(database);
    List.of("a", "b", "c").forEach(fixture::post);
    var now = fixture.clock.instant();
    var lease = now.plus(Duration.ofMinutes(30));

    var second =
        fixture.transactions.execute(
            first -> {
              fixture.rows.claim(Channel.MAIL, now, lease, 2);
              return CompletableFuture.supplyAsync(
                      () ->
                          fixture.transactions.execute(
                              s -> fixture.rows.claim(Channel.MAIL, now, lease, 2)))
                  .join();
            });

    assertThat(second).extracting(OutboxRow::key).containsExactly("c");
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void what_cannot_be_written_fails_by_itself_and_when_its_turn_has_come(DataSource database)
      throws Exception {
    var fixture = new OutboxFixture(database);
    List.of("a", "broken", "c").forEach(fixture::post);
    postman.unreadable.add("broken");

    assertThat(fixture.outbox(postman).sendDue()).isEqualTo(2);

    assertThat(postman.carried).containsExactly("a", "c");
    assertThat(fixture.row("broken"))
        .containsEntry("state", "FAILED")
        .containsEntry("failure", "UNREADABLE");
    assertThat(fixture.error("broken")).contains("no such template");
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void nothing_is_received_before_what_was_sent_before_it_is_marked(DataSource database)
      throws Exception {
    var fixture = new OutboxFixture(database);
    List.of("a", "b", "c").forEach(fixture::post);
    var unmarked = new ArrayList<String>();
    var witness =
        new Postman() {
          @Override
          public void carry(OutboxRow row, Runnable last) throws Undelivered {
            super.carry(row, last);
            carried.stream()
                .filter(key -> !key.equals(row.key()) && !fixture.state(key).equals("SENT"))
                .forEach(unmarked::add);
          }
        };

    assertThat(fixture.outbox(witness).sendDue()).isEqualTo(3);

    assertThat(unmarked).isEmpty();
    assertThat(fixture.state("c")).as("the last one, too").isEqualTo("SENT");
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void what_cannot_be_marked_stops_what_is_behind_it(DataSource database) throws Exception {
    var fixture = new OutboxFixture(database);
    List.of("a", "b", "c").forEach(fixture::post);
    var forgetful =
        new Postman() {
          @Override
          public void carry(OutboxRow row, Runnable last) throws Undelivered {
            super.carry(row, last);
            fixture.jdbc.sql("alter table notification_outbox rename to elsewhere").update();
          }
        };

    assertThatThrownBy(() -> fixture.outbox(forgetful).sendDue())
        .isInstanceOf(SentMarks.Lost.class);

    assertThat(forgetful.carried).containsExactly("a");
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void asks_a_server_that_is_away_at_growing_intervals(DataSource database) throws Exception {
    var fixture = new OutboxFixture(database);
    var outbox = fixture.outbox(postman);
    fixture.post("a");
    postman.unreachable = true;

    outbox.sendDue();
    for (var pause : List.of(1, 5, 15, 15)) {
      var before = postman.journeys;
      fixture.clock.advance(Duration.ofMinutes(pause).minusSeconds(1));
      outbox.sendDue();
      assertThat(postman.journeys).as("before %s minutes", pause).isEqualTo(before);
      fixture.clock.advance(Duration.ofSeconds(1));
      outbox.sendDue();
      assertThat(postman.journeys).as("after %s minutes", pause).isEqualTo(before + 1);
    }

    assertThat(fixture.state("a")).isEqualTo("QUEUED");
    assertThat(fixture.error("a")).isEqualTo("nobody listens");
    assertThat(fixture.row("a")).as("it is not its own fault").containsEntry("attempts", 0);
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void gives_up_visibly_after_four_days(DataSource database) throws Exception {
    var fixture = new OutboxFixture(database);
    var outbox = fixture.outbox(postman);
    fixture.post("a");
    fixture.post("b");
    postman.unreachable = true;

    for (var hour = 0; hour < 95; hour++) {
      outbox.sendDue();
      fixture.clock.advance(Duration.ofHours(1));
    }
    outbox.sendDue();
    assertThat(fixture.state("a")).isEqualTo("QUEUED");
    fixture.clock.advance(Duration.ofHours(1));
    outbox.sendDue();

    assertThat(fixture.state("a")).isEqualTo("FAILED");
    assertThat(fixture.incidents).contains("MAIL").doesNotContain("MAIL:zhangsan@example.org");
    var tries = postman.journeys;
    fixture.clock.advance(Duration.ofDays(9));
    assertThat(outbox.sendDue()).isZero();
    assertThat(postman.journeys).isEqualTo(tries);
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void backs_off_by_class_of_failure(DataSource database) throws Exception {
    var fixture = new OutboxFixture(database);
    var outbox = fixture.outbox(postman);
    List.of("busy", "unknown", "spam", "fine").forEach(fixture::post);
    postman.refuses.put("busy", Failure.TEMPORARY);
    postman.refuses.put("unknown", Failure.REJECTED);
    postman.refuses.put("spam", Failure.PERMANENT);

    assertThat(outbox.sendDue()).isOne();

    assertThat(postman.carried).containsExactly("fine");
    assertThat(postman.journeys).as("one connection for the batch").isOne();
    assertThat(fixture.state("busy")).isEqualTo("QUEUED");
    assertThat(fixture.state("unknown")).isEqualTo("FAILED");
    assertThat(fixture.state("spam")).isEqualTo("FAILED");
    assertThat(fixture.row("unknown")).containsEntry("failure", "REJECTED");
    assertThat(fixture.incidents).contains("MAIL:zhangsan@example.org");
    for (var pause : List.of(1, 5, 30, 120, 120)) {
      fixture.clock.advance(Duration.ofMinutes(pause).minusSeconds(1));
      var before = postman.journeys;
      outbox.sendDue();
      assertThat(postman.journeys).as("before %s minutes", pause).isEqualTo(before);
      fixture.clock.advance(Duration.ofSeconds(1));
      outbox.sendDue();
      assertThat(postman.journeys).as("after %s minutes", pause).isEqualTo(before + 1);
    }
    postman.refuses.clear();
    fixture.clock.advance(Duration.ofMinutes(120));
    assertThat(outbox.sendDue()).isOne();
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void one_on_which_the_connection_breaks_does_not_stop_those_behind_it_for_good(
      DataSource database) throws Exception {
    var fixture = new OutboxFixture(database);
    var outbox = fixture.outbox(postman);
    List.of("a", "poison", "b").forEach(fixture::post);
    postman.refuses.put("poison", Failure.CONNECTION);

    outbox.sendDue();
    assertThat(postman.carried).containsExactly("a");
    for (var minute = 0; minute < 60; minute++) {
      fixture.clock.advance(Duration.ofMinutes(1));
      outbox.sendDue();
    }

    assertThat(postman.carried).containsExactly("a", "b");
    assertThat(fixture.state("poison")).isEqualTo("QUEUED");
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void a_backlog_leaves_in_the_order_in_which_it_was_written(DataSource database) throws Exception {
    var fixture = new OutboxFixture(database);
    var outbox = fixture.outbox(postman);
    postman.unreachable = true;
    for (var i = 0; i < 120; i++) {
      fixture.post("n" + i);
      if (i % 40 == 0) {
        outbox.sendDue();
        fixture.clock.advance(Duration.ofMinutes(20));
      }
    }
    var journeys = postman.journeys;
    outbox.sendDue();
    assertThat(postman.journeys).as("asked once for all that waits").isEqualTo(journeys + 1);

    postman.unreachable = false;
    fixture.clock.advance(Duration.ofMinutes(20));
    assertThat(outbox.sendDue()).isEqualTo(120);
    assertThat(postman.carried)
        .containsExactlyElementsOf(IntStream.range(0, 120).mapToObj(i -> "n" + i).toList());
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
    var person = OutboxFixture.person("z@example.org");

    fixture.post(new Notice("a", "test-2017", person, "题".repeat(10_000), "正\0文"));

    assertThat((String) fixture.row("a").get("subject")).hasSize(200).endsWith("…");
    assertThat((String) fixture.row("a").get("body")).isEqualTo("正文");
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void the_digest_of_today_supersedes_what_is_left_of_yesterdays(DataSource database)
      throws Exception {
    var fixture = new OutboxFixture(database);
    var outbox = fixture.outbox(postman);
    postman.unreachable = true;
    fixture.post("at once");
    fixture.post(OutboxFixture.notice("monday").of("digest"));
    var news = OutboxFixture.notice("news").of("none");
    fixture.rows.insert(
        List.of(new OutboxDraft(news, Channel.MAIL, "z@example.org", OutboxRow.State.HELD)),
        fixture.clock.instant());
    fixture.series.merge(fixture.series.held("test-2017"), "monday");
    assertThat(fixture.state("news")).isEqualTo("MERGED");
    outbox.sendDue();
    var written = fixture.clock.instant();
    fixture.clock.advance(Duration.ofDays(1));

    var oldest = fixture.series.supersede("test-2017", "digest", fixture.clock.instant());
    fixture.post(OutboxFixture.notice("tuesday").of("digest"));
    postman.unreachable = false;
    outbox.sendDue();

    assertThat(oldest).contains(written);
    assertThat(postman.carried).containsExactly("at once", "tuesday");
    assertThat(fixture.state("monday")).isEqualTo("SUPERSEDED");
    assertThat(fixture.state("news")).as("waits for the next one again").isEqualTo("HELD");
    assertThat(fixture.series.supersede("test-2017", "digest", fixture.clock.instant())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void a_digest_that_was_given_up_is_superseded_too(DataSource database) throws Exception {
    var fixture = new OutboxFixture(database);
    fixture.post(OutboxFixture.notice("monday").of("digest"));
    postman.refuses.put("monday", Failure.REJECTED);
    fixture.outbox(postman).sendDue();
    var nowhere = OutboxFixture.notice("nowhere").of("digest");
    fixture.rows.insert(
        List.of(new OutboxDraft(nowhere, Channel.MAIL, null, OutboxRow.State.UNADDRESSED)),
        fixture.clock.instant());
    fixture.clock.advance(Duration.ofDays(1));
    var now = fixture.clock.instant();
    assertThat(fixture.series.causes("test-2017", "digest", now))
        .containsExactly("MAIL:zhangsan@example.org");

    assertThat(fixture.series.supersede("test-2017", "digest", now))
        .as("people were told in the bell: nothing is new again")
        .isEmpty();

    assertThat(fixture.state("monday")).isEqualTo("SUPERSEDED");
    assertThat(fixture.state("nowhere")).isEqualTo("SUPERSEDED");
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void what_notices_are_about_is_asked_alike_of_every_database(DataSource database)
      throws Exception {
    var fixture = new OutboxFixture(database);
    var items = new OutboxItems(fixture.jdbc, new JdbcTemplate(database));
    var about =
        List.of(new Notice.About("a", fixture.clock.instant()), new Notice.About("b", null));
    var draft =
        new OutboxDraft(
            OutboxFixture.notice("n").aboutAll(about).whileOpen(),
            Channel.MAIL,
            "z@example.org",
            OutboxRow.State.QUEUED);
    items.note(fixture.rows.insert(List.of(draft), fixture.clock.instant()));
    assertThat(items.unsaid(List.of("a", "b", "c"))).containsExactlyInAnyOrder("a", "b");

    var done = new HashMap<String, Instant>();
    done.put("a", fixture.clock.instant().plusSeconds(1));
    items.overtaken(done);
    assertThat(fixture.state("n")).isEqualTo("QUEUED");
    done.put("b", null);
    items.overtaken(done);

    assertThat(fixture.state("n")).isEqualTo("SUPERSEDED");
    assertThat(items.unsaid(List.of("a", "b"))).isEmpty();
  }
}
