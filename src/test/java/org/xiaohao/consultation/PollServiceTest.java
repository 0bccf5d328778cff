package org.xiaohao.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.consultation.ConsultationForm.Source;
import org.xiaohao.shared.Refusal;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
class PollServiceTest {

  private static final String ID = "service-questionnaire";
  private static final LocalDate LAST = LocalDate.of(2017, 4, 7);

  @Autowired TestCampaign campaign;
  @Autowired Consultations consultations;
  @Autowired ConsultationForms forms;
  @Autowired ConsultationService service;
  @Autowired PollService polls;
  @Autowired PublicCountService counts;
  @Autowired JdbcClient jdbc;

  private String code = "";
  private String page = "";

  @BeforeEach
  void opens() {
    campaign.launch("2017-04-05T08:00");
    page = "page of " + campaign.id();
    code = polls.open(campaign.id(), ID, LAST, "helixin").code();
  }

  @Test
  void everybody_sees_the_questions_and_the_units_that_gather_forms() {
    var shown = polls.page(code);

    assertThat(shown.title()).isEqualTo("服务对象调查问卷");
    assertThat(shown.questions()).hasSize(4);
    assertThat(shown.units()).extracting(PollService.About::id).contains("arts", "library");
    service.waive(key("library"), "不再征集", "helixin");
    assertThat(polls.page(code).units())
        .extracting(PollService.About::id)
        .contains("arts")
        .doesNotContain("library");
  }

  @Test
  void an_answer_is_one_more_form_of_the_unit_and_names_nobody() {
    polls.answer(code, page, "arts", SampleForms.form(1));

    assertThat(forms.of(key("arts")))
        .singleElement()
        .satisfies(
            form -> {
              assertThat(form.source()).isEqualTo(Source.POLL);
              assertThat(form.enteredBy()).isNull();
              assertThat(form.isValid()).isTrue();
            });
    assertThat(forms.polled(campaign.id(), ID)).isEqualTo(1);
    assertThat(polls.answered(page)).isTrue();
    assertThat(jdbc.sql("select page_hash from consultation_poll_page").query(String.class).list())
        .doesNotContain(page);
  }

  @Test
  void a_page_is_good_for_one_answer() {
    polls.answer(code, page, "arts", SampleForms.form(1));

    refused(
        "consultation.poll-answered",
        () -> polls.answer(code, page, "library", SampleForms.form(2)));
    assertThat(forms.polled(campaign.id(), ID)).isEqualTo(1);
  }

  @Test
  void everybody_sees_how_many_came_where_the_office_wants_it_only() {
    polls.answer(code, page, "arts", SampleForms.form(1));
    assertThat(counts.poll(code)).isEmpty();
    refused(
        "consultation.office-only", () -> counts.showPoll(campaign.id(), ID, true, "arts.liaison"));
    refused(
        "consultation.poll-unknown",
        () -> counts.showPoll(campaign.id(), "opinion-forms", true, "helixin"));

    counts.showPoll(campaign.id(), ID, true, "helixin");
    assertThat(counts.poll(code)).contains(new PublicCountService.Page("服务对象调查问卷", 1));
    counts.showPoll(campaign.id(), ID, false, "helixin");

    assertThat(counts.poll(code)).isEmpty();
    assertThat(
            jdbc.sql("select what from consultation_poll_event where code = ? order by id")
                .param(code)
                .query(String.class)
                .list())
        .containsExactly("OPENED", "COUNT_SHOWN", "COUNT_HIDDEN");
  }

  @Test
  void what_is_refused_leaves_the_page_good() {
    refused(
        "consultation.answer-empty",
        () -> polls.answer(code, page, "arts", new FilledIn("沁县", List.of(" "))));
    refused("consultation.poll-unit", () -> polls.answer(code, page, "x", SampleForms.form(1)));
    refused(
        "consultation.affiliation-missing",
        () -> polls.answer(code, page, "arts", new FilledIn("", List.of("希望多演出"))));

    assertThat(polls.answered(page)).isFalse();
    polls.answer(code, page, "arts", SampleForms.form(1));
  }

  @Test
  void it_ends_with_its_last_day() {
    campaign.advanceTo("2017-04-07T23:00");
    assertThat(polls.page(code).units()).isNotEmpty();

    campaign.advanceTo("2017-04-08T00:30");

    refused("consultation.poll-closed", () -> polls.page(code));
    refused(
        "consultation.poll-closed", () -> polls.answer(code, page, "arts", SampleForms.form(1)));
  }

  @Test
  void the_office_closes_it_and_opens_it_again_at_the_same_address() {
    polls.close(campaign.id(), ID, "helixin");
    refused("consultation.poll-closed", () -> polls.page(code));

    var again = polls.open(campaign.id(), ID, LAST.plusDays(3), "liuguangli");

    assertThat(again.code()).isEqualTo(code);
    assertThat(polls.page(code).units()).isNotEmpty();
    assertThat(
            jdbc.sql("select what from consultation_poll_event where code = ? order by id")
                .param(code)
                .query(String.class)
                .list())
        .containsExactly("OPENED", "CLOSED", "OPENED");
  }

  @Test
  void nobody_else_opens_or_closes_it_and_the_plan_decides_where_there_is_one() {
    refused("consultation.office-only", () -> polls.open(campaign.id(), ID, LAST, "arts.liaison"));
    refused("consultation.office-only", () -> polls.close(campaign.id(), ID, "arts.head"));
    refused(
        "consultation.poll-not-planned",
        () -> polls.open(campaign.id(), "opinion-forms", LAST, "helixin"));
    refused(
        "consultation.until-past",
        () -> polls.open(campaign.id(), ID, LocalDate.of(2017, 4, 4), "helixin"));
    refused("consultation.poll-unknown", () -> polls.page("guessed"));
  }

  private String key(String unit) {
    return campaign.key("consultation/" + ID + "/" + unit);
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThat(catchThrowableOfType(Refusal.class, act)).extracting(Refusal::code).isEqualTo(code);
  }
}
