package org.xiaohao.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.xiaohao.campaign.Plan.Role;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.ledger.ConsistencyCheck;
import org.xiaohao.rectification.RectificationService;
import org.xiaohao.rectification.Registration;
import org.xiaohao.roster.Deputies;
import org.xiaohao.roster.DeputyService;
import org.xiaohao.roster.RosterService;
import org.xiaohao.shared.Refusal;
import org.xiaohao.submission.SubmissionService;
import org.xiaohao.supervision.Slip.State;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.RosterFile;
import org.xiaohao.testing.TestCampaign;

/** Supervision slips from issue to close, in a campaign that runs. */
@CampaignTest
class SlipProcessTest {

  private static final String ESSAY = "essay/arts.staff";

  @Autowired TestCampaign campaign;
  @Autowired SlipService service;
  @Autowired SupervisionService supervision;
  @Autowired SupervisionWork work;
  @Autowired Slips slips;
  @Autowired SubmissionService submissions;
  @Autowired RectificationService rectification;
  @Autowired DeputyService standIns;
  @Autowired Deputies deputies;
  @Autowired RosterService rosters;
  @Autowired ConsistencyCheck consistency;
  @Autowired org.xiaohao.campaign.Campaigns campaigns;
  @Autowired HistoryService history;
  @Autowired TransactionOperations transactions;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void launch() {
    campaign.launch(TestCampaign.papersOnly(TestCampaign.plan()));
  }

  @Test
  void a_blue_slip_is_numbered_and_asks_no_answer() {
    campaign.advanceTo("2017-03-27T08:00");

    var slip = about(ESSAY).get(0);
    assertThat(slip.light()).isEqualTo(Light.BLUE);
    assertThat(slip.state()).isEqualTo(State.NOTED);
    assertThat(slip.key()).matches(campaign.key("D\\d{4}"));
    assertThat(slip.personId()).isEqualTo("arts.staff");
    assertThat(campaign.isRunning(slip.mark())).isFalse();
    campaign.advanceTo("2017-03-28T08:00");
    assertThat(
            jdbc.sql(
                    """
                    select body from notification_outbox where campaign_id = ? and person_id = ?
                      and notice_key like 'digest/%/2017-03-28/%' and channel = 'MAIL'
                    """)
                .params(campaign.id(), "arts.staff")
                .query(String.class)
                .single())
        .as("named in the digests from the next morning on")
        .contains("督办单" + slip.mark());
  }

  @Test
  void a_red_item_is_answered_for_by_its_owner_then_by_the_levels_above() {
    campaign.advanceTo("2017-03-31T08:00");
    assertThat(about(ESSAY))
        .extracting(slip -> slip.light() + " " + slip.role() + " " + slip.state())
        .contains("RED OWNER OPEN", "RED UNIT_HEAD OPEN", "BLUE OWNER CLOSED");

    campaign.advanceTo("2017-04-07T08:00");
    assertThat(open(ESSAY, Role.LEADER_IN_CHARGE)).as("told on the fifth day").isEmpty();
    campaign.advanceTo("2017-04-10T08:00");
    assertThat(open(ESSAY, Role.LEADER_IN_CHARGE))
        .extracting(Slip::personId)
        .containsExactly("luzhanzhong");
    assertThat(about(ESSAY)).as("one per level and colour, and no storm").hasSize(4);
  }

  @Test
  void who_is_late_with_several_things_answers_once() {
    campaign.advanceTo("2017-03-31T08:00");

    var head = open(ESSAY, Role.UNIT_HEAD).get(0);

    assertThat(head.personId()).isEqualTo("arts.head");
    assertThat(slips.items(head.key()))
        .contains(campaign.key(ESSAY), campaign.key("essay/arts.liaison"));
    assertThat(noticesOf("slip/" + head.key())).hasSize(1);
    supervision.dailyRound(campaign.id());
    campaign.runJobs();
    assertThat(open(ESSAY, Role.UNIT_HEAD)).as("a second round that day").containsExactly(head);
  }

  @Test
  void numbers_have_no_gaps() {
    campaign.advanceTo("2017-04-10T08:00");

    var numbers = slips.all(campaign.id()).stream().map(Slip::number).sorted().toList();

    assertThat(numbers).first().isEqualTo(1);
    assertThat(numbers).last().isEqualTo(numbers.size());
    assertThat(numbers).doesNotHaveDuplicates();
  }

  @Test
  void an_answer_is_kept_and_the_slip_closes_with_its_item() {
    campaign.advanceTo("2017-03-31T09:00");
    var slip = open(ESSAY, Role.OWNER).get(0);

    answer(slip, "arts.staff");

    var answered = slips.get(slip.key());
    assertThat(answered.state()).isEqualTo(State.ANSWERED);
    assertThat(answered.done()).isEqualTo("已经动笔");
    assertThat(answered.reason()).isEqualTo("出差");
    assertThat(answered.byWhen()).isEqualTo("2017-04-05");
    assertThat(ended(slip, "endEvent_answered")).isOne();
    assertConsistent();

    submit();
    assertThat(slips.get(slip.key()).state()).isEqualTo(State.CLOSED);
  }

