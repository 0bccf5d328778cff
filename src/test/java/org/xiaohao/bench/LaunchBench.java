package org.xiaohao.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.XiaohaoApplication;
import org.xiaohao.campaign.CampaignService;
import org.xiaohao.campaign.Plan;
import org.xiaohao.campaign.PlanReader;
import org.xiaohao.roster.Branch;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rank;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.Unit;
import org.xiaohao.roster.UnitKind;
import org.xiaohao.simulation.ReplayServer;
import org.xiaohao.simulation.SimulatedClock;
import org.xiaohao.simulation.TimeMachine;

/**
 * How long the launch of the plan of 2017 takes with made-up people: all rows, all users, and the
 * instances of the first phase. See {@code bench/README.md}.
 */
public final class LaunchBench {

  private static final int UNITS = 18;

  /** People of a launch before the first that counts; otherwise that one pays for the compiler. */
  private static final int WARM_UP = 500;

  private LaunchBench() {}

  /**
   * @param arguments {@code h2} or {@code postgresql}, then numbers of people
   */
  public static void main(String[] arguments) throws Exception {
    var database = arguments.length > 0 ? arguments[0] : "h2";
    var sizes =
        arguments.length > 1
            ? Stream.of(arguments).skip(1).map(Integer::parseInt).toList()
            : List.of(1_000, 10_000);
    if (database.equals("postgresql")) {
      try (var server = EmbeddedPostgres.builder().start()) {
        run(database, sizes, server);
      }
    } else {
      run(database, sizes, null);
    }
  }

  private static void run(String database, List<Integer> sizes, EmbeddedPostgres server)
      throws Exception {
    System.out.println("warming up, does not count:");
    launch(WARM_UP, url(server, "warmup"));
    var first = Duration.ZERO;
    for (var people : sizes) {
      var took = launch(people, url(server, "bench" + people));
      if (first.isZero()) {
        first = took;
      }
      System.out.printf(
          "%s: ratio to %d people %.2f%n",
          database, sizes.get(0), (double) took.toMillis() / first.toMillis());
    }
  }

  private static String url(EmbeddedPostgres server, String name) throws Exception {
    if (server == null) {
      return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
    }
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return server.getJdbcUrl("postgres", name);
  }

  private static Duration launch(int people, String url) {
    var plan = plan();
    var user = url.startsWith("jdbc:h2") ? "sa" : "postgres";
    try (var context =
        ReplayServer.start(
            XiaohaoApplication.class,
            LocalDateTime.parse("2017-02-28T08:00"),
            plan.zone(),
            Map.of("spring.datasource.url", url, "spring.datasource.username", user))) {
      var time =
          new TimeMachine(
              context.getBean(SimulatedClock.class), context.getBean(ManagementService.class));
      var begun = System.nanoTime();
      context.getBean(CampaignService.class).launch(plan, roster(people));
      time.runDue();
      var took = Duration.ofNanos(System.nanoTime() - begun);
      var rows =
          context
              .getBean(JdbcClient.class)
              .sql("select count(*) from ledger_item")
              .query(Integer.class)
              .single();
      var instances = context.getBean(RuntimeService.class).createProcessInstanceQuery().count();
      System.out.printf(
          "%d people: %.1f s, %d rows and %d instances, %.0f rows/s%n",
          people, took.toMillis() / 1000.0, rows, instances, rows * 1000.0 / took.toMillis());
      return took;
    }
  }

  private static Plan plan() {
    var plan = new PlanReader().read(Path.of("campaigns/changzhi-2017/campaign.yaml")).plan();
    if (plan == null) {
      throw new IllegalStateException("the plan of 2017 has errors");
    }
    return plan;
  }

  private static Roster roster(int size) {
    var units = new ArrayList<Unit>();
    for (var i = 0; i < UNITS; i++) {
      var id = i == 0 ? "office" : "unit-" + i;
      units.add(
          new Unit(
              id,
              i + 1,
              "单位" + i,
              i < 8 ? UnitKind.DIVISION : UnitKind.AFFILIATED_UNIT,
              "staff" + i,
              "staff" + (UNITS + i),
              "luzhanzhong",
              Set.of()));
    }
    var people = new ArrayList<Person>();
    Stream.of("yangjianping", "liuguangli", "luzhanzhong", "songwenjie")
        .forEach(id -> people.add(person(id, null, Rank.BUREAU_LEADER)));
    Stream.of("helixin", "huangweidong", "guowei", "huangzhengwei", "shiluqiang")
        .forEach(id -> people.add(person(id, "office", Rank.STAFF)));
    for (var i = 0; people.size() < size; i++) {
      people.add(person("staff" + i, units.get(i % UNITS).id(), Rank.STAFF));
    }
    return new Roster(units, List.of(new Branch("branch-1", 1, "第一党支部", "staff0")), people);
  }

  private static Person person(String id, String unit, Rank rank) {
    return new Person(id, "某" + id, unit, "branch-1", "职务", rank, id + "@example.org");
  }
}
