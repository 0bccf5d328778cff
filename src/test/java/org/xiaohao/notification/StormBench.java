package org.xiaohao.notification;

import com.sun.management.GarbageCollectionNotificationInfo;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.XiaohaoApplication;
import org.xiaohao.campaign.CampaignService;
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
 * Everybody's essay becomes late in the same minute: how long until the last digest of the next
 * morning, which tells of it (ADR 165), is sent. Simulated time costs nothing; seconds are those of
 * the work. See {@code bench/README.md}.
 */
public final class StormBench {

  private static final int UNITS = 18;

  private StormBench() {}

  /**
   * @param arguments {@code h2} or {@code postgresql}, then a number of people
   */
  public static void main(String[] arguments) throws Exception {
    var people = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
    if (arguments.length > 0 && arguments[0].equals("postgresql")) {
      try (var server = EmbeddedPostgres.builder().start()) {
        run(people, server.getJdbcUrl("postgres", "postgres"), "postgres");
      }
    } else {
      run(people, "jdbc:h2:mem:storm;DB_CLOSE_DELAY=-1", "sa");
    }
  }

  private static void run(int people, String url, String user) throws Exception {
    var file = Path.of("campaigns/changzhi-2017/campaign.yaml");
    var plan = Objects.requireNonNull(new PlanReader().read(file).plan());
    try (var server = new OddServer()) {
      var settings = new HashMap<String, String>();
      settings.put("spring.datasource.url", url);
      settings.put("spring.datasource.username", user);
      settings.put("spring.mail.host", "127.0.0.1");
      settings.put("spring.mail.port", String.valueOf(server.port()));
      try (var context =
          ReplayServer.start(
              XiaohaoApplication.class,
              LocalDateTime.parse("2017-03-29T08:00"),
              plan.zone(),
              Map.copyOf(settings))) {
        var clock = context.getBean(SimulatedClock.class);
        var time = new TimeMachine(clock, context.getBean(ManagementService.class));
        var outbox = context.getBean(Outbox.class);
        context.getBean(CampaignService.class).launch(plan, roster(people));
        time.runDue();
        time.advanceTo(moment(plan.zone(), "2017-03-30T17:59"));
        outbox.sendDue();
        var before = server.taken.size();
        System.out.printf("%d people, %d mails so far, %d MB%n", people, before, megabytes());

        var heap = new LiveHeap();
        var begun = System.nanoTime();
        time.advanceTo(moment(plan.zone(), "2017-03-30T18:00"));
        report("limits passed", begun);
        outbox.sendDue();
        report("outbox looked at", begun);
        time.advanceTo(moment(plan.zone(), "2017-03-31T08:00"));
        report("digests written", begun);
        outbox.sendDue();
        report("last digest sent", begun);
        var jdbc = context.getBean(JdbcClient.class);
        System.out.printf(
            "%d limits passed, %d reports became lines of digests, %d digests of that morning sent%n",
            count(jdbc, "supervision_late where task = 'userTask_submit'"),
            count(jdbc, "notification_outbox where state = 'MERGED' and notice_key like 'late/%'"),
            count(
                jdbc,
                "notification_outbox where state = 'SENT' and channel = 'MAIL'"
                    + " and notice_key like 'digest/%/2017-03-31/%'"));
        System.out.printf(
            "%d mails, %d left; heap after collections %d MB at most, %d MB now%n",
            server.taken.size() - before,
            count(jdbc, "notification_outbox where state = 'QUEUED'"),
            heap.most() / 1_000_000,
            megabytes());
      }
    }
  }

  private static long count(JdbcClient jdbc, String rows) {
    return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
  }

  /** The most that any collection left; garbage that waits for the next one included. */
  private static final class LiveHeap {

    private static final Set<String> HEAP =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());

    private final AtomicLong most = new AtomicLong();

    LiveHeap() {
      for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
        ((NotificationEmitter) collector)
            .addNotificationListener((told, nothing) -> note(told.getUserData()), null, null);
      }
    }

    private void note(Object data) {
      var collection = GarbageCollectionNotificationInfo.from((CompositeData) data).getGcInfo();
      most.accumulateAndGet(
          collection.getMemoryUsageAfterGc().entrySet().stream()
              .filter(pool -> HEAP.contains(pool.getKey()))
              .mapToLong(pool -> pool.getValue().getUsed())
              .sum(),
          Math::max);
    }

    long most() {
      return most.get();
    }
  }

  private static Instant moment(ZoneId zone, String local) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  private static void report(String what, long begun) {
    System.out.printf(
        "  %-16s after %.1f s, %d MB%n", what, (System.nanoTime() - begun) / 1e9, megabytes());
  }

  private static long megabytes() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
  }

  private static Roster roster(int size) {
    var units = new ArrayList<Unit>();
    for (var i = 0; i < UNITS; i++) {
      units.add(
          new Unit(
              i == 0 ? "office" : "unit-" + i,
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
