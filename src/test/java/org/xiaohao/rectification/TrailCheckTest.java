package org.xiaohao.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.rectification.Problem.Origin;
import org.xiaohao.rectification.Problem.Progress;
import org.xiaohao.rectification.Problem.Rating;
import org.xiaohao.rectification.Problem.Remedy;
import org.xiaohao.rectification.Problem.State;
import org.xiaohao.rectification.TrailCheck.Broken;
import org.xiaohao.rectification.TrailCheck.Fault;
import org.xiaohao.shared.TestDatabases;

/** What somebody changes past the product, on both databases. */
class TrailCheckTest {

  private static final Instant NOW = Instant.parse("2017-03-01T01:00:00.123456789Z");
  private static final LocalDate DAY = LocalDate.of(2017, 3, 3);

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void a_sound_trail_has_no_fault(DataSource database) {
    var chain = check(database, jdbc -> {});
    assertThat(chain.broken()).isNull();
    assertThat(chain.links()).isEqualTo(3);
    assertThat(chain.problems()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void a_row_that_was_changed_is_named(DataSource database) {
    var broken =
        broken(database, "update rectification_problem set state = 'CLOSED_OUT' where id = 2");
    assertThat(broken.fault()).isEqualTo(Fault.ROW);
    assertThat(broken.problem()).isEqualTo("c/P0002");
    assertThat(broken.sequence()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void evidence_that_was_slipped_in_is_named(DataSource database) {
    var broken =
        broken(
            database,
            """
            insert into rectification_evidence (problem_key, number, submitted_by, submitted_at,
              before_text, after_text, files)
            values ('c/P0001', 1, 'x', timestamp with time zone '2017-03-01 00:00:00Z', '', '', '')
            """);
    assertThat(broken.fault()).isEqualTo(Fault.ROW);
    assertThat(broken.problem()).isEqualTo("c/P0001");
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void a_head_that_was_changed_is_found(DataSource database) {
    assertThat(broken(database, "update rectification_chain set links = 2").fault())
        .isEqualTo(Fault.HEAD);
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void a_row_without_any_link_is_found(DataSource database) {
    var copy =
        """
        insert into rectification_problem (problem_key, campaign_id, source, occasion, text,
          registered_by, registered_at, title, weight, urgency, on_site, state, plan_date,
          effective_date, limit_at, due_at, evidence, times_returned, times_reopened, extensions,
          version)
        select 'c/P0003', campaign_id, source, occasion, text,
          registered_by, registered_at, title, weight, urgency, on_site, state, plan_date,
          effective_date, limit_at, due_at, evidence, times_returned, times_reopened, extensions,
          version from rectification_problem where problem_key = 'c/P0002'
        """;
    assertThat(broken(database, copy)).isEqualTo(new Broken(0, "c/P0003", null, Fault.ROW_UNKNOWN));
  }

  @Test
  void an_event_that_was_changed_is_named_where_the_database_lets_it_happen() {
    var broken =
        broken(
            TestDatabases.h2(),
            "update rectification_event set why = 'nothing happened' where sequence = 2");
    assertThat(broken.fault()).isEqualTo(Fault.ALTERED);
    assertThat(broken.sequence()).isEqualTo(2);
    assertThat(broken.problem()).isEqualTo("c/P0002");
    assertThat(broken.at()).isEqualTo(Instant.parse("2017-03-01T01:00:00.123456Z"));
  }

  @Test
  void an_event_that_was_removed_leaves_a_gap() {
    assertThat(broken(TestDatabases.h2(), "delete from rectification_event where sequence = 2"))
        .extracting(Broken::fault, Broken::sequence)
        .containsExactly(Fault.GAP, 3L);
    assertThat(broken(TestDatabases.h2(), "delete from rectification_event where sequence = 3"))
        .extracting(Broken::fault)
        .isEqualTo(Fault.HEAD);
  }

  /** Whoever changes a link and its hash has to change all that follow. */
  @Test
  void an_event_that_was_sealed_anew_breaks_the_next_one() {
    var database = TestDatabases.h2();
    var chain =
        check(
            database,
            jdbc -> {
              var forged =
                  jdbc.sql("select * from rectification_event where sequence = 2")
                      .query(Trail::event)
                      .single();
              var sealed =
                  new ProblemEvent(
                          forged.campaignId(),
                          forged.sequence(),
                          forged.problemKey(),
                          forged.at(),
                          "somebody.else",
                          forged.what(),
                          forged.address(),
                          forged.why(),
                          forged.stateDigest(),
                          forged.previousHash(),
                          "")
                      .sealed();
              jdbc.sql("update rectification_event set who = ?, hash = ? where sequence = 2")
                  .params(sealed.who(), sealed.hash())
                  .update();
            });
    assertThat(chain.broken().fault()).isEqualTo(Fault.PREVIOUS);
    assertThat(chain.broken().sequence()).isEqualTo(3);
  }

  @Test
  void postgresql_refuses_to_change_or_remove_events() {
    for (var act :
        new String[] {
          "update rectification_event set why = 'x'",
          "delete from rectification_event",
          "truncate rectification_event"
        }) {
      assertThatThrownBy(() -> check(TestDatabases.postgreSql(), jdbc -> jdbc.sql(act).update()))
          .hasStackTraceContaining("append-only");
    }
  }

  private static Broken broken(DataSource database, String sql) {
    var broken = check(database, jdbc -> jdbc.sql(sql).update()).broken();
    assertThat(broken).isNotNull();
    return broken;
  }

  /** A chain of three links about two problems, and what was done to it. */
  private static TrailCheck.Chain check(DataSource database, Consumer<JdbcClient> act) {
    var jdbc = JdbcClient.create(database);
    var problems = new ProblemList(jdbc);
    var trail =
        new Trail(
            jdbc, problems, new Dossiers(jdbc), () -> "10.0.0.1", Clock.fixed(NOW, ZoneOffset.UTC));
    trail.begin("c");
    register(problems, trail);
    register(problems, trail);
    trail.change(
        problems.get("c/P0001"), "b", "ACCEPTED", null, p -> p.triaged("u", Rating.UNKNOWN, NOW));
    act.accept(jdbc);
    return new TrailCheck(jdbc).chain("c");
  }

  private static void register(ProblemList problems, Trail trail) {
    var key = trail.nextProblem("c");
    problems.insert(
        new Problem(
            key,
            "c",
            new Origin(Source.SUGGESTION, null, "", "问题", "a", NOW),
            "问题",
            null,
            Rating.UNKNOWN,
            Remedy.NONE,
            State.REGISTERED,
            new EffectiveDate(DAY, DAY, null),
            NOW,
            NOW,
            Progress.NONE,
            null,
            0));
    trail.record(problems.get(key), "a", "REGISTERED", null);
  }
}
