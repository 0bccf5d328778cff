package org.xiaohao.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.notification.Deliveries;
import org.xiaohao.roster.Deputies;
import org.xiaohao.roster.DeputyService;
import org.xiaohao.shared.Refusal;
import org.xiaohao.supervision.Urge.Outcome;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** Urging by the office: what becomes of each item, caps, answers. */
@CampaignTest
class UrgeServiceTest {

  @Autowired TestCampaign campaign;
  @Autowired UrgeService service;
  @Autowired Urges urges;
  @Autowired DeputyService standIns;
  @Autowired Deputies deputies;
  @Autowired Deliveries deliveries;
  @Autowired JdbcClient jdbc;

  @Test
  void urges_a_selection_and_says_what_became_of_each_item() {
    campaign.launch();
    submitted("essay/library.staff");
    var keys =
        List.of(
            campaign.key("essay/arts.staff"),
            campaign.key("essay/library.staff"),
            campaign.key("branch-result/branch-1"));

    assertThat(urge(keys))
        .containsEntry(campaign.key("essay/arts.staff"), Outcome.URGED)
        .containsEntry(campaign.key("essay/library.staff"), Outcome.DONE)
        .containsEntry(campaign.key("branch-result/branch-1"), Outcome.URGED);
    assertThat(bodies("arts.staff"))
        .singleElement()
        .asString()
        .contains("某arts.staff同志", "讨论材料", "本周内交齐");
    assertThat(deliveries.ofItem(campaign.key("essay/arts.staff")))
        .as("the office sees that it was urged")
        .anyMatch(one -> one.subject().startsWith("催办"));
    assertThat(bodies("arts.head")).as("secretary of the branch").hasSize(1);

    assertThat(urge(keys))
        .as("once a day by the plan")
        .containsEntry(campaign.key("essay/arts.staff"), Outcome.ALREADY_URGED)
        .containsEntry(campaign.key("essay/library.staff"), Outcome.DONE);
    assertThat(bodies("arts.staff")).hasSize(1);

    campaign.advanceTo("2017-03-01T09:00");
    assertThat(urge(keys))
        .as("the next day")
        .containsEntry(campaign.key("essay/arts.staff"), Outcome.URGED);
  }

  @Test
  void urges_everybody_of_whom_a_paper_is_missing() {
    campaign.launch();
    submitted("essay/library.staff");

    var of = service.urgeMissing(campaign.id(), "essay", "library", "", "guowei");
    assertThat(of.keySet())
        .extracting(item -> item.personId())
        .containsExactlyInAnyOrder("library.head", "library.liaison");
    assertThat(of.values()).containsOnly(Outcome.URGED);

    var all = service.urgeMissing(campaign.id(), "essay", null, "", "guowei");
    assertThat(all).hasSize(14).containsValue(Outcome.URGED).containsValue(Outcome.ALREADY_URGED);
    var another = List.of("other/essay/arts.staff");
    assertThat(service.urge(campaign.id(), another, "", "guowei")).isEmpty();
  }

  @Test
  void of_two_who_urge_the_same_at_the_same_time_one_does() throws Exception {
    campaign.launch();
    var keys = List.of(campaign.key("essay/arts.staff"), campaign.key("essay/library.staff"));
    var gate = new CyclicBarrier(2);
    var pool = Executors.newFixedThreadPool(2);
    var outcomes = new ArrayList<Outcome>();
    try {
      var acts = new ArrayList<Future<Map<LedgerItem, Outcome>>>();
      for (var person : List.of("guowei", "helixin")) {
        acts.add(
            pool.submit(
                () -> {
                  gate.await(10, TimeUnit.SECONDS);
                  return service.urge(campaign.id(), keys, "", person);
                }));
      }
      for (var act : acts) {
        outcomes.addAll(act.get(60, TimeUnit.SECONDS).values());
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(outcomes)
        .as("within the cap, and nobody is turned away with everything they chose")
        .containsExactlyInAnyOrder(
            Outcome.URGED, Outcome.URGED, Outcome.ALREADY_URGED, Outcome.ALREADY_URGED);
    keys.forEach(key -> assertThat(urges.about(key)).hasSize(1));
    assertThat(bodies("arts.staff")).hasSize(1);
  }

  @Test
  void the_urged_person_answers_once() {
    campaign.launch();
    urge(List.of(campaign.key("essay/arts.staff")));
    var urge = urges.about(campaign.key("essay/arts.staff")).get(0);
    assertThat(urge.urgedBy()).isEqualTo("guowei");
    assertThat(urge.personId()).isEqualTo("arts.staff");

    assertRefused("supervision.urge-not-yours", urge.id(), "正在写", "arts.head");
    assertRefused("supervision.urge-answer-missing", urge.id(), " ", "arts.staff");
    assertRefused("supervision.urge-too-long", urge.id(), "长".repeat(2001), "arts.staff");
    assertRefused("supervision.urge-unknown", -1, "正在写", "arts.staff");
    service.answer(urge.id(), "正在写,明天交", "arts.staff");

    assertThat(urges.get(urge.id()).answer()).isEqualTo("正在写,明天交");
    assertRefused("supervision.urge-answered", urge.id(), "再答", "arts.staff");
  }

  @Test
  void a_deputy_answers_for_the_absent_person_and_that_is_said() {
    campaign.launch();
    urge(List.of(campaign.key("essay/arts.staff")));
    var urge = urges.about(campaign.key("essay/arts.staff")).get(0);
    var today = LocalDate.parse("2017-02-28");
    standIns.name(
        campaign.id(),
        "arts.staff",
        "arts.liaison",
        today,
        today,
        "出差",
        TestCampaign.ZONE,
        "arts.staff");

    service.answer(urge.id(), "回来即交", "arts.liaison");

    assertThat(urges.get(urge.id()).answer()).isEqualTo("回来即交");
    assertThat(deputies.acts(urge.itemKey()))
        .extracting(Deputies.Act::deputyId, Deputies.Act::personId)
        .containsExactly(tuple("arts.liaison", "arts.staff"));
  }

  private Map<String, Outcome> urge(List<String> keys) {
    var outcomes = new java.util.HashMap<String, Outcome>();
    service
        .urge(campaign.id(), keys, "请本周内交齐", "guowei")
        .forEach((item, outcome) -> outcomes.put(item.key(), outcome));
    return outcomes;
  }

  /** Accepted, so that nobody has to act on it. */
  private void submitted(String item) {
    campaign.complete(
        item,
        "userTask_submit",
        "library.staff",
        Map.of("paper", TestCampaign.json("{\"text\":\"发现问题三个\"}")));
    campaign.complete(
        item, "userTask_review", "library.head", Map.of("outcome", "ACCEPTED", "comment", ""));
  }

  private void assertRefused(String code, long id, String text, String by) {
    assertThatThrownBy(() -> service.answer(id, text, by))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private List<String> bodies(String person) {
    return jdbc.sql(
            """
            select body from notification_outbox
            where campaign_id = ? and person_id = ? and notice_key like 'urge/%'
            """)
        .params(campaign.id(), person)
        .query(String.class)
        .list();
  }
}
