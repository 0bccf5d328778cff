package org.xiaohao.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.ledger.ConsistencyCheck;

/** A launch that is killed in the middle and started again ends complete, nothing twice. */
class LaunchRestartIT {

  /**
   * At which step of its run each process is killed: in the launch itself, while rows are written,
   * while instances are started.
   */
  private static final List<Integer> KILLED_AT = List.of(1, 3, 14);

  @TempDir Path folder;

  @Test
  void a_launch_that_is_killed_again_and_again_ends_complete() throws Exception {
    Map<String, Integer> uninterrupted;
    try (var context = LaunchApart.start(folder.resolve("whole"))) {
      LaunchApart.goOn(context, () -> {});
      uninterrupted = counts(context);
    }
    var killed = folder.resolve("killed");
    for (var step : KILLED_AT) {
      killAt(step, killed);
    }
    try (var context = LaunchApart.start(killed)) {
      assertThat(counts(context).get("instances"))
          .isGreaterThan(1)
          .isLessThan(uninterrupted.get("instances"));

      LaunchApart.goOn(context, () -> {});

      assertThat(counts(context)).isEqualTo(uninterrupted);
      assertThat(context.getBean(ConsistencyCheck.class).differences()).isEmpty();
    }
  }

  /** The process dies while it carries out that step, without a word to anybody. */
  private static void killAt(int step, Path database) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LaunchApart.class.getName(),
                database.toString())
            .redirectErrorStream(true)
            .start();
    var told = new ArrayList<String>();
    try (var output = process.inputReader()) {
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        told.add(line);
        if (Collections.frequency(told, LaunchApart.STEP) == step) {
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor()).as("%s", told).isNotZero();
    assertThat(told)
        .contains(LaunchApart.STEP)
        .doesNotContain(LaunchApart.COMPLETE)
        .filteredOn(LaunchApart.STEP::equals)
        .hasSizeGreaterThanOrEqualTo(step);
  }

  private static Map<String, Integer> counts(ConfigurableApplicationContext context) {
    var jdbc = context.getBean(JdbcClient.class);
    var counts = new TreeMap<String, Integer>();
    counts.put("rows", number(jdbc, "select count(*) from ledger_item"));
    counts.put("keys", number(jdbc, "select count(distinct item_key) from ledger_item"));
    counts.put("open", number(jdbc, "select count(*) from ledger_item where is_open"));
    counts.put(
        "instances",
        number(jdbc, "select count(*) from ACT_RU_EXECUTION where PARENT_ID_ is null"));
    counts.put("tasks", number(jdbc, "select count(*) from ACT_RU_TASK"));
    counts.put("timers", number(jdbc, "select count(*) from ACT_RU_JOB"));
    counts.put("users", (int) context.getBean(IdentityService.class).createUserQuery().count());
    counts.put("members", number(jdbc, "select count(*) from ACT_ID_MEMBERSHIP"));
    return counts;
  }

  private static int number(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
