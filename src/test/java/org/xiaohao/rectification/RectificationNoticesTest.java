package org.xiaohao.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** Who is told at once that a problem comes back. */
@CampaignTest
class RectificationNoticesTest {

  private static final LocalDate LIMIT = LocalDate.of(2017, 3, 31);

  @Autowired TestCampaign campaign;
  @Autowired RectificationService service;
  @Autowired ProblemCareService care;
  @Autowired JdbcClient jdbc;

  private String key = "";

  private ProblemSteps steps;

  @Autowired
  void steps(FormService forms, RepositoryService repository) {
    steps = new ProblemSteps(campaign, forms, repository);
  }

  @BeforeEach
  void register() {
    campaign.launch("2017-02-28T08:00", Plans.withLookBack(0), TestCampaign.roster());
    key =
        service
            .register(
                new Registration(
                    campaign.id(), Source.SUGGESTION, null, "", "arts", "答复慢", null, "arts.staff"))
            .key();
    steps.accept("P0001");
    steps.propose("P0001", "arts.staff", LIMIT);
  }

  private List<String> told(String person) {
    return jdbc.sql(
            """
            select subject || ' / ' || body || ' / ' || urgency || ' / ' || link
            from notification_outbox
            where item_key = ? and person_id = ? and channel = 'MAIL' order by id
            """)
        .params(key, person)
        .query(String.class)
        .list();
  }

  @Test
  void a_refused_close_out_is_told_to_the_owner_with_the_reason_and_the_new_date() {
    steps.confirm("P0001", false);
    steps.rectify("P0001", "arts.staff");
    steps.check("P0001", "arts.head");
    assertThat(told("arts.staff")).as("nothing came back yet").isEmpty();

    service.failVerification(key, "照片看不清", "helixin");

    assertThat(told("arts.staff"))
        .singleElement()
        .asString()
        .startsWith("销号被退回，请于3月")
        .contains("答复慢", "意见：照片看不清", "AT_ONCE", "item=");
    assertThat(told("arts.head")).isEmpty();
  }

  @Test
  void every_return_is_a_notice_of_its_own() {
    steps.confirm("P0001", false);
    for (var reason : List.of("不够", "还不够")) {
      steps.rectify("P0001", "arts.staff");
      campaign.complete(
          "P0001", "userTask_check", "arts.head", Map.of("outcome", "RETURNED", "reason", reason));
    }
    assertThat(told("arts.staff"))
        .hasSize(2)
        .allMatch(text -> text.startsWith("整改退回，请于"))
        .last()
        .asString()
        .contains("意见：还不够");
  }

  @Test
  void measures_that_the_office_returns_are_told_to_the_unit() {
    service.returnProposal(key, "措施太空", "liuguangli");
    assertThat(told("arts.liaison"))
        .singleElement()
        .asString()
        .startsWith("整改措施退回")
        .contains("意见：措施太空");
  }

  @Test
  void the_letter_has_the_whole_text_of_a_problem_whose_title_is_cut() {
    var text = "办事窗口排队时间长，" + "群众多次反映没有改进😀".repeat(40) + "（完）";
    key =
        service
            .register(
                new Registration(
                    campaign.id(), Source.SUGGESTION, null, "", "arts", text, null, "arts.staff"))
            .key();
    steps.accept("P0002");
    steps.propose("P0002", "arts.staff", LIMIT);
    service.returnProposal(key, "措施太空", "liuguangli");

    assertThat(told("arts.liaison")).singleElement().asString().contains("问题全文：" + text);
    var subject = told("arts.liaison").get(0).split(" / ")[0];
    assertThat(subject).startsWith("整改措施退回，请于").endsWith("…").hasSizeLessThan(90);
  }

  @Test
  void who_raised_it_is_told_that_it_is_solved() {
    var raised = raisedBy("library.staff", "P0002");
    steps.toClosedOut("P0002");
    key = raised;
    assertThat(told("library.staff"))
        .singleElement()
        .asString()
        .startsWith("您登记的问题已整改销号")
        .contains("核查通过，予以销号", "item=");
  }

  @Test
  void who_raised_what_is_no_problem_is_told_why() {
    key = raisedBy("library.staff", "P0002");
    steps.triage("P0002", "EXPLAINED", Map.of("reason", "去年已经解决"));
    assertThat(told("library.staff"))
        .singleElement()
        .asString()
        .startsWith("关于您登记的问题的说明")
        .contains("不列为问题", "意见：去年已经解决");
  }

  private String raisedBy(String person, String number) {
    var raised =
        service.register(
            new Registration(
                campaign.id(), Source.SUGGESTION, null, "", "arts", "开馆太晚", null, person));
    assertThat(raised.key()).endsWith(number);
    campaign.runJobs();
    return raised.key();
  }

  @Test
  void more_time_is_decided_and_told() {
    steps.confirm("P0001", false);
    care.askExtension(key, LocalDate.of(2017, 4, 14), "等设备", "arts.staff");
    care.decideExtension(key, true, "", "helixin");
    assertThat(told("arts.staff"))
        .singleElement()
        .asString()
        .startsWith("延期已批准，新期限4月14日")
        .doesNotContain("意见");
  }
}
