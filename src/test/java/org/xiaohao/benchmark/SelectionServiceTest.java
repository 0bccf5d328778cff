package org.xiaohao.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.benchmark.Selection.State;
import org.xiaohao.campaign.CampaignWork.Chunk;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.shared.Refusal;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
class SelectionServiceTest {

  private static final Benchmark GOOD = new Benchmark("读者服务", "苏州图书馆", "总分馆制", "电话沟通");

  @Autowired TestCampaign campaign;
  @Autowired Selections selections;
  @Autowired SelectionService service;
  @Autowired SelectionWork work;
  @Autowired Campaigns campaigns;

  @Test
  void each_unit_has_one_selection_that_waits_for_its_work() {
    campaign.launch("2017-02-28T08:00");

    assertThat(selections.of(campaign.id()))
        .extracting(Selection::unitId)
        .containsExactly("office", "arts", "library");
    assertThat(selections.of(campaign.id()))
        .allSatisfy(
            row -> {
              assertThat(row.state()).isEqualTo(State.PLANNED);
              assertThat(row.date().effectiveDate()).isEqualTo("2017-04-28");
            });
    assertThat(work.plan(campaigns.get(campaign.id()), null, 200)).isEqualTo(new Chunk(3, null));
    assertThat(selections.of(campaign.id())).as("nothing twice").hasSize(3);
  }

  @Test
  void what_passed_before_the_launch_is_offered_for_recording_only() {
    campaign.launch("2017-05-02T08:00");
    var key = campaign.key("benchmarks/benchmarks/library");
    assertThat(selections.get(key).state()).isEqualTo(State.PAST);
    assertThat(work.past(campaigns.get(campaign.id()), "benchmark")).hasSize(3);

    work.recordPast(key, "guowei");

    assertThat(selections.get(key).state()).isEqualTo(State.CONFIRMED);
    assertThat(work.past(campaigns.get(campaign.id()), "benchmark")).hasSize(2);
  }

  @Test
  void a_proposal_that_lacks_what_the_plan_asks_for_is_refused() {
    var key = open();
    refused("benchmark.too-few", propose(key, proposal("标准", null)));
    refused("benchmark.standard-missing", propose(key, proposal(" ", null, GOOD)));
    refused(
        "benchmark.incomplete",
        propose(key, proposal("标准", null, new Benchmark("读者服务", "苏州图书馆", "", "电话沟通"))));
    refused(
        "benchmark.means",
        propose(key, proposal("标准", null, new Benchmark("读者服务", "苏州图书馆", "好", "听说"))));
    refused("benchmark.control-character", propose(key, proposal("标\0准", null, GOOD)));
    refused(
        "benchmark.not-yours",
        () -> service.propose(key, proposal("标准", null, GOOD), "library.staff"));
    assertThat(selections.versions(key)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2017-04-10, 图书馆, benchmark.visit-window",
    "2017-04-21, 图书馆, benchmark.visit-window",
    "2017-04-20, 图书馆, benchmark.visit-later",
    "2017-04-12, ' ', benchmark.visit-incomplete"
  })
  void a_field_visit_is_told_of_whole_and_within_its_window(String day, String place, String code) {
    var key = open();
    var visit = new FieldVisit(place, LocalDate.parse(day), "馆长", "总分馆制");
    refused(code, propose(key, proposal("标准", visit, GOOD)));
    assertThat(selections.visit(key)).isEmpty();
  }

  @Test
  void a_field_visit_is_encouraged_only() {
    var key = open();
    service.propose(key, proposal("标准", null, GOOD), "library.liaison");
    assertThat(selections.get(key).state()).isEqualTo(State.DISCUSSING);
    assertThat(selections.visit(key)).isEmpty();
  }

  @Test
  void a_field_visit_after_the_proposal_is_told_of_by_itself() {
    var key = open();
    service.propose(key, proposal("标准", null, GOOD), "library.liaison");
    var visit = new FieldVisit("苏州", LocalDate.of(2017, 4, 20), "馆长", "总分馆制");
    refused("benchmark.visit-later", () -> service.tellOfVisit(key, visit, "library.liaison"));

    campaign.advanceTo("2017-04-21T09:00");
    refused("benchmark.not-yours", () -> service.tellOfVisit(key, visit, "arts.liaison"));
    service.tellOfVisit(key, visit, "library.liaison");

    assertThat(selections.visit(key)).hasValue(visit);
    assertThat(selections.get(key).state()).as("goes on as it was").isEqualTo(State.DISCUSSING);
  }

  @Test
  void a_discussion_is_noted_afterwards_and_by_who_may() {
    var key = open();
    service.propose(key, proposal("标准", null, GOOD), "library.liaison");
    var today = LocalDate.parse("2017-04-14");
    refused(
        "benchmark.discussion-later",
        () -> service.agree(key, new Discussion(today.plusDays(1), "全馆", "同意"), "library.head"));
    refused(
        "benchmark.discussion-incomplete",
        () -> service.agree(key, new Discussion(today, " ", "同意"), "library.head"));
    refused(
        "benchmark.not-yours-to-discuss",
        () -> service.agree(key, new Discussion(today, "全馆", "同意"), "arts.head"));
    refused("benchmark.wrong-state", () -> service.confirm(key, "标准", "guowei"));
  }

  private String open() {
    campaign.launch("2017-04-14T08:00");
    return campaign.key("benchmarks/benchmarks/library");
  }

  private ThrowingCallable propose(String key, Proposal proposal) {
    return () -> service.propose(key, proposal, "library.liaison");
  }

  private static Proposal proposal(
      String standard, @Nullable FieldVisit visit, Benchmark... benchmarks) {
    return new Proposal(List.of(benchmarks), standard, visit);
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
