package org.xiaohao.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
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
 * How long the lights of many open items of all kinds take, in one pass: the first morning on which
 * most of them change, a morning on which nothing does, the whole round with its slips, and one
 * item of each kind that changes. See {@code bench/README.md}.
 */
public final class LightsBench {

  /** Limits that the items have in common; a plan has fewer. */
  private static final int LIMITS = 90;

  private LightsBench() {}

  /**
   * @param arguments {@code h2} or {@code postgresql}, then the number of open items
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
    for (var kind : KINDS) {
      var one = Set.of(kind.key(campaign, 1));
      lights.changed(one);
      time(
          "one " + kind.name() + ", 1,000 times",
          () -> {
            IntStream.range(0, 1_000).forEach(turn -> lights.changed(one));
            return 1_000;
          });
    }
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

  /**
   * Open items of one kind, as many of a hundred as its share.
   *
   * @param insert statement with the dates that all have in common, see {@link #fill}, and {@code
   *     %3$s} for the numbers from 1
   */
  private record Kind(String name, int share, String insert) {

    String key(String campaign, int number) {
      return campaign + "/bench/" + name + "/" + number;
    }
  }

  /** What an organisation has open in the middle of a campaign, all kinds that have a light. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "paper",
              45,
              """
              insert into submission_item (item_key, campaign_id, paper_id, phase_id, title,
                owed_by, person_id, unit_id, state, plan_date, effective_date, last_date, due_at,
                limit_at, optional, times_returned)
              select :prefix || x, :campaign, 'essay', 'study', '讨论材料', 'PERSON',
                case mod(x, 2) when 0 then 'arts.staff' else 'library.staff' end,
                case mod(x, 2) when 0 then 'arts' else 'library' end, 'OPEN',
                %1$s, %1$s, %1$s, %2$s, %2$s, false, mod(x, 3) from %3$s
              """),
          new Kind(
              "session",
              20,
              """
              insert into study_session (session_key, campaign_id, series_id, phase_id, unit_id,
                title, state, plan_date, effective_date, last_date, begins_at, ends_at, prepare_by,
                limit_at, due_at)
              select :prefix || x, :campaign, 'weekly', 'study',
                case mod(x, 2) when 0 then 'arts' else 'library' end, '集中学习', 'TO_RECORD',
                %1$s, %1$s, %1$s, %2$s, %2$s, %2$s, %2$s, %2$s from %3$s
              """),
          new Kind(
              "problem",
              20,
              """
              insert into rectification_problem (problem_key, campaign_id, source, occasion, text,
                registered_by, registered_at, title, unit_id, weight, urgency, owner_id,
                verifier_id, on_site, state, plan_date, effective_date, limit_at, due_at, evidence,
                times_returned, times_reopened, extensions, version, begun_on)
              select :prefix || x, :campaign, 'SUGGESTION', '', '办事窗口排队时间长', 'helixin', %2$s,
                '办事窗口排队时间长', 'arts', 2, 2, 'arts.staff', 'helixin', false, 'RECTIFYING',
                %1$s, %1$s, %2$s, %2$s, 0, mod(x, 3), 0, 0, 0, date '2017-03-01' from %3$s
              """),
          new Kind(
              "meeting",
              5,
              """
              insert into meeting_meeting (item_key, campaign_id, meeting_id, phase_id, work_id,
                title, state, plan_date, effective_date, proposed_date, limit_at, due_at)
              select :prefix || x, :campaign, 'delegates-review', 'benchmark', 'check', '评议会',
                'ARRANGING', %1$s, %1$s, %1$s, %2$s, %2$s from %3$s
              """),
          new Kind(
              "consultation",
              5,
              """
              insert into consultation_item (item_key, campaign_id, consultation_id, phase_id,
                work_id, unit_id, title, quota, state, plan_date, effective_date, limit_at, due_at)
              select :prefix || x, :campaign, 'opinion-forms', 'benchmark', 'check',
                case mod(x, 2) when 0 then 'arts' else 'library' end, '征求意见', 20, 'COLLECTING',
                %1$s, %1$s, %2$s, %2$s from %3$s
              """),
          new Kind(
              "assignment",
              5,
              """
              insert into supervision_assignment (item_key, campaign_id, number, title, what,
                unit_id, person_id, state, plan_date, effective_date, limit_at, due_at,
                assigned_by, assigned_at, times_returned)
              select :prefix || x, :campaign, x, '联系标杆单位', '联系三家', 'arts', 'arts.staff', 'DOING',
                %1$s, %1$s, %2$s, %2$s, 'yangjianping', %2$s, mod(x, 3) from %3$s
              """));

  /** Limits from the beginning of March on; every day has some of every kind. */
  private static void fill(JdbcClient jdbc, String campaign, int items, boolean h2) {
    var limit =
        "timestamp with time zone '2017-03-01 10:00:00+00:00' + mod(x, %d) * interval '1' day"
            .formatted(LIMITS);
    var day = "cast(%s as date)".formatted(limit);
    for (var kind : KINDS) {
      var series =
          (h2 ? "system_range(1, %d) as g(x)" : "generate_series(1, %d) as g(x)")
              .formatted(items * kind.share() / 100);
      jdbc.sql(kind.insert().formatted(day, limit, series))
          .param("prefix", kind.key(campaign, 0).replaceFirst("0$", ""))
          .param("campaign", campaign)
          .update();
    }
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
