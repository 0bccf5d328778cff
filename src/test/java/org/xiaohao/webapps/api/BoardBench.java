package org.xiaohao.webapps.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.XiaohaoApplication;
import org.xiaohao.campaign.CampaignService;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PlanReader;
import org.xiaohao.ledger.Board;
import org.xiaohao.roster.Branch;
import org.xiaohao.roster.Groups;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rank;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.Unit;
import org.xiaohao.roster.UnitKind;
import org.xiaohao.simulation.ReplayServer;
import org.xiaohao.testing.HttpPerson;

/**
 * How long the board of 100 units takes, as the server makes it and as a browser gets it, against
 * the one query behind its matrix: twelve columns over as many items as asked for. See {@code
 * bench/README.md}.
 */
public final class BoardBench {

  /** Without the cache of results: the same question twice is to be answered twice. */
  private static final String H2 = "jdbc:h2:mem:board;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0";

  private static final String OFFICE = "liuguangli";
  private static final int UNITS = 100;
  private static final int COLUMNS = 12;
  private static final int ROUNDS = 7;

  private BoardBench() {}

  /**
   * @param arguments {@code h2} or {@code postgresql}, then a number of items
   */
  public static void main(String[] arguments) throws Exception {
    var items = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    if (arguments.length > 0 && arguments[0].equals("postgresql")) {
      try (var server = EmbeddedPostgres.builder().start()) {
        run(items, server.getJdbcUrl("postgres", "postgres"), "postgres");
      }
    } else {
      run(items, H2, "sa");
    }
  }

