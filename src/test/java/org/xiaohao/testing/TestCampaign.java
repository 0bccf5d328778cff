package org.xiaohao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.CampaignService;
import org.xiaohao.campaign.Plan;
import org.xiaohao.campaign.PlanReader;
import org.xiaohao.roster.Branch;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rank;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.Unit;
import org.xiaohao.roster.UnitKind;
import org.xiaohao.simulation.SimulatedClock;
import org.xiaohao.simulation.TimeMachine;

/**
 * A campaign under test: the plan of 2017 with a small roster, launched under an id of its own, and
 * ways to let its people act and its time pass.
 *
 * <p>Units: {@code arts} (head arts.head, liaison arts.liaison, staff arts.staff) and {@code
 * library} likewise; both in the charge of luzhanzhong. Branch {@code branch-1} with secretary
 * arts.head. Leading group and office as the plan names them, without a unit, but for the members
 * of the office, who belong to the unit {@code office}.
 */
public class TestCampaign {

  /** Zone of the plan. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** What nobody may put into a form of somebody else. */
  public static final String TYPED = "<img src=x> **b** [a](http://e) # h";

  /** The same as a form says it in Markdown: text. */
  public static final String SHOWN =
      "\\<img src\\=x\\> \\*\\*b\\*\\* \\[a\\]\\(http:\\/\\/e\\) \\# h";

  private static final Path PLAN = Path.of("campaigns/changzhi-2017/campaign.yaml");

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final CampaignService service;
  private final SimulatedClock clock;
  private final TimeMachine time;
  private final ManagementService management;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final IdentityService identity;
  private final TestDatabase database;

  private String id = "";

  TestCampaign(
      CampaignService service,
      SimulatedClock clock,
      ManagementService management,
      RuntimeService runtime,
      TaskService tasks,
      IdentityService identity,
      DataSource database) {
    this.service = service;
    this.clock = clock;
    this.time = new TimeMachine(clock, management);
    this.management = management;
    this.runtime = runtime;
    this.tasks = tasks;
    this.identity = identity;
    this.database = new TestDatabase(database);
  }

  /** Id of the campaign that was launched last. */
  public String id() {
    return id;
  }

  /** Business key: the campaign's id and what is given; empty for the campaign itself. */
  public String key(String rest) {
    return rest.isEmpty() ? id : id + "/" + rest;
  }

  /** Launches on 28 February 2017, 08:00; what earlier tests left is deleted. */
  public Campaign launch() {
    return launch("2017-02-28T08:00");
  }

  /** Launches at that moment. */
  public Campaign launch(String localDateTime) {
    return launch(localDateTime, plan(), roster());
  }

  /** Launches that plan with the small roster on 28 February 2017, 08:00. */
  public Campaign launch(Plan plan) {
    return launch("2017-02-28T08:00", plan, roster());
  }

  /** Launches another plan or roster at that moment; the plan gets an id of its own. */
  public Campaign launch(String localDateTime, Plan plan, Roster roster) {
    database.empty();
    clock.moveTo(moment(localDateTime));
    id = plan.id();
    var campaign = service.launch(plan, roster);
    runJobs();
    return campaign;
  }

  /** The plan of 2017 under an id that no other test has. */
  public static Plan plan() {
    return plan(PLAN);
  }

  /**
   * A plan with its papers only: nobody meets, studies or is asked. For tests that live through
   * weeks for the sake of one paper.
   */
  public static Plan papersOnly(Plan plan) {
    return only(plan, plan.papers().stream().map(Plan.Paper::id).toArray(String[]::new));
  }

  /**
   * A plan with nothing to do but those papers, sessions, meetings, consultations and benchmarks;
   * its phases and works stay. For tests that live through weeks: what else is due there is
   * reminded of each morning.
   */
  public static Plan only(Plan plan, String... ids) {
    var kept = Set.of(ids);
    return new Plan(
        plan.id(),
        plan.title(),
        plan.organisation(),
        plan.zone(),
        plan.language(),
        plan.basis(),
        plan.linkedProgrammes(),
        plan.theme(),
        plan.description(),
        plan.settings(),
        plan.mail(),
        plan.leadingGroup(),
        plan.office(),
        plan.problemKinds(),
        plan.phases(),
        only(plan.sessions(), Plan.SessionSeries::id, kept),
        only(plan.papers(), Plan.Paper::id, kept),
        only(plan.meetings(), Plan.Meeting::id, kept),
        only(plan.consultations(), Plan.Consultation::id, kept),
        only(plan.benchmarkSelections(), Plan.BenchmarkSelection::id, kept),
        plan.rectification(),
        plan.supervision(),
        plan.appraisal());
  }

  private static <T> List<T> only(List<T> all, Function<T, String> id, Set<String> kept) {
    return all.stream().filter(one -> kept.contains(id.apply(one))).toList();
  }

  /** A plan file under an id that no other test has. */
  public static Plan plan(Path file) {
    return planWith(file, "");
  }

