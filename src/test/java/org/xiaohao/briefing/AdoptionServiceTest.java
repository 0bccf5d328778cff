package org.xiaohao.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.xiaohao.testing.TestCampaign.json;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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

  private String essay = "";

  @BeforeEach
  void handIn() {
    campaign.launch(
        "2017-02-28T08:00", TestCampaign.papersOnly(TestCampaign.plan()), TestCampaign.roster());
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
    complete("branch-result/branch-1", "arts.head");
    refused(campaign.key("branch-result/branch-1"), "第 3 期", "helixin", "不属于哪个单位或个人");
    assertThat(adoptions.of(essay)).hasSize(1);
  }

  private void refused(String key, String briefing, String by, String words) {
    assertThatThrownBy(() -> service.adopt(key, briefing, by))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(words);
  }
}