  @Test
  void what_is_done_first_needs_no_answer() {
    campaign.advanceTo("2017-03-31T09:00");
    var slip = open(ESSAY, Role.OWNER).get(0);

    submit();

    assertThat(slips.get(slip.key()).state()).isEqualTo(State.CLOSED);
    assertThat(ended(slip, "endEvent_settled")).isOne();
    assertConsistent();
    var head = slips.get(open("essay/arts.liaison", Role.UNIT_HEAD).get(0).key());
    assertThat(head.state()).as("other things still stand on it").isEqualTo(State.OPEN);
  }

  @Test
  void an_answer_that_does_not_come_is_told_to_the_superior_of_the_receiver_then_above() {
    campaign.advanceTo("2017-03-31T09:00");
    var slip = open(ESSAY, Role.OWNER).get(0);
    var head = open(ESSAY, Role.UNIT_HEAD).get(0);
    assertThat(slip.dueAt()).isEqualTo(TestCampaign.moment("2017-04-05T18:00"));

    campaign.advanceTo("2017-04-05T18:00");

    assertThat(ended(slip, "endEvent_answerEscalated")).isOne();
    assertThat(toldAbout(slip)).containsExactly("arts.head");
    assertThat(toldAbout(head)).containsExactly("luzhanzhong");

    campaign.advanceTo("2017-04-10T08:00");
    assertThat(levelsTold(slip)).as("the office's level of the plan").contains(0, 1);
    assertThat(
            jdbc.sql(
                    """
                select person_id from notification_outbox
                where campaign_id = ? and notice_key like 'escalation/%' and body like ?
                """)
                .params(campaign.id(), "%" + slip.mark() + "%")
                .query(String.class)
                .list())
        .contains("luzhanzhong")
        .doesNotContain("arts.staff");
  }

  private List<String> toldAbout(Slip slip) {
    return jdbc.sql(
            """
            select o.person_id from notification_outbox o
            join supervision_late l on o.notice_key like 'late/' || l.id || '/%'
            where l.item_key = ? and l.concern = 'RECEIVER'
            """)
        .param(slip.key())
        .query(String.class)
        .list();
  }

  private List<Integer> levelsTold(Slip slip) {
    return jdbc.sql(
            """
            select e.level from supervision_escalation e
            join supervision_late l on l.id = e.late_id where l.item_key = ? order by e.level
            """)
        .param(slip.key())
        .query(Integer.class)
        .list();
  }

  @Test
  void an_answer_says_what_why_and_when_and_comes_from_the_receiver() {
    campaign.advanceTo("2017-03-31T09:00");
    var key = open(ESSAY, Role.OWNER).get(0).key();
    var day = LocalDate.parse("2017-04-05");

    assertRefused("supervision.slip-not-yours", key, "已动笔", "出差", day, "arts.head");
    assertRefused("supervision.slip-done-missing", key, " ", "出差", day, "arts.staff");
    assertRefused("supervision.slip-reason-missing", key, "已动笔", "", day, "arts.staff");
    assertRefused("supervision.slip-by-when", key, "已动笔", "出差", null, "arts.staff");
    assertRefused("campaign.date-past", key, "已动笔", "出差", day.minusDays(6), "arts.staff");
    assertRefused("campaign.date-off", key, "已动笔", "出差", day.minusDays(1), "arts.staff");
    assertRefused("supervision.slip-unknown", "nobody/D0001", "x", "y", day, "arts.staff");
  }

  @Test
  void a_deputy_answers_for_the_absent_receiver_until_the_absence_ends() {
    campaign.advanceTo("2017-03-31T09:00");
    var own = open(ESSAY, Role.OWNER).get(0);
    var head = open(ESSAY, Role.UNIT_HEAD).get(0);
    absent("arts.staff", "library.staff");

    answer(own, "library.staff");

    assertThat(slips.get(own.key()).state()).isEqualTo(State.ANSWERED);
    assertThat(deputies.acts(own.key()))
        .extracting(Deputies.Act::task, Deputies.Act::deputyId, Deputies.Act::personId)
        .containsExactly(tuple("userTask_answer", "library.staff", "arts.staff"));
    var day = LocalDate.parse("2017-04-05");
    assertRefused("supervision.slip-not-yours", head.key(), "已动笔", "出差", day, "library.staff");
  }

  private void absent(String person, String deputy) {
    var today = LocalDate.parse("2017-03-31");
    standIns.name(campaign.id(), person, deputy, today, today, "出差", TestCampaign.ZONE, person);
  }