  /** The plan of 2017 with those lines at its end, under an id that no other test has. */
  public static Plan planWith(String lines) {
    return planWith(PLAN, lines);
  }

  private static Plan planWith(Path file, String lines) {
    try {
      var text =
          Files.readString(file).replaceFirst("(?m)^id: .*$", "id: t" + COUNT.incrementAndGet());
      var bytes = (text + "\n" + lines).getBytes(StandardCharsets.UTF_8);
      var reading = new PlanReader().read(bytes, file.toString());
      assertThat(reading.plan()).as("%s", reading.findings()).isNotNull();
      return reading.plan();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Three units, one branch, 16 people. */
  public static Roster roster() {
    var units =
        List.of(
            unit("office", 1, "局办公室", UnitKind.DIVISION, "helixin", "huangweidong"),
            unit("arts", 2, "艺术科", UnitKind.DIVISION, "arts.head", "arts.liaison"),
            unit("library", 3, "图书馆", UnitKind.AFFILIATED_UNIT, "library.head", "library.liaison"));
    var people = new ArrayList<Person>();
    Stream.of("yangjianping", "liuguangli", "luzhanzhong", "songwenjie")
        .forEach(p -> people.add(person(p, null, Rank.BUREAU_LEADER)));
    Stream.of("helixin", "huangweidong", "guowei", "huangzhengwei", "shiluqiang")
        .forEach(p -> people.add(person(p, "office", Rank.STAFF)));
    for (var unit : List.of("arts", "library")) {
      people.add(person(unit + ".head", unit, Rank.SECTION_CHIEF));
      people.add(person(unit + ".liaison", unit, Rank.STAFF));
      people.add(person(unit + ".staff", unit, Rank.STAFF));
    }
    return new Roster(units, List.of(new Branch("branch-1", 1, "机关第一党支部", "arts.head")), people);
  }

  private static Unit unit(
      String id, int position, String name, UnitKind kind, String head, String liaison) {
    return new Unit(id, position, name, kind, head, liaison, "luzhanzhong", Set.of());
  }

  /** A member of the roster. */
  public static Person person(String id, @Nullable String unit, Rank rank) {
    return new Person(id, "某" + id, unit, "branch-1", "职务", rank, id + "@example.org");
  }

  /** A local date and time of the plan as a moment. */
  public static Instant moment(String localDateTime) {
    return LocalDateTime.parse(localDateTime).atZone(ZONE).toInstant();
  }

  /** Lets time pass until then; timers fire on the way, each at its own moment. */
  public void advanceTo(String localDateTime) {
    time.advanceTo(moment(localDateTime));
    requireNoFailure();
  }

  /** Runs what is due now. */
  public void runJobs() {
    time.runDue();
    requireNoFailure();
  }

  private void requireNoFailure() {
    assertThat(management.createJobQuery().withException().list())
        .extracting(Job::getExceptionMessage)
        .as("jobs that failed")
        .isEmpty();
  }

  /** What time it is. */
  public Instant now() {
    return clock.instant();
  }

  /** Open tasks of an instance, by their ids in the model. */
  public List<String> openTasks(String rest) {
    return tasks.createTaskQuery().processInstanceBusinessKey(key(rest)).list().stream()
        .map(Task::getTaskDefinitionKey)
        .sorted()
        .toList();
  }

  /** The one open task of an instance at that element. */
  public Task task(String rest, String element) {
    var found =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(key(rest))
            .taskDefinitionKey(element)
            .initializeFormKeys()
            .list();
    assertThat(found).as("open tasks %s of %s", element, key(rest)).hasSize(1);
    return found.get(0);
  }

  /** What a form would be filled with, as text. */
  public String variable(String rest, String element, String name) {
    return String.valueOf(tasks.getVariable(task(rest, element).getId(), name));
  }

  /** Whether an instance with that key runs. */
  public boolean isRunning(String rest) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key(rest)).count() > 0;
  }

  /** Tasks that a person sees in the list. */
  public List<Task> tasksOf(String person) {
    return as(person, () -> tasks.createTaskQuery().orderByTaskName().asc().list());
  }

  /**
   * Completes a task as that person, with that person's rights, as Tasklist does, and runs what
   * follows.
   *
   * @param fields fields of the form; wrap lists and groups by {@link #json}
   */
  public void complete(String rest, String element, String person, Map<String, Object> fields) {
    var task = task(rest, element);
    as(
        person,
        () -> {
          if (task.getAssignee() == null) {
            tasks.claim(task.getId(), person);
          }
          tasks.complete(task.getId(), fields);
          return null;
        });
    runJobs();
  }

  /** A group, list or table as the form sends it. */
  public static Object json(String json) {
    return SpinValues.jsonValue(json).create();
  }

  /** Acts as a person with the person's groups. */
  public <T> T as(String person, Callable<T> act) {
    var groups =
        identity.createGroupQuery().groupMember(person).list().stream().map(Group::getId).toList();
    identity.setAuthentication(person, groups);
    try {
      return act.call();
    } catch (RuntimeException refused) {
      throw refused;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      identity.clearAuthentication();
    }
  }
}
