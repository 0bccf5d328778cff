package org.xiaohao.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.XiaohaoApplication;
import org.xiaohao.campaign.CampaignService;
import org.xiaohao.campaign.PlanReader;
import org.xiaohao.roster.Groups;
import org.xiaohao.shared.Messages;
import org.xiaohao.simulation.ReplayServer;
import org.xiaohao.simulation.SimulatedClock;
import org.xiaohao.simulation.TimeMachine;
import org.xiaohao.testing.TestCampaign;

/**
 * How long the first page of Tasklist takes, twenty tasks by due date with all authorizations, for
 * somebody with twenty tasks and for the office, who sees all: with 1,000 open tasks, and with
 * more. See {@code bench/README.md}.
 */
public final class TasklistBench {

  /** Without the cache of results: the same question twice is to be answered twice. */
  private static final String H2 =
      "jdbc:h2:mem:tasklist;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0";

  private static final int PAGE = 20;
  private static final int ROUNDS = 15;

  private TasklistBench() {}

  /**
   * @param arguments {@code h2} or {@code postgresql}, then numbers of open tasks, rising
   */
  public static void main(String[] arguments) throws Exception {
    var sizes = Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
    if (arguments.length > 0 && arguments[0].equals("postgresql")) {
      try (var server = EmbeddedPostgres.builder().start()) {
        run(sizes, server.getJdbcUrl("postgres", "postgres"), "postgres");
      }
    } else {
      run(sizes, H2, "sa");
    }
  }

  private static void run(int[] sizes, String url, String user) throws Exception {
    var file = Path.of("campaigns/changzhi-2017/campaign.yaml");
    var plan = Objects.requireNonNull(new PlanReader().read(file).plan());
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
      var jdbc = context.getBean(JdbcClient.class);
      var made = 0;
      for (var size : sizes) {
        fill(jdbc, plan.id() + "/essay/arts.staff", made + 1, size, user.equals("sa"));
        made = size;
        measure(context, plan.id(), plan.language(), size);
      }
    }
  }

  private static void measure(
      ConfigurableApplicationContext context, String campaign, Locale language, int size)
      throws Exception {
    var filters = context.getBean(FilterService.class);
    var identity = context.getBean(IdentityService.class);
    var staff = Groups.staff(campaign);
    for (var who : List.of("mine", "all")) {
      var filter =
          filters
              .createFilterQuery()
              .filterName(Messages.text(language, "webapps.filter." + who))
              .singleResult()
              .getId();
      if (who.equals("mine")) {
        identity.setAuthentication("arts.staff", List.of(staff, Groups.unit(campaign, "arts")));
      } else {
        identity.setAuthentication("liuguangli", List.of(staff, Groups.office(campaign)));
      }
      var page = median(() -> filters.listPage(filter, 0, PAGE));
      var count = median(() -> filters.count(filter));
      System.out.printf(
          "%,d open tasks, %s (%,d): page %.1f ms, count %.1f ms%n",
          size, who, filters.count(filter), page, count);
      identity.clearAuthentication();
    }
    System.out.printf(
        "%,d tasks in all%n", context.getBean(TaskService.class).createTaskQuery().count());
  }

  private static double median(Callable<?> act) throws Exception {
    var took = new double[ROUNDS];
    for (var round = -5; round < ROUNDS; round++) {
      var begun = System.nanoTime();
      act.call();
      if (round >= 0) {
        took[round] = (System.nanoTime() - begun) / 1e6;
      }
    }
    Arrays.sort(took);
    return took[ROUNDS / 2];
  }

  /** Copies of one real task with its instance, each person having twenty of them. */
  private static void fill(JdbcClient jdbc, String key, int from, int to, boolean h2) {
    var series =
        (h2 ? "system_range(%d, %d) as g(x)" : "generate_series(%d, %d) as g(x)")
            .formatted(from, to);
    jdbc.sql(
            """
            insert into ACT_RU_TASK (ID_, REV_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_,
              DESCRIPTION_, TASK_DEF_KEY_, ASSIGNEE_, PRIORITY_, CREATE_TIME_, DUE_DATE_,
              SUSPENSION_STATE_)
            select 'bench-' || x, 1, t.EXECUTION_ID_, t.PROC_INST_ID_, t.PROC_DEF_ID_, t.NAME_,
              t.DESCRIPTION_, t.TASK_DEF_KEY_,
              case when mod(x, %1$d) = 0 and x <= 20 * %1$d then 'arts.staff'
                   else 'somebody' || x / 20 end,
              50, t.CREATE_TIME_, t.CREATE_TIME_ + mod(x * 7919, 90) * interval '1' day, 1
            from ACT_RU_TASK t, ACT_RU_EXECUTION e, %2$s
            where e.ID_ = t.PROC_INST_ID_ and e.BUSINESS_KEY_ = ? and t.ID_ not like 'bench-%%'
            """
                .formatted(50, series))
        .param(key)
        .update();
    jdbc.sql("analyze").update();
  }
}
