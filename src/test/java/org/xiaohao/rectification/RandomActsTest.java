package org.xiaohao.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiaohao.testing.TestCampaign.json;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiaohao.attachment.Attachment;
import org.xiaohao.attachment.AttachmentService;
import org.xiaohao.attachment.Attachments;
import org.xiaohao.calendar.WorkingCalendar;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.ledger.ConsistencyCheck;
import org.xiaohao.roster.DeputyService;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.RosterService;
import org.xiaohao.shared.Refusal;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/**
 * Whatever people try, in whatever order: no path closes a problem without new evidence and a
 * second pair of eyes, what is closed out stays as it is until it is reopened, no number is given
 * twice, the chain always verifies, and there are as many running instances as open rows. The acts
 * are random, and the same for the same seed.
 */
@CampaignTest
class RandomActsTest {

  private static final int ACTS = 150;

  /** Seeds of which it is known that much happens; the last one let somebody act who had left. */
  private static final List<Long> FIXED = List.of(1L, 2L, 3L, 265_445L);

  /** Others to try, by hand: {@code -Drandom-acts.seeds=4,5,6}. */
  private static final String MORE = System.getProperty("random-acts.seeds", "");

  private static final List<String> PEOPLE =
      List.of(
          "liuguangli",
          "helixin",
          "guowei",
          "arts.head",
          "arts.liaison",
          "arts.staff",
          "luzhanzhong",
          "library.head");

  private static final List<String> OWNERS =
      List.of("arts.staff", "arts.head", "arts.liaison", "guowei", "library.head");
  private static final List<String> OFFICE =
      List.of("liuguangli", "helixin", "guowei", "helixin", "arts.head");
  private static final List<String> LEAVERS = List.of("arts.staff", "arts.liaison", "guowei");

  /** What sends a problem back: what was handed in before is worth nothing any more. */
  private static final Set<String> BACK =
      Set.of(
          "CONFIRMED",
          "CHECK_RETURNED",
          "VERIFICATION_RETURNED",
          "REASSIGNED",
          "OWNER_LEFT",
          "REOPENED");

  @Autowired TestCampaign campaign;
  @Autowired RectificationService service;
  @Autowired ProblemCareService care;
  @Autowired HandoverService handover;
  @Autowired ProblemList problems;
  @Autowired Dossiers dossiers;
  @Autowired Trail trail;
  @Autowired AttachmentService files;
  @Autowired Attachments attachments;
  @Autowired RosterService rosters;
  @Autowired DeputyService deputies;
  @Autowired ConsistencyCheck consistency;
  @Autowired WorkingCalendar calendar;
  @Autowired TaskService tasks;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient jdbc;

  private static final Set<String> CLOSED_OUT = new HashSet<>();

  private final Set<String> closings = new HashSet<>();
  private final Map<String, Struck> struck = new HashMap<>();
  private Random random = new Random();
  private int refused;

  private ProblemSteps steps;

  @Autowired
  void steps(FormService forms, RepositoryService repository) {
    steps = new ProblemSteps(campaign, forms, repository);
  }

  /** What is closed out, and all that hangs on it. */
  private record Struck(
      Problem.Remedy remedy,
      Problem.Rating rating,
      String unit,
      Instant limit,
      Problem.Progress progress,
      Problem.Closing closing,
      List<Evidence> evidence,
      List<Attachment> files) {}

