package org.xiaohao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine;

/** What the command says of a database in a file; what is found is tested with the check itself. */
class VerifyCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String url = "";

  @BeforeEach
  void name() {
    url = "jdbc:h2:file:" + folder.resolve("trail");
  }

  /** The command silences the log of its process, which other tests read. */
  @AfterAll
  static void speakAgain() {
    LoggingSystem.get(VerifyCommandTest.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
  }

  @Test
  void whole_chains_end_with_0() {
    make("insert into rectification_chain values ('changzhi-2017', 0, 0, 0, repeat('0', 64))");
    assertThat(run()).isZero();
    assertThat(out.toString()).contains("changzhi-2017：记录 0 条，问题 0 个", "没有发现改动");
  }

  @Test
  void a_fault_is_named_and_ends_with_1() {
    make("insert into rectification_chain values ('changzhi-2017', 0, 0, 5, repeat('0', 64))");
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString()).contains("第一处异常：第 1 条", "末尾的记录被删除");
    assertThat(run("--lang", "en")).isEqualTo(1);
    assertThat(out.toString()).contains("something was changed");
  }

  @Test
  void a_chain_without_its_head_is_a_fault() {
    make(
        """
        insert into campaign (campaign_id, plan, state, launched_at, launch_day)
        values ('changzhi-2017', '', 'RUNNING', now(), date '2017-02-28')
        """);
    assertThat(run("--files", folder.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("changzhi-2017：记录 0 条", "记录链的末端被删除", "发现改动");
    assertThat(run("--lang", "en")).isEqualTo(1);
    assertThat(out.toString()).contains("the head of the chain was removed");
  }

  @Test
  void machines_get_json() {
    make("insert into rectification_chain values ('changzhi-2017', 0, 0, 5, repeat('0', 64))");
    assertThat(run("--json")).isEqualTo(1);
    assertThat(out.toString()).contains("\"sound\" : false", "\"fault\" : \"HEAD\"");
  }

  @Test
  void a_database_that_is_not_there_is_not_made() {
    assertThat(run()).isEqualTo(1);
    assertThat(err.toString()).contains("无法读取数据库");
    assertThat(Files.exists(folder.resolve("trail.mv.db"))).isFalse();
  }

  private void make(String sql) {
    var database = new SingleConnectionDataSource(url, "sa", "", true);
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration", "classpath:db/vendor/h2")
        .load()
        .migrate();
    JdbcClient.create(database).sql(sql).update();
    database.destroy();
  }

  private int run(String... more) {
    var arguments = new String[more.length + 2];
    arguments[0] = "--database";
    arguments[1] = url;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return new CommandLine(new VerifyCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