  @Test
  void a_slip_of_somebody_who_left_goes_to_somebody_else() {
    campaign.advanceTo("2017-03-31T09:00");
    var slip = open(ESSAY, Role.UNIT_HEAD).get(0);

    transactions.executeWithoutResult(
        status -> service.receiverLeft(campaign.id(), slip.personId()));
    assertThat(slips.get(slip.key()).state()).isEqualTo(State.CLOSED);

    campaign.advanceTo("2017-04-01T08:00");
    assertThat(open(ESSAY, Role.UNIT_HEAD)).hasSize(1).doesNotContain(slip);
  }

  @Test
  void slips_of_a_post_go_to_who_has_it_now() {
    campaign.advanceTo("2017-04-10T08:00");
    var leader = open(ESSAY, Role.LEADER_IN_CHARGE).get(0);
    var head = open(ESSAY, Role.UNIT_HEAD);
    var others = open("essay/library.staff", Role.LEADER_IN_CHARGE);
    assertThat(others).as("one slip about both units").containsExactly(leader);
    var before = TestCampaign.roster();
    rosters.take(campaign.id(), before, LocalDate.of(2017, 4, 10));
    assertThat(open(ESSAY, Role.LEADER_IN_CHARGE)).as("nothing has changed").contains(leader);

    rosters.take(
        campaign.id(),
        RosterFile.with(before, RosterFile.headed(before, "arts", "arts.head", "songwenjie")),
        LocalDate.of(2017, 4, 10));

    assertThat(slips.get(leader.key()).state()).isEqualTo(State.OPEN);
    assertThat(standing(leader)).doesNotContain(campaign.key(ESSAY));
    assertThat(standing(leader)).contains(campaign.key("essay/library.staff"));
    assertThat(open(ESSAY, Role.UNIT_HEAD)).as("the head is the same").isEqualTo(head);

    campaign.advanceTo("2017-04-11T08:00");
    assertThat(open(ESSAY, Role.LEADER_IN_CHARGE))
        .filteredOn(slip -> !slip.equals(leader))
        .extracting(Slip::personId)
        .containsExactly("songwenjie");
    assertConsistent();
  }

  /** What still stands on a slip. */
  private List<String> standing(Slip slip) {
    return slips.waiting(campaign.id()).stream()
        .filter(one -> one.slipKey().equals(slip.key()))
        .map(Slips.Waiting::itemKey)
        .toList();
  }

  @Test
  void the_end_of_the_campaign_closes_all_slips() {
    campaign.advanceTo("2017-03-31T09:00");
    assertThat(slips.ending(campaign.id(), 1000)).isNotEmpty();

    var lapsed = transactions.execute(status -> work.lapse(campaigns.get(campaign.id()), 1000));

    assertThat(lapsed).isPositive();
    assertThat(slips.ending(campaign.id(), 1000)).isEmpty();
    assertConsistent();
  }

  @Test
  void a_slip_about_a_problem_keeps_its_number_when_the_campaign_ends() {
    var problem =
        rectification
            .register(
                new Registration(
                    campaign.id(), Source.SUGGESTION, null, "", "arts", "办事慢", null, "arts.staff"))
            .key();
    campaign.advanceTo("2017-03-31T09:00");
    var standing =
        slips.about(problem).stream().filter(slip -> slip.state() != State.CLOSED).toList();
    assertThat(standing).isNotEmpty();

    transactions.executeWithoutResult(status -> work.lapse(campaigns.get(campaign.id()), 1000));

    assertThat(slips.ending(campaign.id(), 1000)).isEmpty();
    assertThat(slips.about(problem)).containsAll(standing);
    assertThat(open(ESSAY, Role.OWNER)).isEmpty();
    assertConsistent();
  }

  private void assertRefused(
      String code, String key, String done, String reason, LocalDate byWhen, String by) {
    assertThatThrownBy(() -> service.answer(key, done, reason, byWhen, by))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private void answer(Slip slip, String by) {
    campaign.complete(
        slip.mark(),
        "userTask_answer",
        by,
        Map.of(
            "answer",
            TestCampaign.json("{\"done\":\"已经动笔\",\"reason\":\"出差\",\"byWhen\":\"2017-04-05\"}")));
  }

  private void submit() {
    campaign.complete(
        ESSAY,
        "userTask_submit",
        "arts.staff",
        Map.of("paper", TestCampaign.json("{\"text\":\"发现问题三个\"}")));
  }

  private List<Slip> about(String item) {
    return slips.about(campaign.key(item));
  }

  private List<Slip> open(String item, Role role) {
    return about(item).stream()
        .filter(slip -> slip.role() == role && slip.state() == State.OPEN)
        .toList();
  }

  private List<String> noticesOf(String key) {
    return jdbc.sql("select body from notification_outbox where notice_key = ?")
        .param(key)
        .query(String.class)
        .list();
  }

  private long ended(Slip slip, String activity) {
    var instance =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(slip.key())
            .singleResult();
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance.getId())
        .activityId(activity)
        .count();
  }

  /** Campaigns of earlier tests have lost their instances. */
  private void assertConsistent() {
    assertThat(consistency.differences())
        .filteredOn(difference -> difference.key().startsWith(campaign.key("")))
        .isEmpty();
  }
}
