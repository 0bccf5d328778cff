package org.xiaohao.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.XiaohaoApplication;
import org.xiaohao.campaign.Launch;
import org.xiaohao.ledger.ConsistencyCheck;
import org.xiaohao.testing.TestCampaign;

/** A launch that is stopped in the middle and started again ends complete, nothing twice. */
class LaunchRestartIT {

  private static final Path FOLDER = Path.of("campaigns/changzhi-2017");

  /** Chunks of a launch that are carried out before it is stopped. */
  private static final int CHUNKS = 7;

  @TempDir Path folder;

  @Test
  void a_launch_that_was_stopped_goes_on_where_it_was() {
    Map<String, Integer> uninterrupted;
    try (var context = start("whole")) {
      context.getBean(Launch.class).launch(FOLDER);
      finish(context);
      uninterrupted = counts(context);
    }
    try (var context = start("stopped")) {
      context.getBean(Launch.class).launch(FOLDER);
      var management = context.getBean(ManagementService.class);
      for (var i = 0; i < CHUNKS; i++) {
        management.executeJob(
            management.createJobQuery().executable().listPage(0, 1).get(0).getId());
      }
      assertThat(counts(context).get("rows")).isPositive().isLessThan(uninterrupted.get("rows"));
    }
    try (var context = start("stopped")) {
      finish(context);

      assertThat(counts(context)).isEqualTo(uninterrupted);
      assertThat(context.getBean(ConsistencyCheck.class).differences()).isEmpty();
    }
  }

  private ConfigurableApplicationContext start(String name) {
    return ReplayServer.start(
        XiaohaoApplication.class,
        LocalDateTime.parse("2017-02-28T08:00"),
        TestCampaign.ZONE,
        folder.resolve(name));
  }

  private static void finish(ConfigurableApplicationContext context) {
    var clock = context.getBean(SimulatedClock.class);
    new TimeMachine(clock, context.getBean(ManagementService.class)).runDue();
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
