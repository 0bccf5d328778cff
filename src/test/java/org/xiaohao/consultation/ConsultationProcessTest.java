package org.xiaohao.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xiaohao.testing.TestCampaign.json;
import static org.xiaohao.testing.TestCampaign.moment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.consultation.Consultation.State;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Refusal;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
class ConsultationProcessTest {

  private static final String ARTS = "consultation/opinion-forms/arts";
  private static final String COLLECT = "userTask_collect";
  private static final String DECIDE = "userTask_decideShortfall";
  private static final String SUMMARISE = "userTask_summarise";

  @Autowired TestCampaign campaign;
  @Autowired Consultations consultations;
  @Autowired ConsultationForms forms;
  @Autowired ConsultationService service;
  @Autowired ConsultationWork work;
  @Autowired TaskService tasks;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void launchOnTheDayAfterTheWorkBegan() {
    launch("2017-04-17T08:00");
  }

  private Campaign launch(String moment) {
    var plan = TestCampaign.only(TestCampaign.plan(), "opinion-forms", "service-questionnaire");
    return campaign.launch(moment, plan, TestCampaign.roster());
  }

  @Test
  void forms_are_entered_today_and_tomorrow_and_the_task_shows_how_many_count() {
    assertThat(arts().state()).isEqualTo(State.COLLECTING);
    assertThat(campaign.task(ARTS, COLLECT).getDueDate())
        .isEqualTo(Date.from(moment("2017-04-28T18:00")));
    enter(1, 5, false);

    assertThat(forms.valid(arts().key())).isEqualTo(5);
    assertThat(arts().state()).isEqualTo(State.COLLECTING);
    assertThat(campaign.openTasks(ARTS)).containsExactly(COLLECT);
    assertThat(brief(COLLECT)).contains("5 份").contains("20 份");

    enter(6, 13, false);

    assertThat(forms.valid(arts().key())).isEqualTo(13);
    assertThat(campaign.openTasks(ARTS)).containsExactly(COLLECT);
  }

  @Test
  void twenty_valid_forms_pass_the_gate_and_the_summary_completes() {
    enter(1, 20, true);

    assertThat(arts().state()).isEqualTo(State.SUMMARISING);
    assertThat(arts().dueAt()).isEqualTo(moment("2017-04-20T18:00"));
    assertThat(campaign.openTasks(ARTS)).containsExactly(SUMMARISE);
    assertThat(campaign.task(ARTS, SUMMARISE).getDueDate())
        .isEqualTo(Date.from(moment("2017-04-20T18:00")));

    var summary = "一".repeat(20_000);
    summarise(summary);

    assertThat(arts().state()).isEqualTo(State.COMPLETED);
    assertThat(arts().summary()).isEqualTo(summary);
    assertThat(campaign.isRunning(ARTS)).isFalse();
    assertThat(ledger("is_done")).isTrue();
  }

  @Test
  void too_few_forms_go_on_being_collected_until_the_day_that_the_office_names() {
    enter(1, 19, true);

    assertThat(arts().state()).isEqualTo(State.SHORT);
    assertThat(arts().dueAt()).isEqualTo(moment("2017-04-19T18:00"));
    assertThat(campaign.openTasks(ARTS)).containsExactly(DECIDE);
    assertThat(brief(DECIDE)).contains("**还差**").contains("1 份");

    decide(Map.of("decision", "CONTINUE", "until", "2017-05-07"));

    assertThat(arts().state()).isEqualTo(State.COLLECTING);
    assertThat(arts().dueAt()).isEqualTo(moment("2017-05-05T18:00"));
    assertThat(arts().limitAt()).isEqualTo(moment("2017-04-28T18:00"));
    assertThat(campaign.task(ARTS, COLLECT).getDueDate())
        .isEqualTo(Date.from(moment("2017-05-05T18:00")));

    enter(20, 20, true);

    assertThat(arts().state()).isEqualTo(State.SUMMARISING);
    assertThat(campaign.openTasks(ARTS)).containsExactly(SUMMARISE);
  }

  @Test
  void a_day_that_has_passed_or_is_missing_is_no_day_to_go_on_until() {
    enter(1, 1, true);

    assertThatThrownBy(() -> decide(Map.of("decision", "CONTINUE", "until", "2017-04-14")))
        .rootCause()
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("2017年4月14日");
    assertThatThrownBy(() -> decide(Map.of("decision", "CONTINUE", "until", "")))
        .rootCause()
        .extracting("code")
        .isEqualTo("consultation.until-missing");
    assertThat(arts().state()).isEqualTo(State.SHORT);
  }

