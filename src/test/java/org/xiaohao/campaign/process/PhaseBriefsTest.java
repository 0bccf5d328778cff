package org.xiaohao.campaign.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PhaseLedger;
import org.xiaohao.campaign.PhaseStatus;
import org.xiaohao.campaign.Plan.PhaseKind;
import org.xiaohao.testing.TestCampaign;

/** A variable holds 4,000 characters: what a gate cannot show is counted, and named elsewhere. */
class PhaseBriefsTest {

  private static final LocalDate DAY = LocalDate.of(2017, 3, 30);

  @Test
  void a_gate_of_more_units_than_there_is_room_for_says_how_many_follow() {
    var brief = gate(300);
    assertThat(brief.length()).isLessThanOrEqualTo(4000);
    assertThat(brief).contains("第1科室：应完成 5", "**问题清单**：共 900 个");
    var shown =
        IntStream.rangeClosed(1, 300).filter(i -> brief.contains("- 第" + i + "科室：")).count();
    assertThat(brief).contains("……其余 " + (300 - shown) + " 个单位请在看板查看");
  }

  @Test
  void a_gate_of_few_units_shows_all_of_them() {
    assertThat(gate(18)).contains("第18科室：应完成 5").doesNotContain("看板");
  }

  private static String gate(int units) {
    var plan = TestCampaign.plan();
    var campaign = new Campaign(plan.id(), plan, Campaign.State.RUNNING, Instant.EPOCH, DAY, null);
    var phase =
        new PhaseStatus(
            PhaseStatus.key(plan.id(), "study"),
            plan.id(),
            "study",
            1,
            PhaseKind.STUDY,
            "学习讨论、提高认识阶段",
            DAY,
            DAY,
            DAY,
            DAY,
            PhaseStatus.State.RUNNING,
            null,
            null,
            0);
    var briefs = new PhaseBriefs(new Counts(units), mock(Campaigns.class), new ObjectMapper());
    return briefs.gate(campaign, phase);
  }

  private record Counts(int units) implements PhaseLedger {
    @Override
    public List<UnitCount> counts(String campaignId, String phaseId) {
      return IntStream.rangeClosed(1, units)
          .mapToObj(i -> new UnitCount("第" + i + "科室", 5, 2))
          .toList();
    }

    @Override
    public List<ProblemCount> problems(String campaignId) {
      return IntStream.rangeClosed(1, units)
          .mapToObj(i -> new ProblemCount("第" + i + "科室", 3, 1, 0))
          .toList();
    }
  }
}
