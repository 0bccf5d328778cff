package org.xiaohao.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiaohao.shared.TestDatabases;
import org.xiaohao.supervision.Lights.Case;
import org.xiaohao.supervision.Lights.Episode;

/** Two who give the same item its first light at once, on both databases. */
class LightsTest {

  private static final String ITEM = "c/essay/a";
  private static final LocalDate DAY = LocalDate.of(2017, 3, 30);
  private static final Instant FIRST = Instant.parse("2017-03-30T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2017-03-30T00:00:01Z");

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void a_single_item_is_written_over_the_row_that_somebody_else_commits(DataSource database) {
    assertThat(race(database, lights -> lights.turn(ITEM, "c", Light.RED, DAY, SECOND)))
        .isEqualTo(new Episode(Light.RED, DAY, SECOND));
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void the_morning_is_written_over_the_row_that_somebody_else_commits(DataSource database) {
    assertThat(race(database, lights -> morning(lights, Light.RED)))
        .isEqualTo(new Episode(Light.RED, DAY, SECOND));
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void who_comes_second_with_the_same_colour_leaves_its_begin(DataSource database) {
    assertThat(race(database, lights -> morning(lights, Light.BLUE)))
        .isEqualTo(new Episode(Light.BLUE, DAY, FIRST));
  }

  /**
   * The moment that waiting does not show: behind what a statement of H2 has read, and before it
   * writes. PostgreSQL looks once more by itself.
   */
  @Test
  void on_h2_a_row_that_is_committed_while_the_statement_runs_is_written_over() {
    var database = TestDatabases.h2();
    var jdbc = JdbcClient.create(database);
    var lights = new Lights(jdbc, new JdbcTemplate(database));
    var transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
    jdbc.sql("create alias meanwhile for '" + Meanwhile.class.getName() + ".happens'").update();
    var times = new AtomicInteger();
    Meanwhile.act =
        () -> {
          if (times.incrementAndGet() == 1) {
            CompletableFuture.runAsync(() -> lights.turn(ITEM, "c", Light.BLUE, DAY, FIRST)).join();
          }
        };

    transactions.executeWithoutResult(
        status ->
            lights.put(
                """
                select '%s' as item_key, 'c' as campaign_id, 'RED' as light,
                  date '2017-03-30' as limit_day,
                  timestamp with time zone '2017-03-30 00:00:01+00:00' as since
                from dual where meanwhile()
                """
                    .formatted(ITEM)));

    assertThat(times).as("it failed as a statement, and was done again").hasValue(2);
    assertThat(lights.episodes("c")).containsEntry(ITEM, new Episode(Light.RED, DAY, SECOND));
  }

  /** What a statement of H2 can call. */
  public static final class Meanwhile {

    private static Runnable act = () -> {};

    private Meanwhile() {}

    /** Always true, after something has happened. */
    public static boolean happens() {
      act.run();
      return true;
    }
  }

  private static void morning(Lights lights, Light light) {
    var cases = lights.cases("c").stream().map(facts -> new Case(facts, light, DAY)).toList();
    // none where H2, which begins the statement anew, then finds the same colour there
    assertThat(lights.turn("c", cases, SECOND)).isLessThanOrEqualTo(1);
  }

  /**
   * Somebody else has written the first light of the item, and commits as soon as the act waits for
   * that; neither sees the row of the other when it begins.
   */
  private static Episode race(DataSource database, Consumer<Lights> act) {
    var jdbc = JdbcClient.create(database);
    var lights = new Lights(jdbc, new JdbcTemplate(database));
    var transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
    item(jdbc);
    if (isH2(database)) {
      // whoever waits gives up after two seconds, on a busy machine before anybody saw it wait
      jdbc.sql("set default_lock_timeout 60000").update();
    }
    var second =
        transactions.execute(
            status -> {
              lights.turn(ITEM, "c", Light.BLUE, DAY, FIRST);
              var waits =
                  CompletableFuture.runAsync(
                      () -> transactions.executeWithoutResult(other -> act.accept(lights)));
              await().until(() -> waits.isDone() || someoneWaits(database, jdbc));
              assertThat(waits).as("waits for the row").isNotDone();
              return waits;
            });
    second.join();
    return lights.episodes("c").get(ITEM);
  }

  private static boolean someoneWaits(DataSource database, JdbcClient jdbc) {
    return jdbc.sql(
                isH2(database)
                    ? "select count(*) from information_schema.sessions where session_id <>"
                        + " session_id() and executing_statement like '%supervision_light%'"
                    : "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and datname = current_database()")
            .query(Integer.class)
            .single()
        > 0;
  }

  private static boolean isH2(DataSource database) {
    return database instanceof JdbcDataSource;
  }

  private static void item(JdbcClient jdbc) {
    jdbc.sql(
            """
            insert into submission_item (item_key, campaign_id, paper_id, phase_id, title, owed_by,
              person_id, state, plan_date, effective_date, last_date, due_at, limit_at, optional,
              times_returned)
            values (?, 'c', 'essay', 'study', 'x', 'PERSON', 'a', 'OPEN', ?, ?, ?,
              timestamp with time zone '2017-03-30 10:00:00+00:00',
              timestamp with time zone '2017-03-30 10:00:00+00:00', false, 0)
            """)
        .params(ITEM, DAY, DAY, DAY)
        .update();
  }
}