  @Test
  void the_office_lets_a_unit_pass_below_the_quota_only_with_a_reason() {
    enter(1, 3, true);

    assertThatThrownBy(() -> decide(Map.of("decision", "PASS", "reason", " ")))
        .rootCause()
        .extracting("code")
        .isEqualTo("consultation.pass-reason");
    assertThat(arts().state()).isEqualTo(State.SHORT);
    assertThat(campaign.openTasks(ARTS)).containsExactly(DECIDE);

    decide(Map.of("decision", "PASS", "reason", TestCampaign.TYPED));

    assertThat(arts().state()).isEqualTo(State.SUMMARISING);
    assertThat(arts().passedReason()).isEqualTo(TestCampaign.TYPED);
    assertThat(brief(SUMMARISE)).contains(TestCampaign.SHOWN);
    summarise("三家都希望多演出");
    assertThat(arts().state()).isEqualTo(State.COMPLETED);
    assertThat(campaign.isRunning(ARTS)).isFalse();
  }

  @Test
  void a_form_that_the_office_recognises_counts_for_the_gate() {
    enter(1, 19, false);
    enter(1, 1, true);
    assertThat(arts().state()).isEqualTo(State.SHORT);

    decide(Map.of("decision", "PASS", "recognised", json("[\"20\"]"), "reason", "两家确实说得一样"));

    assertThat(arts().state()).isEqualTo(State.SUMMARISING);
    assertThat(arts().passedReason()).isNull();
    assertThat(forms.valid(arts().key())).isEqualTo(20);
    var form = forms.of(arts().key()).get(19);
    assertThat(form.isValid()).isTrue();
    assertThat(form.judgedBy()).isEqualTo("helixin");
    assertThat(events()).contains("OVERRULED");
  }

  @Test
  void collecting_beyond_the_limit_is_one_fact_however_often_forms_are_entered() {
    campaign.advanceTo("2017-04-28T18:01");

    assertThat(limitsPassed(COLLECT)).containsExactly(moment("2017-04-28T18:00"));
    assertThat(levelsTold(COLLECT)).containsExactly(0);
    assertThat(arts().state()).isEqualTo(State.COLLECTING);
    assertThat(campaign.openTasks(ARTS)).containsExactly(COLLECT);

    enter(1, 2, false);
    enter(3, 4, false);

    assertThat(campaign.task(ARTS, COLLECT).getDueDate())
        .isEqualTo(Date.from(moment("2017-04-28T18:00")));

    // two working days later the next level is told of the same fact
    campaign.advanceTo("2017-05-03T18:01");

    assertThat(limitsPassed(COLLECT)).containsExactly(moment("2017-04-28T18:00"));
    assertThat(levelsTold(COLLECT)).containsExactly(0, 1);
  }

  @Test
  void a_second_limit_that_passes_is_a_second_fact() {
    campaign.advanceTo("2017-04-28T18:01");
    enter(1, 2, true);
    decide(Map.of("decision", "CONTINUE", "until", "2017-05-05"));
    campaign.advanceTo("2017-05-05T17:59");
    assertThat(limitsPassed(COLLECT)).containsExactly(moment("2017-04-28T18:00"));

    campaign.advanceTo("2017-05-05T18:01");

    assertThat(limitsPassed(COLLECT))
        .containsExactly(moment("2017-04-28T18:00"), moment("2017-05-05T18:00"));
  }

  @Test
  void an_office_that_does_not_decide_is_reported() {
    enter(1, 1, true);
    campaign.advanceTo("2017-04-19T18:01");

    assertThat(limitsPassed(DECIDE)).containsExactly(moment("2017-04-19T18:00"));
    assertThat(campaign.openTasks(ARTS)).containsExactly(DECIDE);
  }

  @Test
  void a_summary_that_is_late_is_reported() {
    enter(1, 20, true);
    campaign.advanceTo("2017-04-20T18:01");

    assertThat(limitsPassed(SUMMARISE)).containsExactly(moment("2017-04-20T18:00"));
    assertThat(campaign.openTasks(ARTS)).containsExactly(SUMMARISE);
  }

  @Test
  void a_waived_consultation_ends_at_whichever_step_it_is() {
    enter(1, 1, true);
    service.waive(arts().key(), "已并入其他科室", "helixin");

    assertThat(arts().state()).isEqualTo(State.WAIVED);
    assertThat(campaign.isRunning(ARTS)).isFalse();
    assertThat(ledger("counts")).isFalse();
  }

