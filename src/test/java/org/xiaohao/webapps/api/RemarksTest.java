package org.xiaohao.webapps.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.consultation.ConsultationService;
import org.xiaohao.consultation.FilledIn;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.rectification.ProblemList;
import org.xiaohao.shared.Refusal;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** Opinions that become problems later, one by one, by those who work with them. */
@CampaignTest
class RemarksTest {

  @Autowired TestCampaign campaign;
  @Autowired ConsultationService consultations;
  @Autowired ProblemList problems;
  @Autowired Ledger ledger;
  @Autowired Remarks remarks;

  private String key = "";

  @BeforeEach
  void formsComeBack() {
    campaign.launch("2017-04-17T08:00");
    key = campaign.key("consultation/opinion-forms/arts");
    consultations.collect(
        key,
        List.of(
            new FilledIn("沁县文化馆", List.of("希望增加下乡演出", "", "")),
            new FilledIn("武乡县文化馆", List.of("", "", ""))),
        false,
        "arts.liaison");
  }

  @Test
  void an_opinion_on_a_form_becomes_a_problem_once_and_keeps_the_link() {
    assertThat(of("arts.liaison"))
        .as("empty forms say nothing")
        .singleElement()
        .satisfies(remark -> assertThat(remark.text()).isEqualTo("希望增加下乡演出"))
        .satisfies(remark -> assertThat(remark.who()).isEmpty())
        .satisfies(remark -> assertThat(remark.listable()).isTrue());
    assertThat(of("guowei")).as("the office reads").noneMatch(Remarks.Remark::listable);
    assertThat(of("library.head")).as("others do not").isEmpty();

    list(1, "arts.liaison");
    list(1, "arts.liaison");
    var problem = problems.ofSource(key + "#1").orElseThrow();
    assertThat(problem.origin().source()).isIn(Source.CONSULTATION, Source.CHECK_SERVED);
    assertThat(problems.of(campaign.id())).hasSize(1);
    assertThat(of("arts.liaison"))
        .singleElement()
        .satisfies(remark -> assertThat(remark.problem()).isEqualTo(problem.key()))
        .satisfies(remark -> assertThat(remark.listable()).isFalse());
  }

  @Test
  void nobody_else_lists_and_nothing_else_is_listed() {
    assertThatThrownBy(() -> list(1, "library.head")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> list(7, "arts.liaison")).isInstanceOf(Refusal.class);
    var essay = ledger.find(campaign.key("essay/arts.staff")).orElseThrow();
    assertThatThrownBy(() -> remarks.list(essay, 1, "arts.staff"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo("webapps.remark-unknown"));
    assertThat(problems.of(campaign.id())).isEmpty();
  }

  private void list(int number, String by) {
    remarks.list(ledger.find(key).orElseThrow(), number, by);
  }

  private List<Remarks.Remark> of(String reader) {
    return campaign.as(reader, () -> remarks.of(ledger.find(key).orElseThrow()));
  }
}
