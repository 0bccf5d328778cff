package org.xiaohao.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.xiaohao.campaign.CampaignClosed;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.engine.OldVersions;
import org.xiaohao.notification.Choice;
import org.xiaohao.notification.Choices;
import org.xiaohao.notification.Deliveries;
import org.xiaohao.rectification.ProblemCareService;
import org.xiaohao.rectification.RectificationService;
import org.xiaohao.rectification.Registration;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** The round of every working morning, and the limits of all models, in a campaign that runs. */
@CampaignTest
class SupervisionProcessTest {

  private static final String ESSAY = "essay/arts.staff";

  @Autowired TestCampaign campaign;
  @Autowired SupervisionService service;
  @Autowired Choices choices;
  @Autowired RectificationService rectification;
  @Autowired ProblemCareService care;
  @Autowired Lights lights;
  @Autowired Deliveries deliveries;
  @Autowired JdbcClient jdbc;
  @Autowired ManagementService management;
  @Autowired HistoryService history;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired OldVersions versions;
  @Autowired TaskService tasks;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;

  @BeforeEach
  void launch() {
    campaign.launch(TestCampaign.papersOnly(TestCampaign.plan()));
    choices.choose("arts.staff", Choice.DIGEST);
  }

  @Test
  void goes_round_on_working_mornings_until_the_campaign_is_closed() {
    assertThat(nextRound()).isEqualTo("2017-03-01T00:00:00Z");

    campaign.advanceTo("2017-03-31T08:00");
    assertThat(nextRound()).as("a Saturday that is a working day").startsWith("2017-04-01T00:00");
    campaign.advanceTo("2017-04-01T08:00");
    assertThat(nextRound()).as("behind the holidays").startsWith("2017-04-05T00:00");

    transactions.executeWithoutResult(
        status -> events.publishEvent(new CampaignClosed(campaign.id())));

    assertThat(campaign.isRunning("supervision")).isFalse();
    assertThat(passed("endEvent_campaignClosed")).isOne();
    assertThat(passed("serviceTask_dailyRound")).as("working days from 1 March").isEqualTo(24);
  }

  @Test
  void a_campaign_can_be_closed_while_a_round_waits_for_its_retry() {
    var timer = management.createJobQuery().activityId("event_nextMorning").singleResult();
    management.executeJob(timer.getId());
    assertThat(management.createJobQuery().activityId("serviceTask_dailyRound").count()).isOne();

    transactions.executeWithoutResult(
        status -> events.publishEvent(new CampaignClosed(campaign.id())));

    assertThat(campaign.isRunning("supervision")).isFalse();
  }

  @Test
  void problems_are_reminded_of_after_the_campaign_was_closed_until_none_is_left() {
    var problem = problem();
    campaign.runJobs();
    close();
    assertThat(campaign.isRunning("supervision")).as("a problem is left").isTrue();
    // three working days after it was registered
    campaign.advanceTo("2017-03-06T09:00");
    assertThat(bodies("guowei", "digest/%2017-03-06%")).singleElement().asString().contains("办事慢");
    assertThat(lights.of(problem)).isEqualTo(Light.RED);

    care.cancel(problem, "已并入日常工作", "liuguangli");
    campaign.advanceTo("2017-03-07T09:00");
    assertThat(campaign.isRunning("supervision")).isFalse();
    assertThat(passed("endEvent_over")).isOne();

    care.reopen(problem, "群众来信", false, "liuguangli");
    assertThat(campaign.isRunning("supervision")).as("it is watched again").isTrue();
  }