  @Test
  void what_is_open_when_the_campaign_closes_lapses() {
    var launched = launch("2017-04-17T08:00");

    assertThat(work.lapse(launched, 200)).isEqualTo(3);

    assertThat(arts().state()).isEqualTo(State.LAPSED);
    assertThat(campaign.isRunning(ARTS)).isFalse();
    assertThat(work.lapse(launched, 200)).isZero();
  }

  @Test
  void a_limit_that_the_office_moves_moves_task_timer_and_brief() {
    service.move(arts().key(), LocalDate.of(2017, 5, 10), "五一前收不齐", "helixin");

    assertThat(arts().limitAt()).isEqualTo(moment("2017-05-10T18:00"));
    assertThat(campaign.task(ARTS, COLLECT).getDueDate())
        .isEqualTo(Date.from(moment("2017-05-10T18:00")));
    assertThat(brief(COLLECT)).contains("5月10日");
    campaign.advanceTo("2017-05-10T17:59");
    assertThat(limitsPassed(COLLECT)).isEmpty();
    campaign.advanceTo("2017-05-10T18:01");
    assertThat(limitsPassed(COLLECT)).containsExactly(moment("2017-05-10T18:00"));
  }

  @Test
  void a_questionnaire_without_quota_has_no_gate() {
    launch("2017-04-05T08:00");
    var key = "consultation/service-questionnaire/arts";

    campaign.complete(
        key, COLLECT, "arts.liaison", Map.of("sheet", json("{\"forms\":[{}]}"), "done", true));

    assertThat(consultations.get(campaign.key(key)).state()).isEqualTo(State.SUMMARISING);
    assertThat(forms.of(campaign.key(key))).isEmpty();
    assertThat(campaign.openTasks(key)).containsExactly(SUMMARISE);
  }

  @Test
  void what_lay_before_the_launch_is_recorded_and_not_asked_for() {
    var launched = launch("2017-04-17T08:00");
    var key = campaign.key("consultation/service-questionnaire/arts");
    assertThat(consultations.get(key).state()).isEqualTo(State.PAST);
    assertThat(work.past(launched, "benchmark")).hasSize(3);

    work.recordPast(key, "helixin");

    assertThat(consultations.get(key).state()).isEqualTo(State.COMPLETED);
    assertThat(work.past(launched, "benchmark")).hasSize(2);
    assertThat(campaign.isRunning("consultation/service-questionnaire/arts")).isFalse();
  }

  @Test
  void only_people_of_the_unit_see_its_task() {
    assertThat(campaign.tasksOf("arts.liaison"))
        .extracting(task -> task.getTaskDefinitionKey())
        .contains(COLLECT);
    assertThat(campaign.tasksOf("arts.staff"))
        .extracting(task -> task.getTaskDefinitionKey())
        .doesNotContain(COLLECT);
  }

  private Consultation arts() {
    return consultations.get(campaign.key(ARTS));
  }

  private void enter(int from, int to, boolean done) {
    campaign.complete(
        ARTS,
        COLLECT,
        "arts.liaison",
        Map.of("sheet", json(SampleForms.json(from, to)), "done", done));
  }

  private void decide(Map<String, Object> fields) {
    campaign.complete(ARTS, DECIDE, "helixin", fields);
  }

  private void summarise(String summary) {
    campaign.complete(
        ARTS,
        SUMMARISE,
        "arts.liaison",
        Map.of("conclusion", json("{\"summary\":\"" + summary + "\"}")));
  }

  private String brief(String task) {
    return (String) tasks.getVariable(campaign.task(ARTS, task).getId(), "brief");
  }

  /** Limits of that task whose passing was recorded, in their order. */
  private List<Instant> limitsPassed(String task) {
    return jdbc.sql(
            "select due_at from supervision_late where item_key = ? and task = ? order by 1")
        .params(campaign.key(ARTS), task)
        .query((row, number) -> DbTime.in(row, "due_at"))
        .list();
  }

  /** Levels that were told of it, each once. */
  private List<Integer> levelsTold(String task) {
    return jdbc.sql(
            """
            select level from supervision_escalation where late_id in
              (select id from supervision_late where item_key = ? and task = ?) order by level
            """)
        .params(campaign.key(ARTS), task)
        .query(Integer.class)
        .list();
  }

  private boolean ledger(String column) {
    return jdbc.sql("select " + column + " from ledger_item where item_key = ?")
        .param(campaign.key(ARTS))
        .query(Boolean.class)
        .single();
  }

  private List<String> events() {
    return jdbc.sql("select what from consultation_event where item_key = ? order by id")
        .param(campaign.key(ARTS))
        .query(String.class)
        .list();
  }
}
