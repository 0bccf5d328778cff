package org.xiaohao.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.XiaohaoApplication;
import org.xiaohao.campaign.CampaignService;
import org.xiaohao.campaign.Plan;
import org.xiaohao.campaign.PlanReader;
import org.xiaohao.simulation.ReplayServer;
import org.xiaohao.simulation.SimulatedClock;
import org.xiaohao.supervision.LightService;
import org.xiaohao.supervision.SupervisionService;
import org.xiaohao.testing.TestCampaign;

/**
 * How long the lights of many open papers take: the first morning on which all of them change, a
 * morning on which nothing does, the whole round with its slips, and one paper that changes. See
 * {@code bench/README.md}.
 */
public final class LightsBench {

  /** Limits that the papers have in common; a plan has fewer. */
  private static final int LIMITS = 90;

  private LightsBench() {}

  /**
   * @param arguments {@code h2} or {@code postgresql}, then the number of open papers
   */
  public static void main(String[] arguments) throws Exception {
    var database = arguments.length > 0 ? arguments[0] : "h2";
    var items = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    if (database.equals("postgresql")) {
      try (var server = EmbeddedPostgres.builder().start()) {
        run(items, server.getJdbcUrl("postgres", "postgres"), "postgres");
      }
    } else {
      run(items, "jdbc:h2:mem:lights;DB_CLOSE_DELAY=-1", "sa");
    }
  }

  private static void run(int items, String url, String user) {
    var plan = plan();
    try (var context =
        ReplayServer.start(
            XiaohaoApplication.class,
            LocalDateTime.parse("2017-02-28T08:00"),
            plan.zone(),
            Map.of("spring.datasource.url", url, "spring.datasource.username", user))) {
      context.getBean(CampaignService.class).launch(plan, TestCampaign.roster());
      fill(context.getBean(JdbcClient.class), plan.id(), items, user.equals("sa"));
      measure(context, plan.id(), items);
    }
  }

  private static void measure(ConfigurableApplicationContext context, String campaign, int items) {
    var lights = context.getBean(LightService.class);
    var round = context.getBean(SupervisionService.class);
    var clock = context.getBean(SimulatedClock.class);
    clock.moveTo(TestCampaign.moment("2017-03-20T08:00"));
    time("all lights, most of " + items + " items change", () -> lights.turnAll(campaign));
    time("all lights, nothing changes", () -> lights.turnAll(campaign));
    var one = Set.of(campaign + "/bench/" + items / 2);
    lights.changed(one);
    time(
        "one item, 1,000 times",
        () -> {
          IntStream.range(0, 1_000).forEach(turn -> lights.changed(one));
          return 1_000;
        });
    time(
        "the whole round: reminders, escalation, lights, slips written",
        () -> {
          round.dailyRound(campaign);
          return context
              .getBean(JdbcClient.class)
              .sql("select count(*) from supervision_slip")
              .query(Integer.class)
              .single();
        });
  }

  private static void time(String what, java.util.function.IntSupplier act) {
    var begun = System.nanoTime();
    var count = act.getAsInt();
    var took = Duration.ofNanos(System.nanoTime() - begun);
    System.out.printf("%s: %.2f s (%d)%n", what, took.toMillis() / 1000.0, count);
  }

  /** Papers of one kind, spread over people and limits from the end of February on. */
  private static void fill(JdbcClient jdbc, String campaign, int items, boolean h2) {
    var series = h2 ? "system_range(1, %d) as g(x)" : "generate_series(1, %d) as g(x)";
    jdbc.sql(
            """
            insert into submission_item (item_key, campaign_id, paper_id, phase_id, title, owed_by,
              person_id, unit_id, state, plan_date, effective_date, last_date, due_at, limit_at,
              optional, times_returned)
            select ? || '/bench/' || x, ?, 'essay', 'study', '讨论材料', 'PERSON',
              case mod(x, 2) when 0 then 'arts.staff' else 'library.staff' end,
              case mod(x, 2) when 0 then 'arts' else 'library' end, 'OPEN',
              date '2017-03-01', date '2017-03-01', date '2017-03-01',
              timestamp with time zone '2017-03-01 10:00:00+00:00' + mod(x, %1$d) * interval '1' day,
              timestamp with time zone '2017-03-01 10:00:00+00:00' + mod(x, %1$d) * interval '1' day,
              false, mod(x, 3)
            from %2$s
            """
                .formatted(LIMITS, series.formatted(items)))
        .params(campaign, campaign)
        .update();
    jdbc.sql("analyze").update();
  }

  private static Plan plan() {
    var plan = new PlanReader().read(Path.of("campaigns/changzhi-2017/campaign.yaml")).plan();
    if (plan == null) {
      throw new IllegalStateException("the plan of 2017 has errors");
    }
    return plan;
  }
}