  @Test
  void rounds_of_the_first_model_move_to_the_newest_and_end_with_the_last_problem() {
    var old = deploy(Path.of("src/test/resources/old-models/supervision-1.0.bpmn"));
    campaign.launch(TestCampaign.papersOnly(TestCampaign.plan()));
    var newest = deploy(Path.of("processes/supervision.bpmn"));
    try {
      assertThat(versionOfRounds()).isEqualTo("1.0");
      assertThat(versions.migrate("supervision", "1.0")).isOne();
      assertThat(versionOfRounds()).isNotEqualTo("1.0");
      assertThat(versions.migrate("supervision", "1.0")).as("nothing is left").isZero();
      assertThat(nextRound()).isEqualTo("2017-03-01T00:00:00Z");

      var problem = problem();
      campaign.runJobs();
      close();
      campaign.advanceTo("2017-03-01T09:00");
      assertThat(campaign.isRunning("supervision")).isTrue();
      care.cancel(problem, "已并入日常工作", "liuguangli");
      campaign.advanceTo("2017-03-02T09:00");
      assertThat(campaign.isRunning("supervision")).isFalse();
    } finally {
      repository.deleteDeployment(newest, true);
      repository.deleteDeployment(old, true);
    }
  }

  private String deploy(Path model) {
    try {
      return repository
          .createDeployment()
          .addString("processes/supervision.bpmn", Files.readString(model))
          .deploy()
          .getId();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private String versionOfRounds() {
    var instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(campaign.key("supervision"))
            .singleResult();
    return repository.getProcessDefinition(instance.getProcessDefinitionId()).getVersionTag();
  }

  private String problem() {
    return rectification
        .register(
            new Registration(
                campaign.id(), Source.SUGGESTION, null, "", "arts", "办事慢", null, "arts.staff"))
        .key();
  }

  private void close() {
    transactions.executeWithoutResult(
        status -> {
          jdbc.sql("update campaign set state = 'CLOSED' where campaign_id = ?")
              .param(campaign.id())
              .update();
          events.publishEvent(new CampaignClosed(campaign.id()));
        });
  }

  @Test
  void reminds_each_person_once_a_day_from_three_working_days_before_the_limit() {
    campaign.advanceTo("2017-03-01T09:00");
    deliver();
    campaign.advanceTo("2017-03-26T23:00");
    assertThat(digestsOf("arts.staff"))
        .as("told once of what is new")
        .singleElement()
        .asString()
        .contains("新增事项（1项）", "讨论材料", "/camunda/app/tasklist/default/#/?task=");

    campaign.advanceTo("2017-03-27T08:00");
    assertThat(digestsOf("arts.staff")).hasSize(2);
    assertThat(digestsOf("arts.staff").get(1))
        .contains("某arts.staff同志", "3个工作日内到期（1项）", "讨论材料", "3月30日（周四）18:00")
        .contains(campaign.task(ESSAY, "userTask_submit").getId())
        .doesNotContain("已逾期", "新增");
    service.dailyRound(campaign.id());
    assertThat(digestsOf("arts.staff")).as("a second round on that day").hasSize(2);

    campaign.advanceTo("2017-03-31T08:00");
    assertThat(digestsOf("arts.staff")).hasSize(6);
    assertThat(digestsOf("arts.staff").get(5)).contains("已逾期（1项）", "已逾期1个工作日");
  }

  @Test
  void subjects_say_what_and_until_when() {
    campaign.advanceTo("2017-03-27T08:00");

    assertThat(subjects("arts.staff", "digest/%").get(1)).contains("讨论材料", "3月30日（周四）18:00前");
  }

  @Test
  void what_a_digest_that_never_left_called_new_is_called_new_again() {
    campaign.advanceTo("2017-03-02T09:00");

    assertThat(digestsOf("arts.staff")).hasSize(2).allMatch(body -> body.contains("新增事项"));
    assertThat(column("state", "arts.staff", "digest/%")).containsExactly("SUPERSEDED", "QUEUED");
  }

  @Test
  void each_person_chooses_how_to_be_told() {
    choices.choose("arts.staff", Choice.RED_ONLY);
    campaign.advanceTo("2017-03-30T08:00");
    assertThat(digestsOf("arts.staff")).as("nothing is red yet").isEmpty();

    campaign.advanceTo("2017-03-31T08:00");
    assertThat(digestsOf("arts.staff")).singleElement().asString().contains("已逾期（1项）");
  }

  @Test
  void the_office_gets_a_list_of_all_units_every_morning_and_heads_one_of_theirs_every_week() {
    campaign.advanceTo("2017-03-31T09:00");

    var daily = bodies("helixin", "office-day/%");
    assertThat(daily).hasSize(23);
    var units = daily.get(22);
    assertThat(units.indexOf("局办公室")).isLessThan(units.indexOf("艺术科"));
    assertThat(units.indexOf("艺术科")).isLessThan(units.indexOf("图书馆"));
    assertThat(TestCampaign.roster().units())
        .as("each has its line, whatever there is to say")
        .allSatisfy(
            unit ->
                assertThat(units)
                    .containsPattern("(?m)^" + unit.name() + " +应办 \\d+ .*逾期 \\d+ +今日到期 \\d+$"));
    assertThat(units).as("zeros are written").containsPattern("(?m)今日到期 0$");
    assertThat(subjects("helixin", "office-day/%").get(22)).contains("3月31日", "逾期");
    var weekly = bodies("arts.head", "unit-week/%");
    assertThat(weekly).as("Mondays from 6 March on").hasSize(4);
    assertThat(weekly).allMatch(body -> body.contains("艺术科") && !body.contains("图书馆"));
  }

  @Test
  void reminds_of_optional_papers_but_never_reports_them() {
    campaign.advanceTo("2017-04-07T08:00");

    assertThat(digestsOf("arts.liaison"))
        .isNotEmpty()
        .anyMatch(body -> body.contains("学习制度") && body.contains("已逾期"));
    assertThat(lateOf("study-rule/arts")).isEmpty();
    assertThat(reportsTo("arts.head")).noneMatch(body -> body.contains("学习制度"));
  }

  @Test
  void reports_upwards_by_working_days_over_the_holidays() {
    campaign.advanceTo("2017-03-30T17:59");
    assertThat(lateOf(ESSAY)).isEmpty();

    campaign.advanceTo("2017-03-30T18:00");
    assertThat(lateOf(ESSAY)).containsExactly("userTask_submit OWNER");
    assertThat(toldOf(ESSAY)).containsExactly(0);
    assertThat(reportsTo("arts.head")).anyMatch(body -> body.contains("某arts.staff"));
    assertThat(reportsTo("guowei")).noneMatch(body -> body.contains("某arts.staff"));

    campaign.advanceTo("2017-04-01T07:59");
    assertThat(toldOf(ESSAY)).containsExactly(0);
    campaign.advanceTo("2017-04-01T08:00");
    assertThat(toldOf(ESSAY)).as("31 March and 1 April are working days").containsExactly(0, 1);
    assertThat(reportsTo("guowei")).anyMatch(body -> body.contains("某arts.staff"));

    campaign.advanceTo("2017-04-06T08:00");
    assertThat(toldOf(ESSAY)).as("2 to 4 April are days off").containsExactly(0, 1);
    campaign.advanceTo("2017-04-07T08:00");
    assertThat(toldOf(ESSAY)).containsExactly(0, 1, 2);
    assertThat(reportsTo("luzhanzhong")).anyMatch(body -> body.contains("某arts.staff"));
  }

  @Test
  void a_head_who_is_late_is_reported_to_the_level_above() {
    campaign.advanceTo("2017-03-30T18:00");

    assertThat(reportsTo("arts.head")).noneMatch(body -> body.contains("某arts.head\n"));
    assertThat(reportsTo("guowei")).anyMatch(body -> body.contains("某arts.head\n"));
  }

  @Test
  void reminders_and_reports_stop_when_it_is_done_and_start_again_when_it_is_returned() {
    campaign.advanceTo("2017-03-01T09:00");
    deliver();
    campaign.advanceTo("2017-03-30T18:00");
    submit();
    campaign.advanceTo("2017-03-31T08:00");
    assertThat(digestsOf("arts.staff")).as("it waits for the reviewer").hasSize(5);

    campaign.complete(
        ESSAY, "userTask_review", "arts.head", Map.of("outcome", "RETURNED", "comment", "补充"));
    campaign.advanceTo("2017-04-06T17:59");
    assertThat(digestsOf("arts.staff")).as("due again on 6 April").hasSizeGreaterThan(5);
    assertThat(toldOf(ESSAY)).containsExactly(0);
    campaign.advanceTo("2017-04-06T18:00");
    assertThat(lateOf(ESSAY)).as("a second round").hasSize(2);
    assertThat(toldOf(ESSAY)).containsExactly(0, 0);

    submit();
    campaign.complete(
        ESSAY, "userTask_review", "arts.head", Map.of("outcome", "ACCEPTED", "comment", ""));
    campaign.advanceTo("2017-04-07T08:00");
    deliver();
    var before = digestsOf("arts.staff").size();
    campaign.advanceTo("2017-04-20T08:00");
    assertThat(digestsOf("arts.staff")).hasSize(before);
    assertThat(toldOf(ESSAY)).containsExactly(0, 0);
  }

  @Test
  void a_soft_limit_is_reported_at_once_and_further_up_only_after_the_hard_one() {
    campaign.advanceTo("2017-04-14T18:00");
    assertThat(toldOf("self-check/arts")).containsExactly(0);

    campaign.advanceTo("2017-05-02T08:00");
    assertThat(toldOf("self-check/arts")).as("hard limit on 28 April").containsExactly(0);
    campaign.advanceTo("2017-05-03T08:00");
    assertThat(toldOf("self-check/arts")).containsExactly(0, 1);
  }

  @Test
  void a_review_that_is_late_is_the_reviewers_own() {
    campaign.advanceTo("2017-03-06T09:00");
    submit();
    assertThat(digestsOf("arts.head")).noneMatch(body -> body.contains("待审核"));
    campaign.advanceTo("2017-03-07T08:00");
    assertThat(digestsOf("arts.head"))
        .filteredOn(body -> body.contains("待审核"))
        .singleElement()
        .asString()
        .contains("3月9日");

    campaign.advanceTo("2017-03-09T18:00");
    assertThat(lateOf(ESSAY)).containsExactly("userTask_review REVIEWER");
    assertThat(reportsTo("arts.head")).anyMatch(body -> body.contains("审核材料"));
    assertThat(reportsTo("guowei")).noneMatch(body -> body.contains("审核材料"));

    campaign.advanceTo("2017-03-13T08:00");
    assertThat(toldOf(ESSAY)).containsExactly(0, 1);
    assertThat(reportsTo("guowei")).anyMatch(body -> body.contains("审核材料"));
  }

  @Test
  void what_the_office_leaves_undone_goes_to_its_director_then_to_the_leading_group() {
    campaign.advanceTo("2017-04-01T18:00");
    assertThat(lateOf("phase/study")).containsExactly("userTask_close OFFICE");
    assertThat(reportsTo("liuguangli")).anyMatch(body -> body.contains("结束阶段"));
    assertThat(reportsTo("yangjianping")).noneMatch(body -> body.contains("结束阶段"));

    campaign.advanceTo("2017-04-06T08:00");
    assertThat(toldOf("phase/study")).containsExactly(0, 1);
    assertThat(reportsTo("yangjianping")).anyMatch(body -> body.contains("结束阶段"));
  }

  @Test
  void limits_that_pass_at_one_moment_are_one_mail_for_each_head() {
    choices.choose("library.head", Choice.AT_ONCE);
    campaign.advanceTo("2017-03-30T18:00");
    assertThat(column("state", "arts.head", "late/%"))
        .as("wait for the next morning")
        .isNotEmpty()
        .containsOnly("HELD");
    assertThat(column("state", "arts.head", "browser:late/%")).as("the bell").containsOnly("SENT");
    assertThat(column("state", "library.head", "late/%"))
        .as("who wants everything at once")
        .isNotEmpty()
        .containsOnly("QUEUED");
    assertThat(subjects("arts.head", "late/%"))
        .anyMatch(subject -> subject.matches("已逾期：.*某arts.staff.*，期限3月30日（周四）18:00"));

    choices.choose("arts.head", Choice.RED_ONLY);
    campaign.advanceTo("2017-03-31T08:00");

    assertThat(column("state", "arts.head", "late/%")).containsOnly("MERGED");
    assertThat(bodies("arts.head", "digest/%2017-03-31%"))
        .as("red, and so also for those who want nothing else")
        .singleElement()
        .asString()
        .contains("请予督促", "讨论材料 · 某arts.staff\n", "期限3月30日（周四）18:00")
        .as("its heading says so already")
        .doesNotContain("已逾期：");
    List.of("arts.head", "library.head").forEach(head -> choices.choose(head, Choice.DIGEST));
  }

  @Test
  void a_slip_and_the_gate_of_a_phase_are_in_the_digests_of_those_who_have_to_act() {
    campaign.advanceTo("2017-04-05T09:00");

    assertThat(digestsOf("arts.staff")).last().asString().contains("回复督办单", "3个工作日内到期");
    assertThat(subjects("arts.staff", "slip/%"))
        .isNotEmpty()
        .allMatch(subject -> subject.matches("请于4月.*前回复督办单.*"));
    assertThat(digestsOf("liuguangli")).anyMatch(body -> body.contains("结束阶段"));
    assertThat(digestsOf("arts.staff")).noneMatch(body -> body.contains("结束阶段"));
  }

  @Test
  void what_comes_up_is_told_at_once_to_those_who_chose_so_and_to_nobody_else() {
    campaign.advanceTo("2017-03-06T09:00");
    assertThat(newsTo("%")).as("nobody chose so").isEmpty();
    choices.choose("arts.head", Choice.AT_ONCE);

    submit();
    submit("library.staff");

    assertThat(newsTo("arts.head"))
        .singleElement()
        .asString()
        .startsWith("QUEUED 新任务：审核材料")
        .endsWith("3月9日（周四）18:00前");
    assertThat(newsTo("%")).as("a mail and a ring").hasSize(2);
    transactions.executeWithoutResult(
        status ->
            campaign.as(
                "arts.head",
                () -> {
                  tasks.claim(campaign.task(ESSAY, "userTask_review").getId(), "arts.head");
                  return null;
                }));
    assertThat(newsTo("%")).as("said once").hasSize(2);

    campaign.complete(
        ESSAY, "userTask_review", "arts.head", Map.of("outcome", "ACCEPTED", "comment", ""));
    assertThat(newsTo("arts.head")).singleElement().asString().startsWith("SUPERSEDED");
    choices.choose("arts.head", Choice.DIGEST);
  }

  private List<String> newsTo(String person) {
    return jdbc.sql(
            """
            select state || ' ' || subject from notification_outbox
            where campaign_id = ? and person_id like ? and notice_key like ? order by id
            """)
        .params(campaign.id(), person, person.equals("%") ? "%new/%" : "new/%")
        .query(String.class)
        .list();
  }

  @Test
  void the_office_finds_everything_that_was_said_about_an_item() {
    campaign.advanceTo("2017-04-07T08:00");

    assertThat(deliveries.ofItem(campaign.key(ESSAY)))
        .extracting(one -> one.channel() + " " + one.personId())
        .contains(
            "MAIL arts.staff",
            "BROWSER arts.staff",
            "MAIL arts.head",
            "MAIL guowei",
            "MAIL luzhanzhong");
    assertThat(kinds(ESSAY)).contains("digest", "late", "escalation", "slip", "unit-week");
  }

  private List<String> kinds(String item) {
    return jdbc
        .sql(
            """
            select o.notice_key from notification_outbox o
            join notification_about a on a.outbox_id = o.id where a.item_key = ?
            """)
        .param(campaign.key(item))
        .query(String.class)
        .list()
        .stream()
        .map(key -> key.substring(0, key.indexOf('/')))
        .distinct()
        .toList();
  }

  @Test
  void nobody_is_told_after_an_outage_of_what_was_done_meanwhile() {
    campaign.advanceTo("2017-03-30T18:00");
    assertThat(unsaidAbout("essay/library.staff")).contains("late");
    submit("library.staff");
    assertThat(unsaidAbout("essay/library.staff")).doesNotContain("late");
    assertThat(column("state", "library.head", "late/%")).contains("SUPERSEDED", "HELD");

    campaign.advanceTo("2017-04-01T09:00");
    assertThat(unsaidAbout(ESSAY)).contains("slip");
    submit();
    assertThat(unsaidAbout(ESSAY)).doesNotContain("slip");
  }

  /** Kinds of notices about nothing but that item that are still to leave. */
  private List<String> unsaidAbout(String item) {
    return jdbc
        .sql(
            """
            select o.notice_key from notification_outbox o
            join notification_about a on a.outbox_id = o.id
            where a.item_key = ? and o.state in ('QUEUED', 'HELD') and not exists (
              select 1 from notification_about b
              where b.outbox_id = o.id and b.item_key <> a.item_key)
            """)
        .param(campaign.key(item))
        .query(String.class)
        .list()
        .stream()
        .map(key -> key.substring(0, key.indexOf('/')))
        .toList();
  }

  private void submit() {
    submit("arts.staff");
  }

  private void submit(String person) {
    campaign.complete(
        "essay/" + person,
        "userTask_submit",
        person,
        Map.of("paper", TestCampaign.json("{\"text\":\"发现问题三个\"}")));
  }

  /** As if a mail server had taken everything. */
  private void deliver() {
    jdbc.sql("update notification_outbox set state = 'SENT' where state = 'QUEUED'").update();
  }

  private String nextRound() {
    return management
        .createJobQuery()
        .activityId("event_nextMorning")
        .singleResult()
        .getDuedate()
        .toInstant()
        .toString();
  }

  private long passed(String activity) {
    var instance =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(campaign.key("supervision"))
            .singleResult();
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance.getId())
        .activityId(activity)
        .finished()
        .count();
  }

  private List<String> digestsOf(String person) {
    return bodies(person, "digest/%");
  }

  /** What a person was told of delays, at once or in a round. */
  private List<String> reportsTo(String person) {
    var reports = new ArrayList<>(bodies(person, "late/%"));
    reports.addAll(bodies(person, "escalation/%"));
    return reports;
  }

  private List<String> bodies(String person, String keys) {
    return column("body", person, keys);
  }

  private List<String> subjects(String person, String keys) {
    return column("subject", person, keys);
  }

  private List<String> column(String column, String person, String keys) {
    return jdbc.sql(
            """
            select %s from notification_outbox
            where campaign_id = ? and person_id = ? and notice_key like ? order by id
            """
                .formatted(column))
        .params(campaign.id(), person, keys)
        .query(String.class)
        .list();
  }

  private List<String> lateOf(String item) {
    return jdbc.sql(
            "select task || ' ' || concern from supervision_late where item_key = ? order by id")
        .param(campaign.key(item))
        .query(String.class)
        .list();
  }

  private List<Integer> toldOf(String item) {
    return jdbc.sql(
            """
            select level from supervision_escalation e join supervision_late l on l.id = e.late_id
            where l.item_key = ? order by e.id
            """)
        .param(campaign.key(item))
        .query(Integer.class)
        .list();
  }
}
