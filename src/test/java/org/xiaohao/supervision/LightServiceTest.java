package org.xiaohao.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.submission.SubmissionService;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** Colours of items in a campaign that runs, and the incidents of red ones. */
@CampaignTest
class LightServiceTest {

  private static final String ESSAY = "essay/arts.staff";

  @Autowired TestCampaign campaign;
  @Autowired LightService service;
  @Autowired Lights lights;
  @Autowired SubmissionService submissions;
  @Autowired RuntimeService runtime;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void launch() {
    campaign.launch(TestCampaign.papersOnly(TestCampaign.plan()));
  }

  @Test
  void an_essay_goes_from_none_over_blue_to_red_and_back() {
    assertThat(light(ESSAY)).isEqualTo(Light.NONE);
    campaign.advanceTo("2017-03-26T23:00");
    assertThat(light(ESSAY)).as("four working days left").isEqualTo(Light.NONE);
    campaign.advanceTo("2017-03-27T08:00");
    assertThat(light(ESSAY)).as("three working days left").isEqualTo(Light.BLUE);
    campaign.advanceTo("2017-03-30T17:59");
    assertThat(light(ESSAY)).isEqualTo(Light.BLUE);
    campaign.advanceTo("2017-03-30T18:00");
    assertThat(light(ESSAY)).as("at its limit, not only next morning").isEqualTo(Light.RED);

    submit("发现问题三个");

    assertThat(light(ESSAY)).as("the reviewer has three days").isEqualTo(Light.BLUE);
    review("ACCEPTED");
    assertThat(light(ESSAY)).isEqualTo(Light.NONE);
  }

  @Test
  void a_paper_returned_twice_is_yellow_in_good_time() {
    for (var times = 1; times <= 2; times++) {
      submit("发现问题三个");
      review("RETURNED");
      assertThat(light(ESSAY)).isEqualTo(times == 1 ? Light.NONE : Light.YELLOW);
    }
    submit("发现问题四个");
    review("ACCEPTED");
    assertThat(light(ESSAY)).isEqualTo(Light.NONE);
  }

  @Test
  void a_soft_limit_is_yellow_and_the_hard_one_red() {
    campaign.advanceTo("2017-04-14T18:00");
    assertThat(light("self-check/arts")).isEqualTo(Light.YELLOW);
    campaign.advanceTo("2017-04-28T17:59");
    assertThat(light("self-check/arts")).isEqualTo(Light.YELLOW);
    campaign.advanceTo("2017-05-02T08:00");
    assertThat(light("self-check/arts")).isEqualTo(Light.RED);
  }

  @Test
  void what_is_waived_or_only_encouraged_has_no_light() {
    campaign.advanceTo("2017-03-31T08:00");
    assertThat(light("study-rule/arts")).as("encouraged only").isEqualTo(Light.NONE);
    assertThat(light(ESSAY)).isEqualTo(Light.RED);
    assertThat(incidents(ESSAY)).hasSize(1);

    submissions.waive(campaign.key(ESSAY), "长期病假", "guowei");

    assertThat(light(ESSAY)).isEqualTo(Light.NONE);
    assertThat(incidents(ESSAY)).isEmpty();
  }

  @Test
  void a_limit_that_moves_takes_the_light_along() {
    campaign.advanceTo("2017-03-31T08:00");
    assertThat(light(ESSAY)).isEqualTo(Light.RED);

    submissions.move(campaign.key(ESSAY), java.time.LocalDate.parse("2017-04-20"), "出差", "guowei");

    assertThat(light(ESSAY)).isEqualTo(Light.NONE);
    assertThat(incidents(ESSAY)).isEmpty();
  }

  @Test
  void a_red_item_is_one_incident_until_it_is_done() {
    campaign.advanceTo("2017-03-30T18:00");
    assertThat(incidents(ESSAY))
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.getActivityId()).isEqualTo("userTask_submit");
              assertThat(incident.getConfiguration()).isEqualTo(campaign.key(ESSAY));
              assertThat(incident.getIncidentMessage()).contains("讨论材料");
            });
    campaign.advanceTo("2017-04-01T09:00");
    assertThat(incidents(ESSAY)).as("two rounds later").hasSize(1);

    submit("发现问题三个");

    assertThat(incidents(ESSAY)).isEmpty();
    assertThat(known(ESSAY)).isZero();
  }

  @Test
  void an_incident_that_somebody_resolved_by_hand_is_back_the_next_morning() {
    campaign.advanceTo("2017-03-30T18:00");
    runtime.resolveIncident(incidents(ESSAY).get(0).getId());

    campaign.advanceTo("2017-03-31T08:00");

    assertThat(incidents(ESSAY)).hasSize(1);
  }

  /** What changes past the engine is found in the morning. */
  @Test
  void the_morning_finds_what_no_task_told_of() {
    jdbc.sql("update submission_item set times_returned = 2 where item_key = ?")
        .param(campaign.key(ESSAY))
        .update();
    assertThat(light(ESSAY)).isEqualTo(Light.NONE);
    assertThat(service.turnAll(campaign.id())).isPositive();
    assertThat(light(ESSAY)).isEqualTo(Light.YELLOW);
    assertThat(service.turnAll(campaign.id())).as("again, nothing new").isZero();

    jdbc.sql("update submission_item set state = 'ACCEPTED' where item_key = ?")
        .param(campaign.key(ESSAY))
        .update();
    assertThat(service.turnAll(campaign.id())).isOne();
    assertThat(light(ESSAY)).isEqualTo(Light.NONE);
  }

  @Test
  void keys_without_an_item_are_left_alone() {
    service.changed(Set.of(campaign.key("phase/study"), "nobody/knows"));
    assertThat(lights.of(List.of(campaign.key("phase/study")))).isEmpty();
  }

  private Light light(String item) {
    return lights.of(campaign.key(item));
  }

  private List<Incident> incidents(String item) {
    return runtime.createIncidentQuery().incidentType("overdue").list().stream()
        .filter(incident -> campaign.key(item).equals(incident.getConfiguration()))
        .toList();
  }

  private int known(String item) {
    return jdbc.sql("select count(*) from supervision_incident where item_key = ?")
        .param(campaign.key(item))
        .query(Integer.class)
        .single();
  }

  private void submit(String text) {
    campaign.complete(
        ESSAY,
        "userTask_submit",
        "arts.staff",
        Map.of("paper", TestCampaign.json("{\"text\":\"" + text + "\"}")));
  }

  private void review(String outcome) {
    campaign.complete(
        ESSAY, "userTask_review", "arts.head", Map.of("outcome", outcome, "comment", "请补充"));
  }
}
