package org.xiaohao.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.xiaohao.testing.TestCampaign.json;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.appraisal.AppraisalReports;
import org.xiaohao.appraisal.AppraisalService;
import org.xiaohao.appraisal.Level;
import org.xiaohao.appraisal.Party;
import org.xiaohao.appraisal.Point;
import org.xiaohao.ledger.ItemEvent;
import org.xiaohao.ledger.ItemEvents;
import org.xiaohao.shared.Refusal;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
class AdoptionServiceTest {

  @Autowired TestCampaign campaign;
  @Autowired AdoptionService service;
  @Autowired Adoptions adoptions;
  @Autowired ItemEvents events;
  @Autowired AppraisalService appraisal;
  @Autowired AppraisalReports reports;
  @Autowired JdbcClient jdbc;

  private String essay = "";

  @BeforeEach
  void handIn() {
    campaign.launch(TestCampaign.papersOnly(TestCampaign.plan()));
    essay = campaign.key("essay/arts.staff");
    complete("essay/arts.staff", "arts.staff");
  }

  private void complete(String paper, String person) {
    campaign.complete(
        paper, "userTask_submit", person, Map.of("paper", json("{\"text\":\"三个问题\"}")));
  }

  @Test
  void what_a_briefing_took_up_is_an_event_of_the_item_and_counts_with_a_link() {
    service.adopt(essay, " 第 3 期 ", "helixin");
    service.adopt(essay, "第 4 期", "guowei");

    assertThat(events.of(essay))
        .filteredOn(event -> event.what().equals("ADOPTED"))
        .extracting(ItemEvent::who, ItemEvent::why)
        .containsExactly(tuple("helixin", "第 3 期"), tuple("guowei", "第 4 期"));
    appraisal.start(campaign.id(), "helixin");
    campaign.runJobs();
    var staff = new Party(Level.PERSON, "arts.staff");
    assertThat(reports.score(campaign.id(), staff, "arts.staff").points())
        .filteredOn(point -> point.kind().equals("ADOPTED"))
        .extracting(Point::points)
        .containsExactly(3, 3);
    assertThat(reports.score(campaign.id(), staff, "arts.staff").points())
        .filteredOn(point -> point.kind().equals("ADOPTED"))
        .allSatisfy(point -> assertThat(point.key()).startsWith(essay + "#"));
    assertThat(
            reports.score(campaign.id(), new Party(Level.DIVISION, "arts"), "arts.head").points())
        .as("whose it is, and not the unit as well")
        .noneMatch(point -> point.kind().equals("ADOPTED"));
  }

  @Test
  void it_is_noted_once_per_briefing_by_the_office_for_what_is_there_and_somebody_s() {
    refused(essay, "第 3 期", "arts.head", "领导小组办公室");
    refused(essay, " ", "helixin", "哪一期简报");
    refused(essay, "x".repeat(201), "helixin", "最多 200 个字");
    refused(campaign.key("essay/arts.head"), "第 3 期", "helixin", "还没有提交或办理");
    refused(campaign.key("essay/nobody"), "第 3 期", "helixin", "没有这个事项");
    service.adopt(essay, "第 3 期", "helixin");
    refused(essay, "第 3 期", "guowei", "已经登记过");
    assertThat(adoptions.of(essay)).hasSize(1);
  }

  @Test
  void a_paper_of_a_branch_counts_for_the_unit_of_its_secretary() {
    complete("branch-result/branch-1", "arts.head");
    service.adopt(campaign.key("branch-result/branch-1"), "第 3 期", "helixin");

    assertThat(adoptions.of(campaign.key("branch-result/branch-1")))
        .singleElement()
        .extracting(Adoption::unitId, Adoption::personId)
        .containsExactly("arts", null);
    assertThat(adopted()).containsExactly("arts");
  }

  @Test
  void a_paper_of_a_branch_without_a_secretary_is_nobody_s() {
    complete("branch-result/branch-1", "arts.head");
    jdbc.sql("update roster_branch set secretary = null where campaign_id = ?")
        .param(campaign.id())
        .update();

    refused(campaign.key("branch-result/branch-1"), "第 3 期", "helixin", "不属于哪个单位或个人");
  }

  @Test
  void what_was_noted_by_mistake_is_taken_back_counts_no_more_and_may_be_noted_again() {
    service.adopt(essay, "第 3 期", "helixin");
    assertThat(adopted()).containsExactly("arts.staff");
    refusedBack("第 3 期", "登错了", "arts.head", "领导小组办公室");
    refusedBack("第 3 期", " ", "helixin", "为什么撤销");
    refusedBack("第 4 期", "登错了", "helixin", "没有登记被第 4 期采用");

    service.withdraw(essay, "第 3 期", "登错了", "guowei");
    assertThat(adopted()).isEmpty();
    assertThat(adoptions.of(essay)).isEmpty();
    assertThat(events.of(essay))
        .filteredOn(event -> event.what().equals("ADOPTION_WITHDRAWN"))
        .extracting(ItemEvent::who, ItemEvent::why)
        .containsExactly(tuple("guowei", "第 3 期 登错了"));
    refusedBack("第 3 期", "登错了", "helixin", "没有登记");

    service.adopt(essay, "第 3 期", "helixin");
    service.withdraw(essay, "第 3 期", "又登错了", "helixin");
    service.adopt(essay, "第 3 期", "helixin");
    assertThat(adopted()).containsExactly("arts.staff");
  }

  private void refusedBack(String briefing, String reason, String by, String words) {
    assertThatThrownBy(() -> service.withdraw(essay, briefing, reason, by))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(words);
  }

  /** For whom briefings count in the appraisal. */
  private List<String> adopted() {
    return jdbc.sql(
            "select coalesce(person_id, unit_id) from appraisal_fact"
                + " where campaign_id = ? and fact_kind = 'ADOPTED'")
        .param(campaign.id())
        .query(String.class)
        .list();
  }

  private void refused(String key, String briefing, String by, String words) {
    assertThatThrownBy(() -> service.adopt(key, briefing, by))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(words);
  }
}
