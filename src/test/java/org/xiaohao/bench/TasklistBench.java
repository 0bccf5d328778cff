package org.xiaohao.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.XiaohaoApplication;
import org.xiaohao.campaign.CampaignService;
import org.xiaohao.campaign.PlanReader;
import org.xiaohao.simulation.ReplayServer;
import org.xiaohao.simulation.SimulatedClock;
import org.xiaohao.simulation.TimeMachine;
import org.xiaohao.testing.TestCampaign;

/**
 * How long a person waits for a ready filter of Tasklist, with few and with many open tasks of
 * others. See {@code bench/README.md}.
 */
public final class TasklistBench {

  private static final int PAGE = 20;
  private static final int TIMES = 21;

  /** A person has so many of the made-up tasks, however many there are. */
  private static final int OWN = 10;

  private TasklistBench() {}

  /**
   * @param arguments {@code h2} or {@code postgresql}, then numbers of open tasks, ascending
   */
  public static void main(String[] arguments) throws Exception {
    var sizes = Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
    if (arguments[0].equals("postgresql")) {
      try (var server = EmbeddedPostgres.builder().start()) {
        run(sizes, server.getJdbcUrl("postgres", "postgres"), "postgres");
      }
    } else {
      run(sizes, "jdbc:h2:mem:tasklist;DB_CLOSE_DELAY=-1", "sa");
    }
  }

  private static void run(int[] sizes, String url, String user) {
    var plan = new PlanReader().read(Path.of("campaigns/changzhi-2017/campaign.yaml")).plan();
    try (var context =
        ReplayServer.start(
            XiaohaoApplication.class,
            LocalDateTime.parse("2017-02-28T08:00"),
            plan.zone(),
            Map.of("spring.datasource.url", url, "spring.datasource.username", user))) {
      context.getBean(CampaignService.class).launch(plan, TestCampaign.roster());
      new TimeMachine(
              context.getBean(SimulatedClock.class), context.getBean(ManagementService.class))
          .runDue();
      var present = 0;
      for (var size : sizes) {
        fill(context.getBean(JdbcClient.class), present, size, user.equals("sa"));
        present = size;
        for (var person : List.of("arts.staff", "arts.head", "liuguangli")) {
          measure(context, person, size);
        }
      }
    }
  }

  private static void measure(ConfigurableApplicationContext context, String person, int size) {
    var identity = context.getBean(IdentityService.class);
    var filters = context.getBean(FilterService.class);
    var groups =
        identity.createGroupQuery().groupMember(person).list().stream().map(Group::getId).toList();
    identity.setAuthentication(person, groups);
    try {
      for (var filter : filters.createTaskFilterQuery().orderByFilterName().asc().list()) {
        var page = median(() -> filters.listPage(filter.getId(), 0, PAGE).size());
        var count = median(() -> filters.count(filter.getId()));
        System.out.printf(
            "%,8d open, %-10s %-16s page %6.1f ms, count %6.1f ms, finds %d%n",
            size, person, filter.getName(), page, count, filters.count(filter.getId()));
      }
    } finally {
      identity.clearAuthentication();
    }
  }

  private static double median(LongSupplier act) {
    var took = new double[TIMES];
    for (var time = 0; time < TIMES; time++) {
      var begun = System.nanoTime();
      act.getAsLong();
      took[time] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(took);
    return took[TIMES / 2];
  }

  /**
   * Tasks as a launch makes them: assigned, or offered to a unit's liaison; each with its right.
   */
  private static void fill(JdbcClient jdbc, int from, int until, boolean h2) {
    var series =
        (h2 ? "system_range(%d, %d) as g(x)" : "generate_series(%d, %d) as g(x)")
            .formatted(from + 1, until);
    var whose =
        "case when x <= " + OWN + " then 'arts.staff' else 'person-' || (x / " + OWN + ") end";
    jdbc.sql(
            """
            insert into ACT_RU_EXECUTION (ID_, REV_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_,
              ACT_ID_, IS_ACTIVE_, IS_CONCURRENT_, IS_SCOPE_, IS_EVENT_SCOPE_, SUSPENSION_STATE_,
              CACHED_ENT_STATE_, SEQUENCE_COUNTER_)
            select 'bench-' || x, 1, 'bench-' || x, 'bench/' || x, d.ID_, 'userTask_submit',
              %1$s, %2$s, %1$s, %2$s, 1, 0, 1
            from %3$s cross join ACT_RE_PROCDEF d where d.KEY_ = 'submission'
            """
                .formatted(h2 ? "1" : "true", h2 ? "0" : "false", series))
        .update();
    jdbc.sql(
            """
            insert into ACT_RU_TASK (ID_, REV_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_,
              TASK_DEF_KEY_, ASSIGNEE_, PRIORITY_, CREATE_TIME_, DUE_DATE_, SUSPENSION_STATE_)
            select 'bench-' || x, 1, 'bench-' || x, 'bench-' || x, d.ID_, '提交材料',
              'userTask_submit', case mod(x, 2) when 0 then null else %s end, 50,
              timestamp '2017-02-28 08:00:00',
              timestamp '2017-03-01 10:00:00' + mod(x, 90) * interval '1' day, 1
            from %s cross join ACT_RE_PROCDEF d where d.KEY_ = 'submission'
            """
                .formatted(whose, series))
        .update();
    jdbc.sql(
            """
            insert into ACT_RU_IDENTITYLINK (ID_, REV_, TYPE_, TASK_ID_, GROUP_ID_)
            select 'bench-' || x, 1, 'candidate', 'bench-' || x, 'bench.liaison.' || (x / 100)
            from %s where mod(x, 2) = 0
            """
                .formatted(series))
        .update();
    jdbc.sql(
            """
            insert into ACT_RU_AUTHORIZATION (ID_, REV_, TYPE_, USER_ID_, GROUP_ID_, RESOURCE_TYPE_,
              RESOURCE_ID_, PERMS_)
            select 'bench-' || x, 1, 1, case mod(x, 2) when 0 then null else %s end,
              case mod(x, 2) when 0 then 'bench.liaison.' || (x / 100) else null end, 7,
              'bench-' || x, 16386
            from %s
            """
                .formatted(whose, series))
        .update();
    jdbc.sql("analyze").update();
  }
}
