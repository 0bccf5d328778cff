package org.xiaohao.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiaohao.testing.TestCampaign.json;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.calendar.WorkingCalendar;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.ledger.ConsistencyCheck;
import org.xiaohao.shared.Refusal;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/**
 * Whatever people try, in whatever order: no path closes a problem without evidence and a second
 * pair of eyes, no number is given twice, the chain always verifies, and there are as many running
 * instances as open rows. The acts are random, and the same for the same seed.
 */
@CampaignTest
class RandomActsTest {

  private static final int ACTS = 150;
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

  @Autowired TestCampaign campaign;
  @Autowired RectificationService service;
  @Autowired ProblemCareService care;
  @Autowired HandoverService handover;
  @Autowired ProblemList problems;
  @Autowired Dossiers dossiers;
  @Autowired ConsistencyCheck consistency;
  @Autowired WorkingCalendar calendar;
  @Autowired TaskService tasks;
  @Autowired JdbcClient jdbc;

  private final Set<String> closings = new HashSet<>();
  private Random random = new Random();
  private int refused;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_invariants_hold_after_every_act(long seed) {
    random = new Random(seed);
    campaign.launch(
        "2017-02-28T08:00", TestCampaign.papersOnly(Plans.withLookBack(50)), TestCampaign.roster());
    register();
    for (var act = 0; act < ACTS; act++) {
      var attempt = random.nextInt(20);
      try {
        if (attempt < 2 && problems.standing(campaign.id()).size() < 6) {
          register();
        } else if (attempt < 15) {
          workOnTask();
        } else if (attempt < 19) {
          useService(one(problems.of(campaign.id())).key());
        } else {
          passTime();
        }
      } catch (RuntimeException failed) {
        assertThat(rootOf(failed))
            .as("act %d of seed %d", act, seed)
            .isInstanceOfAny(Refusal.class, AuthorizationException.class);
        refused++;
      }
      campaign.runJobs();
      assertInvariants();
    }
    assertThat(closings).as("something was closed out").isNotEmpty();
    assertThat(refused).as("something was refused").isPositive();
  }

  private void register() {
    service.register(
        new Registration(
            campaign.id(),
            one(List.of(Source.values())),
            null,
            "",
            one(List.of("arts", "library", "office")),
            "问题" + random.nextInt(1000),
            null,
            one(PEOPLE)));
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
                  random.nextInt(5) == 0
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
      case 10 -> refuseAtOnce(() -> service.closeOut(key, "好", "arts.staff"));
      case 11 -> refuseAtOnce(() -> service.passCheck(key, "library.staff"));
      default -> refuseAtOnce(() -> service.submit(key, "", "", by));
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

  private void assertInvariants() {
    assertThat(new TrailCheck(jdbc).chain(campaign.id()).broken()).isNull();
    assertThat(consistency.differences())
        .filteredOn(difference -> difference.key().startsWith(campaign.id() + "/P"))
        .isEmpty();
    var numbers = new HashSet<String>();
    for (var problem : problems.of(campaign.id())) {
      assertThat(numbers.add(problem.key())).isTrue();
      if (problem.isClosedOut()) {
        assertThat(problem.progress().evidence()).isPositive();
        assertThat(dossiers.evidence(problem.key())).isNotEmpty();
        assertThat(problem.closing().by())
            .isNotEqualTo(problem.remedy().owner())
            .isNotEqualTo(problem.progress().evidenceBy());
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