  static Stream<Long> seeds() {
    var more = Stream.of(MORE.split(",")).filter(seed -> !seed.isBlank());
    return Stream.concat(FIXED.stream(), more.map(seed -> Long.valueOf(seed.strip())));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_invariants_hold_after_every_act(long seed) {
    random = new Random(seed);
    jdbc.sql("update campaign set state = 'CLOSED'").update();
    campaign.launch(TestCampaign.papersOnly(Plans.withLookBack(50)));
    register();
    for (var act = 0; act < ACTS; act++) {
      try {
        act(random.nextInt(24));
      } catch (RuntimeException failed) {
        assertThat(rootOf(failed))
            .as("act %d of seed %d", act, seed)
            .isInstanceOfAny(Refusal.class, AuthorizationException.class);
        refused++;
      }
      campaign.runJobs();
      assertInvariants("act %d of seed %d".formatted(act, seed));
    }
    if (FIXED.contains(seed)) {
      assertThat(closings).as("something was closed out").isNotEmpty();
      CLOSED_OUT.addAll(closings);
    }
    assertThat(refused).as("something was refused").isPositive();
  }

  /** Else nothing would have been tried; of a single seed nobody can know it. */
  @AfterAll
  static void something_was_closed_out() {
    assertThat(CLOSED_OUT).isNotEmpty();
  }

  private void act(int attempt) {
    if (attempt < 2 && problems.standing(campaign.id()).size() < 6) {
      register();
    } else if (attempt < 17) {
      workOnTask();
    } else if (attempt < 20) {
      useService(one(problems.of(campaign.id())).key());
    } else if (attempt < 21) {
      changeFiles(one(problems.of(campaign.id())));
    } else if (attempt == 21) {
      comeAndGo();
    } else if (attempt == 22) {
      everybodyTries(one(problems.of(campaign.id())));
    } else {
      passTime();
    }
  }

  private void register() {
    var text = "问题" + random.nextInt(1000);
    if (random.nextInt(3) == 0) {
      steps.register(one(PEOPLE), text);
      return;
    }
    service.register(
        new Registration(
            campaign.id(),
            one(List.of(Source.values())),
            null,
            "",
            one(List.of("arts", "library", "office")),
            text,
            null,
            one(PEOPLE)));
  }

  /** Mostly who rectifies it; some upload the same again, some remove what they should not. */
  private void changeFiles(Problem problem) {
    var owner = problem.remedy().owner();
    var by = owner != null && random.nextInt(3) > 0 ? owner : one(PEOPLE);
    var there = attachments.of(problem.key());
    if (!there.isEmpty() && random.nextInt(3) == 0) {
      files.remove(one(there).id(), by);
      return;
    }
    var bytes = ("%PDF-1.4\n" + random.nextInt(10)).getBytes(StandardCharsets.UTF_8);
    files.add(problem.key(), "照片.pdf", new ByteArrayInputStream(bytes), by);
  }

  /** Somebody leaves or comes back, or is away for some days. */
  private void comeAndGo() {
    var today = LocalDate.ofInstant(campaign.now(), TestCampaign.ZONE);
    var person = one(LEAVERS);
    if (random.nextBoolean()) {
      deputies.name(
          campaign.id(),
          person,
          one(PEOPLE),
          today,
          today.plusDays(3),
          "出差",
          TestCampaign.ZONE,
          person);
      return;
    }
    var roster = TestCampaign.roster();
    var stays = random.nextInt(3) == 0;
    rosters.take(
        campaign.id(),
        new Roster(
            roster.units(),
            roster.branches(),
            roster.people().stream().filter(p -> stays || !p.id().equals(person)).toList()),
        today);
  }

  /** Past its task nobody's hand-in or close-out may go through that the rules do not allow. */
  private void everybodyTries(Problem problem) {
    for (var person : PEOPLE) {
      if (goesThrough(() -> service.closeOut(problem.key(), "好", person))) {
        assertThat(problem.state()).isEqualTo(Problem.State.VERIFYING);
        assertThat(person)
            .isNotEqualTo(problem.remedy().owner())
            .isNotEqualTo(problem.progress().evidenceBy());
      }
      if (goesThrough(() -> service.submit(problem.key(), "", "", person))) {
        assertThat(problem.state()).isEqualTo(Problem.State.RECTIFYING);
        assertThat(attachments.of(problem.key())).isNotEmpty();
      }
    }
  }

  /** It is taken back, for its process would not know of it. */
  private boolean goesThrough(Runnable act) {
    try {
      transactions.executeWithoutResult(
          status -> {
            status.setRollbackOnly();
            act.run();
          });
      return true;
    } catch (Refusal no) {
      return false;
    }
  }

  /** Somebody completes a task that the person sees, with fields that may be wrong. */
  private void workOnTask() {
    var open =
        tasks.createTaskQuery().processDefinitionKey("rectification").list().stream()
            .sorted((a, b) -> a.getName().compareTo(b.getName()))
            .toList();
    if (open.isEmpty()) {
      return;
    }
    var task = one(open);
    var candidates = random.nextInt(5) == 0 ? whoSees(task) : whoMay(task);
    if (!candidates.isEmpty()) {
      var person = one(candidates);
      campaign.as(
          person,
          () -> {
            tasks.complete(task.getId(), fields(task));
            return null;
          });
    }
  }

  private List<String> whoMay(Task task) {
    return task.getAssignee() != null
        ? List.of(task.getAssignee())
        : PEOPLE.stream()
            .filter(
                person ->
                    tasks.createTaskQuery().taskId(task.getId()).taskCandidateUser(person).count()
                        > 0)
            .toList();
  }

  /** The office sees everything, and may not do it. */
  private List<String> whoSees(Task task) {
    return PEOPLE.stream()
        .filter(p -> campaign.tasksOf(p).stream().anyMatch(t -> t.getId().equals(task.getId())))
        .toList();
  }

  private Map<String, Object> fields(Task task) {
    var fields = new HashMap<String, Object>();
    var reason = random.nextInt(10) == 0 ? "" : "理由";
    fields.put("reason", reason);
    fields.put("note", reason);
    fields.put("comment", reason);
    switch (task.getTaskDefinitionKey()) {
      case "userTask_triage" -> {
        fields.put(
            "outcome",
            one(
                List.of(
                    "ACCEPTED",
                    "ACCEPTED",
                    "ACCEPTED",
                    "ACCEPTED",
                    "MERGED",
                    "EXPLAINED",
                    "LONG_TERM")));
        fields.put("unit", one(List.of("arts", "arts", "arts", "office", "")));
        fields.put("kind", one(List.of("能力不足", "不愿为", "不会为", "思维固化", "别的")));
        fields.put("weight", String.valueOf(3 - random.nextInt(8) / 2));
        fields.put("urgency", "2");
        fields.put("into", one(problems.of(campaign.id())).key());
        fields.put("nextLook", day().toString());
      }
      case "userTask_analyse" ->
          fields.put(
              "proposal",
              json(
                  "{\"cause\":\"因\",\"measure\":\"措施\",\"owner\":\"%s\",\"until\":\"%s\"}"
                      .formatted(one(OWNERS), day())));
      case "userTask_rectify" ->
          fields.put(
              "work",
              json(
                  random.nextInt(4) == 0
                      ? "{\"before\":\"前\",\"after\":\"\"}"
                      : "{\"before\":\"前\",\"after\":\"后%d\"}".formatted(random.nextInt(1000))));
      case "userTask_followUp" -> {
        fields.put("outcome", one(List.of("CONTINUE", "RECTIFY", "END")));
        fields.put("nextLook", day().toString());
      }
      default -> {
        fields.put("outcome", one(List.of("PASSED", "PASSED", "PASSED", "RETURNED")));
        fields.put("verifier", one(OFFICE));
        fields.put("onSite", random.nextBoolean());
      }
    }
    return fields;
  }

  /** Anybody tries what is meant for few, at any time. */
  private void useService(String key) {
    var by = one(PEOPLE);
    switch (random.nextInt(18)) {
      case 0 -> care.cancel(key, "取消", by);
      case 1 -> care.merge(key, one(problems.of(campaign.id())).key(), "并入", false, by);
      case 2 -> care.split(key, List.of("甲", "乙"), "拆分", by);
      case 3, 4 -> care.reopen(key, "重新打开", false, by);
      case 5, 6 -> care.askExtension(key, day(), "忙", by);
      case 7 -> care.move(key, day(), "挪", by);
      case 8 -> handover.nameVerifier(key, one(PEOPLE), "换人", by);
      case 15 -> handover.nameOwner(key, one(OWNERS), "换人", by);
      case 16, 17 -> handover.reassign(key, one(List.of("arts", "library", "office")), "转交", by);
      case 9, 13, 14 ->
          care.decideExtension(key, true, "", one(List.of("arts.staff", "arts.head")));
      default -> refuseAtOnce(() -> service.passCheck(key, "library.staff"));
    }
  }

  /** What only a task may bring on would leave row and instance apart: it must not go through. */
  private static void refuseAtOnce(Runnable act) {
    act.run();
    throw new AssertionError("went through");
  }

  private void passTime() {
    var now = LocalDateTime.ofInstant(campaign.now(), TestCampaign.ZONE);
    if (now.isBefore(LocalDateTime.parse("2017-10-01T00:00"))) {
      campaign.advanceTo(now.plusHours(1 + random.nextInt(72)).toString());
    }
  }

  /** A day somewhere around now; some lie in the past, some are off. */
  private LocalDate day() {
    var today = LocalDate.ofInstant(campaign.now(), TestCampaign.ZONE);
    var day = today.plusDays(random.nextInt(30) - 2L);
    return random.nextInt(4) == 0 ? day : calendar.plusWorkingDays(day, 1);
  }

  private void assertInvariants(String when) {
    assertThat(new TrailCheck(jdbc).chain(campaign.id()).broken()).as(when).isNull();
    assertThat(consistency.differences())
        .as(when)
        .filteredOn(difference -> difference.key().startsWith(campaign.id() + "/P"))
        .isEmpty();
    var numbers = new HashSet<String>();
    var closingNumbers = new HashSet<String>();
    for (var problem : problems.of(campaign.id())) {
      assertThat(numbers.add(problem.key())).as(when).isTrue();
      if (problem.isClosedOut()) {
        assertThat(closingNumbers.add(problem.closing().number())).as(when).isTrue();
        assertRightlyClosedOut(problem, when);
        assertThat(struck.computeIfAbsent(problem.key(), key -> struck(problem)))
            .as(when)
            .isEqualTo(struck(problem));
      } else if (struck.remove(problem.key()) != null) {
        assertThat(trail.events(problem.key()))
            .as(when)
            .last()
            .extracting(ProblemEvent::what)
            .isEqualTo("REOPENED");
      }
    }
    assertThat(numbers).hasSize(highest("problems"));
    var given =
        jdbc
            .sql(
                """
                select why from rectification_event where campaign_id = ? and what = 'CLOSED_OUT'
                """)
            .param(campaign.id())
            .query(String.class)
            .list()
            .stream()
            .map(why -> why.split(" ")[0])
            .toList();
    assertThat(given).doesNotHaveDuplicates().hasSize(highest("closings"));
    closings.addAll(given);
  }

  private Struck struck(Problem problem) {
    return new Struck(
        problem.remedy(),
        problem.rating(),
        problem.unitId(),
        problem.limitAt(),
        problem.progress(),
        problem.closing(),
        dossiers.evidence(problem.key()),
        attachments.of(problem.key()));
  }

  /** By evidence that is newer than all that sent it back, and by two others than who gave it. */
  private void assertRightlyClosedOut(Problem problem, String when) {
    var events = trail.events(problem.key());
    var submitted = last(events, Set.of("SUBMITTED"));
    var checked = last(events, Set.of("CHECKED"));
    var closed = last(events, Set.of("CLOSED_OUT"));
    assertThat(submitted.sequence())
        .as(when)
        .isGreaterThan(last(events, BACK).sequence())
        .isLessThan(checked.sequence());
    assertThat(checked.sequence()).as(when).isLessThan(closed.sequence());
    assertThat(List.of(checked.who(), closed.who()))
        .as(when)
        .doesNotContain(submitted.who(), problem.remedy().owner());
    var evidence = dossiers.evidence(problem.key());
    assertThat(evidence).as(when).hasSize(problem.progress().evidence());
    var fresh = evidence.get(evidence.size() - 1);
    var before = evidence.subList(0, evidence.size() - 1);
    assertThat(before)
        .as(when)
        .noneMatch(
            one -> one.says(fresh.before(), fresh.after()) && one.files().equals(fresh.files()));
  }

  private static ProblemEvent last(List<ProblemEvent> events, Set<String> what) {
    return events.stream()
        .filter(event -> what.contains(event.what()))
        .reduce((one, next) -> next)
        .orElseThrow();
  }

  private int highest(String counter) {
    return jdbc.sql("select " + counter + " from rectification_chain where campaign_id = ?")
        .param(campaign.id())
        .query(Integer.class)
        .single();
  }

  private static Throwable rootOf(Throwable failed) {
    var cause = failed;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
