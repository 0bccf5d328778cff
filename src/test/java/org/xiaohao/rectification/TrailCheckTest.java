package org.xiaohao.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiaohao.attachment.StoredFiles;
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

  /** Checksum of "photo". */
  private static final String PHOTO =
      "55c64d0fcd6f9d5f7c828093857e3fdfda68478bb4e9bd24d481ef391c7804e8";

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
  void a_chain_that_lost_its_head_is_still_checked(DataSource database) {
    check(database, jdbc -> jdbc.sql("delete from rectification_chain").update());
    var chains = new TrailCheck(JdbcClient.create(database)).chains();
    assertThat(chains)
        .singleElement()
        .satisfies(chain -> assertThat(chain.links()).isEqualTo(3))
        .satisfies(
            chain ->
                assertThat(chain.broken()).isEqualTo(new Broken(0, "", null, Fault.HEAD_MISSING)));
  }

  @Test
  void a_campaign_that_has_lost_everything_is_found() {
    var database = TestDatabases.h2();
    check(
        database,
        jdbc -> {
          jdbc.sql(
                  """
                  insert into campaign (campaign_id, plan, state, launched_at, launch_day)
                  values ('c', '', 'RUNNING', now(), date '2017-02-28')
                  """)
              .update();
          for (var table : new String[] {"chain", "event", "problem"}) {
            jdbc.sql("delete from rectification_" + table).update();
          }
        });
    assertThat(new TrailCheck(JdbcClient.create(database)).chains())
        .extracting(chain -> chain.broken().fault())
        .containsExactly(Fault.HEAD_MISSING);
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void a_file_of_evidence_that_is_gone_or_another_one_is_named(DataSource database) {
    assertThat(check(database, TrailCheckTest::evidence).broken()).isNull();
    var jdbc = JdbcClient.create(database);
    for (var act :
        new String[] {
          "update attachment_file set sha256 = 'b'",
          "update attachment_file set sha256 = 'a', deleted_at = uploaded_at, deleted_by = 'x'",
          "delete from attachment_file"
        }) {
      jdbc.sql(act).update();
      assertThat(new TrailCheck(jdbc).chain("c").broken())
          .extracting(Broken::fault, Broken::problem, Broken::file)
          .as(act)
          .containsExactly(Fault.FILE, "c/P0001", "照片.pdf");
    }
  }

  @Test
  void a_file_that_was_removed_while_the_trail_told_of_none_is_no_fault() {
    var broken =
        check(
                TestDatabases.h2(),
                jdbc -> {
                  evidenceRow(jdbc);
                  file(jdbc);
                  jdbc.sql("update attachment_file set deleted_at = uploaded_at").update();
                })
            .broken();
    assertThat(broken).isNull();
  }

  @Test
  void bytes_of_evidence_that_are_gone_or_changed_are_found_where_they_are_asked_for(
      @TempDir Path folder) throws IOException {
    var database = TestDatabases.h2();
    check(database, TrailCheckTest::evidence);
    var jdbc = JdbcClient.create(database);
    var bytes = Files.createDirectories(folder.resolve("f0")).resolve("f0-1");
    var check = new TrailCheck(jdbc, new StoredFiles(folder));
    assertThat(check.chain("c").broken().fault()).isEqualTo(Fault.FILE_BYTES);
    Files.writeString(bytes, "photo");
    assertThat(check.chain("c").broken()).isNull();
    Files.writeString(bytes, "phot0");
    assertThat(check.chain("c").broken())
        .extracting(Broken::fault, Broken::file)
        .containsExactly(Fault.FILE_BYTES, "照片.pdf");
    assertThat(new TrailCheck(jdbc).chain("c").broken()).as("not asked for").isNull();
  }

  /** A file as it comes: its row, its link, the evidence that names it. */
  private static void evidence(JdbcClient jdbc) {
    file(jdbc);
    var problems = new ProblemList(jdbc);
    trail(jdbc, problems)
        .record(problems.get("c/P0001"), "o", EvidenceFiles.ADDED, PHOTO + " 照片.pdf");
    evidenceRow(jdbc);
  }

  private static void file(JdbcClient jdbc) {
    jdbc.sql(
            """
            insert into attachment_file (file_id, subject, name, type, size, sha256, uploaded_by,
              uploaded_at)
            values ('f0-1', 'c/P0001', '照片.pdf', 'application/pdf', 5, ?, 'o',
              timestamp with time zone '2017-03-01 00:00:00Z')
            """)
        .param(PHOTO)
        .update();
  }

  private static void evidenceRow(JdbcClient jdbc) {
    var problems = new ProblemList(jdbc);
    new Dossiers(jdbc).add("c/P0001", new Evidence(1, "o", NOW, "", "", PHOTO + " 照片.pdf"));
    trail(jdbc, problems).record(problems.get("c/P0001"), "o", "SUBMITTED", null);
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void a_judgement_that_was_changed_added_or_deleted_is_found(DataSource database) {
    assertThat(check(database, TrailCheckTest::judged).broken()).isNull();
    var all = "update rectification_judgement set ";
    for (var act :
        new String[] {
          all + "owner_id = 'somebody.else'",
          all + "unit_id = 'v'",
          all + "submitted_at = judged_at",
          all + "limit_at = limit_at + interval '1' day",
          all + "judged_at = judged_at - interval '1' second where what = 'RETURNED'",
          all + "undone_at = undone_at + interval '1' second",
          "update rectification_problem set title = 'x' where problem_key = 'c/P0001'"
        }) {
      assertThat(after(database, act)).as(act).isEqualTo(Fault.ROW);
    }
    for (var act :
        new String[] {
          "delete from rectification_judgement where what = 'RETURNED'",
          "delete from rectification_judgement where closing_number = 'c/X0002'",
          "delete from rectification_judgement",
          all + "undone_at = null",
          all + "undone_at = judged_at where undone_at is null and what = 'CLOSED_OUT'",
          all + "what = 'CLOSED_OUT' where what = 'RETURNED'",
          all + "closing_number = 'c/X0009' where closing_number = 'c/X0002'",
          """
          insert into rectification_judgement (problem_key, what, unit_id, limit_at, judged_at)
          select problem_key, 'RETURNED', 'u', limit_at, judged_at from rectification_judgement
          where closing_number = 'c/X0001'
          """
        }) {
      assertThat(after(database, act)).as(act).isEqualTo(Fault.JUDGEMENT);
    }
    assertThat(new TrailCheck(JdbcClient.create(database)).chain("c").broken()).isNull();
  }

  /** Which fault there is after that, and everything as before. */
  private static Fault after(DataSource database, String act) {
    var jdbc = JdbcClient.create(database);
    return new TransactionTemplate(new DataSourceTransactionManager(database))
        .execute(
            status -> {
              assertThat(jdbc.sql(act).update()).as(act).isPositive();
              status.setRollbackOnly();
              var broken = new TrailCheck(jdbc).chain("c").broken();
              return broken == null ? null : broken.fault();
            });
  }

  /** Returned, closed out, reopened, and closed out again. */
  private static void judged(JdbcClient jdbc) {
    var problems = new ProblemList(jdbc);
    var judgements = new Judgements(jdbc);
    var trail = trail(jdbc, problems);
    var problem = problems.get("c/P0001");
    judgements.proposalReturned(problem, NOW);
    trail.record(problem, "b", "PROPOSAL_RETURNED", "太空");
    judgements.closedOut(problem, "c/X0001", NOW);
    trail.record(problem, "b", "CLOSED_OUT", "c/X0001 属实");
    judgements.undone("c/X0001", NOW);
    trail.record(problem, "b", "REOPENED", "c/X0001 反弹");
    judgements.closedOut(problem, "c/X0002", NOW);
    trail.record(problem, "b", "CLOSED_OUT", "c/X0002");
  }

  /** What was sealed before the judgements were keeps verifying, and tells which there were. */
  @Test
  void a_link_that_is_older_than_the_judgements_is_sound_and_misses_none() {
    var database = TestDatabases.h2();
    check(
        database,
        jdbc -> {
          judged(jdbc);
          var problem = new ProblemList(jdbc).get("c/P0001");
          var last =
              jdbc.sql("select * from rectification_event order by sequence desc limit 1")
                  .query(Trail::event)
                  .single();
          var older =
              new ProblemEvent(
                      last.campaignId(),
                      last.sequence(),
                      last.problemKey(),
                      last.at(),
                      last.who(),
                      last.what(),
                      last.address(),
                      last.why(),
                      new Dossiers(jdbc).formerDigest(problem),
                      last.previousHash(),
                      "")
                  .sealed();
          jdbc.sql("update rectification_event set state_digest = ?, hash = ? where sequence = ?")
              .params(older.stateDigest(), older.hash(), older.sequence())
              .update();
          jdbc.sql("update rectification_chain set hash = ?").param(older.hash()).update();
        });
    assertThat(new TrailCheck(JdbcClient.create(database)).chain("c").broken()).isNull();
    assertThat(after(database, "delete from rectification_judgement where what = 'RETURNED'"))
        .isEqualTo(Fault.JUDGEMENT);
    assertThat(after(database, "update rectification_problem set title = 'x' where id = 1"))
        .isEqualTo(Fault.ROW);
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
    var trail = trail(jdbc, problems);
    trail.begin("c");
    register(problems, trail);
    register(problems, trail);
    trail.change(
        problems.get("c/P0001"), "b", "ACCEPTED", null, p -> p.triaged("u", Rating.UNKNOWN, NOW));
    act.accept(jdbc);
    return new TrailCheck(jdbc).chain("c");
  }

  private static Trail trail(JdbcClient jdbc, ProblemList problems) {
    return new Trail(
        jdbc, problems, new Dossiers(jdbc), () -> "10.0.0.1", Clock.fixed(NOW, ZoneOffset.UTC));
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