  private static void run(int items, String url, String user) throws Exception {
    var file = Path.of("campaigns/changzhi-2017/campaign.yaml");
    var plan = Objects.requireNonNull(new PlanReader().read(file).plan());
    try (var context =
        ReplayServer.start(
            XiaohaoApplication.class,
            LocalDateTime.parse("2017-03-20T08:00"),
            plan.zone(),
            Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", user,
                "spring.main.web-application-type", "servlet",
                "server.port", "0",
                "camunda.bpm.webapp.enabled", "true",
                "xiaohao.identity.initial-password", "xiaohao"))) {
      context.getBean(CampaignService.class).launch(plan, roster());
      fill(context.getBean(JdbcClient.class), plan.id(), items, user.equals("sa"));
      context
          .getBean(IdentityService.class)
          .setAuthentication(OFFICE, List.of(Groups.office(plan.id())));
      var port = context.getEnvironment().getProperty("local.server.port");
      measure(context, plan.id(), new HttpPerson("http://127.0.0.1:" + port).in(OFFICE));
    }
  }

  /** They take turns, so that what else the machine does meets all. */
  private static void measure(ConfigurableApplicationContext context, String id, HttpPerson office)
      throws Exception {
    var board = context.getBean(Board.class);
    var views = context.getBean(BoardViews.class);
    var campaign = context.getBean(Campaigns.class).get(id);
    var json = context.getBean(ObjectMapper.class);
    var query = new double[ROUNDS];
    var whole = new double[ROUNDS];
    var http = new double[ROUNDS];
    for (var round = -2; round < ROUNDS; round++) {
      var one = milliseconds(() -> board.cells(id));
      var all = milliseconds(() -> json.writeValueAsBytes(views.board(campaign, true)));
      var far = milliseconds(() -> asked(office, id));
      if (round >= 0) {
        query[round] = one;
        whole[round] = all;
        http[round] = far;
      }
    }
    var cells = board.cells(id);
    System.out.printf(
        "%d items in %d cells; query %.0f ms, board as JSON %.0f ms, ratio %.2f;"
            + " over HTTP %.0f ms, ratio %.2f%n",
        cells.stream().mapToInt(Board.Cell::owed).sum(),
        cells.size(),
        median(query),
        median(whole),
        median(whole) / median(query),
        median(http),
        median(http) / median(query));
    var charts = context.getBean(BoardCharts.class);
    var lists = context.getBean(BoardLists.class);
    var wanted = new Board.Selection(id, "bench-3", null, null, true);
    System.out.printf(
        "charts %.0f ms, a page of a list %.0f ms%n",
        median(() -> charts.of(campaign)), median(() -> lists.page(campaign, wanted, 0, 50, true)));
  }

  private static int asked(HttpPerson office, String id) {
    var answer = office.get(Api.BASE.replace("{engine}", "default") + "/board/" + id);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
    return answer.body().length();
  }

  /** Of as many rounds as the board, after two to warm up. */
  private static double median(Callable<?> act) throws Exception {
    var times = new double[ROUNDS];
    for (var round = -2; round < ROUNDS; round++) {
      var one = milliseconds(act);
      if (round >= 0) {
        times[round] = one;
      }
    }
    return median(times);
  }

  private static double milliseconds(Callable<?> act) throws Exception {
    var begun = System.nanoTime();
    act.call();
    return (System.nanoTime() - begun) / 1e6;
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void fill(JdbcClient jdbc, String campaign, int items, boolean h2) {
    var series = h2 ? "system_range(1, %d) as g(x)" : "generate_series(1, %d) as g(x)";
    jdbc.sql(
            """
            insert into submission_item (item_key, campaign_id, paper_id, phase_id, title, owed_by,
              person_id, unit_id, state, plan_date, effective_date, last_date, due_at, limit_at,
              optional, times_returned)
            select ? || '/bench/' || x, ?, 'bench-' || mod(x, %d), 'study', '讨论材料', 'PERSON',
              'staff' || x, 'unit-' || mod(x / %d, %d),
              case when mod(x, 3) = 0 then 'ACCEPTED' else 'OPEN' end,
              date '2017-03-01', date '2017-03-01', date '2017-03-01',
              timestamp with time zone '2017-03-01 10:00:00+00:00' + mod(x, 60) * interval '1' day,
              timestamp with time zone '2017-03-01 10:00:00+00:00' + mod(x, 60) * interval '1' day,
              false, 0
            from %s
            """
                .formatted(COLUMNS, COLUMNS, UNITS, series.formatted(items)))
        .params(campaign, campaign)
        .update();
    jdbc.sql(
            """
            insert into supervision_light (item_key, campaign_id, light, limit_day, since)
            select item_key, campaign_id,
              case when mod(id, 3) = 0 then 'RED' when mod(id, 3) = 1 then 'YELLOW' else 'BLUE' end,
              date '2017-03-01', timestamp with time zone '2017-03-01 10:00:00+00:00'
            from submission_item where state = 'OPEN' and paper_id like 'bench-%'
            """)
        .update();
    jdbc.sql("analyze").update();
  }

  private static Roster roster() {
    var units = new ArrayList<Unit>();
    units.add(unit("office", 1));
    for (var i = 0; i < UNITS; i++) {
      units.add(unit("unit-" + i, i + 2));
    }
    var people = new ArrayList<Person>();
    Stream.of("yangjianping", "liuguangli", "luzhanzhong", "songwenjie")
        .forEach(id -> people.add(person(id, null, Rank.BUREAU_LEADER)));
    Stream.of("helixin", "huangweidong", "guowei", "huangzhengwei", "shiluqiang")
        .forEach(id -> people.add(person(id, "office", Rank.STAFF)));
    units.forEach(unit -> people.add(person(unit.id() + ".head", unit.id(), Rank.STAFF)));
    return new Roster(units, List.of(new Branch("branch-1", 1, "第一党支部", "unit-1.head")), people);
  }

  private static Unit unit(String id, int position) {
    var head = id + ".head";
    return new Unit(
        id, position, "单位" + position, UnitKind.DIVISION, head, head, "luzhanzhong", Set.of());
  }

  private static Person person(String id, String unit, Rank rank) {
    return new Person(id, "某" + id, unit, null, "科员", rank, null);
  }
}
