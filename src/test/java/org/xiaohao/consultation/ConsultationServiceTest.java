package org.xiaohao.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.consultation.Consultation.State;
import org.xiaohao.shared.Refusal;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
class ConsultationServiceTest {

  @Autowired TestCampaign campaign;
  @Autowired Consultations consultations;
  @Autowired ConsultationForms forms;
  @Autowired ConsultationService service;

  private String key = "";

  @BeforeEach
  void launch() {
    campaign.launch(
        "2017-04-17T08:00",
        TestCampaign.only(TestCampaign.plan(), "opinion-forms", "service-questionnaire"),
        TestCampaign.roster());
    key = campaign.key("consultation/opinion-forms/arts");
  }

  @Test
  void each_form_gets_a_number_its_day_and_a_verdict_with_the_reason() {
    service.collect(
        key,
        List.of(
            SampleForms.form(1),
            new FilledIn("沁县文化馆", List.of("", "", "")),
            new FilledIn("沁县文化馆", List.of("无", "", "")),
            new FilledIn("艺术科", List.of("希望增加演出", "", "")),
            new FilledIn("武乡县文化馆", SampleForms.form(1).answers())),
        false,
        "arts.liaison");

    var stored = forms.of(key);
    assertThat(stored)
        .extracting(ConsultationForm::validity)
        .containsExactly(
            Validity.VALID,
            Validity.BLANK,
            Validity.NO_CONTENT,
            Validity.FROM_INSIDE,
            Validity.DUPLICATE);
    assertThat(stored).extracting(ConsultationForm::number).containsExactly(1, 2, 3, 4, 5);
    assertThat(stored).extracting(ConsultationForm::day).containsOnly(LocalDate.of(2017, 4, 17));
    assertThat(stored.get(4).reason()).isEqualTo("与第 1 份内容相同");
    assertThat(consultations.validForms(campaign.id(), "opinion-forms"))
        .containsExactly(
            new UnitForms("office", 0, 0, 20),
            new UnitForms("arts", 1, 5, 20),
            new UnitForms("library", 0, 0, 20));
  }

  @Test
  void the_same_content_in_another_unit_is_no_duplicate() {
    var library = campaign.key("consultation/opinion-forms/library");
    service.collect(key, SampleForms.forms(1, 1), false, "arts.liaison");
    service.collect(library, SampleForms.forms(1, 1), false, "library.liaison");

    assertThat(forms.valid(key)).isEqualTo(1);
    assertThat(forms.valid(library)).isEqualTo(1);
  }

  @Test
  void a_batch_with_a_form_from_nowhere_is_refused_as_a_whole() {
    refused(
        "consultation.affiliation-missing",
        () ->
            service.collect(
                key,
                List.of(SampleForms.form(1), new FilledIn(" ", List.of("希望增加演出"))),
                false,
                "arts.liaison"));

    assertThat(forms.of(key)).isEmpty();
  }

  @Test
  void a_form_that_no_database_can_keep_is_refused() {
    refused(
        "consultation.control-character", () -> collect(new FilledIn("沁县文化馆", List.of("希望\0演出"))));
    refused(
        "consultation.too-long", () -> collect(new FilledIn("沁县文化馆", List.of("一".repeat(4_001)))));
    refused(
        "consultation.too-long", () -> collect(new FilledIn("一".repeat(201), List.of("希望增加演出"))));
  }

  @Test
  void only_the_unit_collects_and_only_the_office_decides() {
    refused(
        "consultation.not-yours",
        () -> service.collect(key, SampleForms.forms(1, 1), true, "library.liaison"));
    service.collect(key, SampleForms.forms(1, 19), true, "arts.head");

    refused("consultation.office-only", () -> service.letPass(key, "只有这些", "arts.liaison"));
    refused(
        "consultation.office-only",
        () -> service.goOn(key, LocalDate.of(2017, 5, 10), "", "arts.head"));
    refused(
        "consultation.office-only",
        () -> service.overrule(key, 1, Validity.BLANK, "看错了", "arts.head"));
    refused("consultation.office-only", () -> service.waive(key, "并入", "arts.head"));
    refused(
        "consultation.office-only",
        () -> service.move(key, LocalDate.of(2017, 5, 10), "收不齐", "arts.head"));
    assertThat(consultations.get(key).state()).isEqualTo(State.SHORT);
  }

  @Test
  void no_way_leads_to_the_summary_below_the_quota_without_the_office() {
    service.collect(key, SampleForms.forms(1, 19), false, "arts.liaison");

    refused("consultation.wrong-state", () -> service.summarise(key, "都很满意", "arts.liaison"));
    refused("consultation.wrong-state", () -> service.letPass(key, "只有这些", "helixin"));
    service.collect(key, List.of(), true, "arts.liaison");
    refused("consultation.wrong-state", () -> service.summarise(key, "都很满意", "arts.liaison"));
    refused("consultation.pass-reason", () -> service.letPass(key, " ", "helixin"));
    var atTheGate = consultations.get(key);
    refused("consultation.wrong-state", () -> atTheGate.enough(19, campaign.now(), campaign.now()));
    refused("consultation.wrong-state", () -> atTheGate.letPass(" ", campaign.now()));
    assertThat(consultations.get(key).state()).isEqualTo(State.SHORT);
  }

  @Test
  void a_unit_that_has_passed_is_not_put_below_its_quota_afterwards() {
    service.collect(key, SampleForms.forms(1, 21), true, "arts.liaison");
    service.overrule(key, 1, Validity.FROM_INSIDE, "本科室退休人员代填", "helixin");

    refused(
        "consultation.would-fall-short",
        () -> service.overrule(key, 2, Validity.FROM_INSIDE, "同上", "helixin"));

    assertThat(forms.valid(key)).isEqualTo(20);
    var overruled = forms.of(key).get(0);
    assertThat(overruled.validity()).isEqualTo(Validity.FROM_INSIDE);
    assertThat(overruled.reason()).isEqualTo("本科室退休人员代填");
    assertThat(overruled.judgedBy()).isEqualTo("helixin");
  }

  @Test
  void reasons_are_not_optional() {
    service.collect(key, SampleForms.forms(1, 20), true, "arts.liaison");

    refused(
        "consultation.overrule-reason",
        () -> service.overrule(key, 1, Validity.BLANK, " ", "helixin"));
    refused("consultation.waive-reason", () -> service.waive(key, "", "helixin"));
    refused(
        "consultation.move-reason",
        () -> service.move(key, LocalDate.of(2017, 5, 10), "", "helixin"));
    refused(
        "campaign.limit-past", () -> service.move(key, LocalDate.of(2017, 3, 1), "提前", "helixin"));
    refused("consultation.summary-missing", () -> service.summarise(key, "\n", "arts.liaison"));
    refused(
        "consultation.no-form", () -> service.overrule(key, 99, Validity.BLANK, "没有", "helixin"));
  }

  @Test
  void the_limit_of_all_units_moves_but_for_those_that_are_complete() {
    service.collect(key, SampleForms.forms(1, 20), true, "arts.liaison");

    service.moveAll(campaign.id(), "opinion-forms", LocalDate.of(2017, 5, 10), "五一前收不齐", "helixin");

    assertThat(consultations.of(campaign.id(), "opinion-forms"))
        .extracting(row -> row.date().planDate())
        .containsExactly(
            LocalDate.of(2017, 5, 10), LocalDate.of(2017, 4, 30), LocalDate.of(2017, 5, 10));
  }

  private void collect(FilledIn form) {
    service.collect(key, List.of(form), false, "arts.liaison");
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOf(Refusal.class).extracting("code").isEqualTo(code);
  }
}
