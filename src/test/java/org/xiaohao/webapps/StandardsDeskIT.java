package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.xiaohao.testing.TestCampaign.json;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.benchmark.Selection;
import org.xiaohao.benchmark.Selections;
import org.xiaohao.briefing.Adoptions;
import org.xiaohao.campaign.CampaignWork;
import org.xiaohao.campaign.CampaignWork.Opening;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.consultation.Consultation;
import org.xiaohao.consultation.ConsultationForms;
import org.xiaohao.consultation.ConsultationService;
import org.xiaohao.consultation.Consultations;
import org.xiaohao.meeting.Meeting;
import org.xiaohao.meeting.Meetings;
import org.xiaohao.rectification.ProblemList;
import org.xiaohao.simulation.SimulatedTime;
import org.xiaohao.submission.Submission;
import org.xiaohao.submission.SubmissionService;
import org.xiaohao.submission.Submissions;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;

/** Phases 2 and 3 at the desks of those who meet, ask, set standards and keep ledgers. */
class StandardsDeskIT extends BrowserTest {

  private static final String CAMPAIGN = "changzhi-2017";
  private static final String MEETING = CAMPAIGN + "/meeting/exchange";
  private static final String FORMS = CAMPAIGN + "/consultation/opinion-forms/heritage";
  private static final String SELECTION = CAMPAIGN + "/benchmarks/benchmarks/heritage";

  @Autowired private List<CampaignWork> works;
  @Autowired private Campaigns campaigns;
  @Autowired private Meetings meetings;
  @Autowired private Consultations consultations;
  @Autowired private ConsultationService consulting;
  @Autowired private ConsultationForms forms;
  @Autowired private Selections selections;
  @Autowired private Submissions submissions;
  @Autowired private SubmissionService papers;
  @Autowired private ProblemList problems;
  @Autowired private Adoptions adoptions;
  @Autowired private SimulatedTime time;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcClient jdbc;

  private TaskHands hands;

  @Autowired
  void hands(TaskService tasks, ManagementService management, IdentityService identity) {
    hands = new TaskHands(tasks, management, identity);
  }

  /** The launch goes on after the start of the server; papers of units are its last rows. */
  @BeforeEach
  void isLaunched() {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                selections.find(SELECTION).isPresent()
                    && consultations.find(FORMS).isPresent()
                    && meetings.find(MEETING).isPresent()
                    && submissions.find(CAMPAIGN + "/duty-list/heritage").isPresent()
                    && submissions.find(CAMPAIGN + "/function-list/heritage").isPresent());
  }

  /** Opens the first things of a room in the work that sets standards. */
  private void open(String room, int size) {
    works.stream()
        .filter(work -> work.room().equals(room))
        .forEach(
            work ->
                work.open(campaigns.get(CAMPAIGN), new Opening("benchmark", "standards"), size));
  }

  @Test
  void aMeetingIsRecordedAndAnOpinionBecomesAProblemLater() {
    open("meeting", 10);
    hands.complete(
        "helixin",
        MEETING,
        "userTask_arrange",
        Map.of(
            "arrangement",
            json(
                """
                {"day": "2017-04-27", "starts": "14:30", "ends": "17:00", "place": "三楼会议室",
                 "host": "杨建平", "agenda": "", "audiences": ["UNIT_HEADS"]}
                """)));
    hands.letCome(
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(MEETING)
            .singleResult()
            .getId(),
        "event_meetingEnds");
    hands.waitFor(MEETING, "userTask_minutes");

    var office = tasklistOf("helixin");
    openItem(office, MEETING, "记录会议");
    claim(office);
    picture(office, "standards-minutes-empty");
    office.getByLabel("已召开").check();
    field(office, "number", "到会人数").locator("input").fill("46");
    field(office, "textarea", "会议记录").locator("textarea").fill("各单位汇报了拟定的工作标准，局领导逐一点评。");
    field(office, "textfield", "提出人").locator("input").fill("群艺馆代表");
    choose(field(office, "select", "涉及单位"), "文物科");
    write(office, "意见内容", "文物巡查记录不全，基层反映问题没有下文。");
    complete(office);
    assertThat(office.locator(".page-notifications .message")).containsText("决定");
    picture(office, "standards-minutes-refused");
    office.locator(".page-notifications .close:visible").click();
    write(office, "决定内容", "各单位工作标准于四月底前定稿。");
    office.locator(".fjs-form").getByText("意见（逐条填写）").scrollIntoViewIfNeeded();
    picture(office, "standards-minutes");
    complete(office);
    office.waitForCondition(() -> meetings.get(MEETING).state() == Meeting.State.HELD);
    var opinion = meetings.opinions(MEETING).get(0);
    assertThat(opinion.unitId()).isEqualTo("heritage");
    assertThat(problems.ofSource(opinion.key())).isEmpty();

    office.getByText("活动安排", new Page.GetByTextOptions().setExact(true)).click();
    office.locator(".xh-dialog").first().getByText("对表对标、确立标准交流大会").click();
    var kind = office.locator(".xh-dialog").last();
    kind.getByText("已办结（").click();
    kind.locator("table").getByText("查看").first().click();
    var item = office.locator(".xh-dialog").last();
    assertThat(item.locator("dl")).containsText("2017年4月27日 14:30–17:00，三楼会议室，杨建平主持");
    assertThat(item.locator("dl")).containsText("各单位工作标准于四月底前定稿。");
    picture(office, "standards-opinion");
    item.getByText("列入问题清单").click();
    item.locator(".xh-remarks").getByText("问题 P").waitFor();
    picture(office, "standards-opinion-listed");
    assertThat(problems.ofSource(opinion.key()))
        .get()
        .satisfies(problem -> assertThat(problem.unitId()).isEqualTo("heritage"))
        .satisfies(
            problem -> assertThat(problem.origin().source()).isEqualTo(Source.REVIEW_MEETING));
  }

  @Test
  void formsAreTooFewAndTheOfficeLetsThemPass() {
    consulting.open(consultations.get(FORMS));
    hands.waitFor(FORMS, "userTask_collect");
    var liaison = tasklistOf("liuxiaoping");
    openItem(liaison, FORMS, "录入征求意见表");
    claim(liaison);
    field(liaison, "textfield", "来自哪里").locator("input").fill("平顺县文物所");
    write(liaison, "您认为本科室（单位）应当向谁学习", "平遥县文物局，巡查记录一处一档。");
    write(liaison, "主要差距是什么", "巡查频次不够。");
    picture(liaison, "standards-collect");
    complete(liaison);
    liaison.waitForCondition(() -> forms.valid(FORMS) == 1);
    hands.waitFor(FORMS, "userTask_collect");
    openItem(liaison, FORMS, "录入征求意见表");
    assertThat(liaison.locator(".fjs-table")).containsText("平顺县文物所");
    claim(liaison);
    liaison.getByLabel("已收齐，提请把关").check();
    picture(liaison, "standards-collected");
    complete(liaison);
    liaison.waitForCondition(() -> consultations.get(FORMS).state() == Consultation.State.SHORT);

    var office = tasklistOf("helixin");
    openItem(office, FORMS, "份数不足时作出决定");
    claim(office);
    office.getByLabel("不再征集，进入意见梳理").check();
    complete(office);
    assertThat(office.locator(".page-notifications .message")).containsText("理由");
    office.locator(".page-notifications .close:visible").click();
    write(office, "理由", "服务对象集中，已逐户征求。");
    picture(office, "standards-shortfall");
    complete(office);
    office.waitForCondition(
        () -> consultations.get(FORMS).state() == Consultation.State.SUMMARISING);

    hands.waitFor(FORMS, "userTask_summarise");
    openItem(liaison, FORMS, "梳理意见");
    claim(liaison);
    write(liaison, "意见梳理", "意见集中在巡查频次和记录规范。");
    liaison.locator(".fjs-form-field-checklist input").first().check();
    picture(liaison, "standards-summary");
    complete(liaison);
    liaison.waitForCondition(
        () -> consultations.get(FORMS).state() == Consultation.State.COMPLETED);
    assertThat(read("liuxiaoping", FORMS)).contains("意见集中在巡查频次和记录规范。");
    assertThat(problems.ofSource(FORMS + "#1"))
        .get()
        .satisfies(problem -> assertThat(problem.unitId()).isEqualTo("heritage"));
  }

  @Test
  void benchmarksAreProposedDiscussedAndConfirmed() {
    open("benchmark", 8);
    hands.waitFor(SELECTION, "userTask_propose");
    var liaison = tasklistOf("liuxiaoping");
    openItem(liaison, SELECTION, "提出标杆和标准");
    claim(liaison);
    field(liaison, "textfield", "工作项目").locator("input").fill("文物巡查");
    field(liaison, "textfield", "学习对象").locator("input").fill("平遥县文物局");
    write(liaison, "选树理由", "一处一档，巡查记录公开可查。");
    choose(field(liaison, "select", "选树方式"), "电话沟通");
    write(liaison, "工作标准", "每处文物每月巡查一次，三日内录入台账。");
    picture(liaison, "standards-propose");
    field(liaison, "textfield", "地点").locator("input").fill("平遥县");
    complete(liaison);
    assertThat(liaison.locator(".page-notifications .message")).containsText("实地调查研究");
    picture(liaison, "standards-propose-refused");
    liaison.locator(".page-notifications .close:visible").click();
    field(liaison, "textfield", "地点").locator("input").fill("");
    complete(liaison);
    liaison.waitForCondition(() -> state() == Selection.State.DISCUSSING);

    visited();
    hands.waitFor(SELECTION, "userTask_discuss");
    var head = tasklistOf("zhangxuemei");
    openItem(head, SELECTION, "集体研究");
    claim(head);
    day(head, "研究日期", today());
    write(head, "参加人员", "文物科全体");
    write(head, "研究意见", "一致同意。");
    head.getByLabel("同意，报办公室确定").check();
    picture(head, "standards-discuss");
    complete(head);
    head.waitForCondition(() -> state() == Selection.State.CONFIRMING);

    hands.waitFor(SELECTION, "userTask_confirm");
    var office = tasklistOf("helixin");
    openItem(office, SELECTION, "确定标杆和标准");
    claim(office);
    office.getByLabel("确定", new Page.GetByLabelOptions().setExact(true)).check();
    field(office, "textarea", "确定的工作标准").scrollIntoViewIfNeeded();
    picture(office, "standards-confirm");
    write(office, "确定的工作标准", "每处文物每月至少巡查一次，三日内录入台账。");
    complete(office);
    office.waitForCondition(() -> state() == Selection.State.CONFIRMED);
    assertThat(selections.standard(SELECTION).orElseThrow().text())
        .isEqualTo("每处文物每月至少巡查一次，三日内录入台账。");
    assertThat(read("liuxiaoping", SELECTION))
        .contains("文物巡查：平遥县文物局（电话沟通）", "每处文物每月至少巡查一次，三日内录入台账。");
  }

  /** The days for it lie weeks ahead of the test. */
  private void visited() {
    jdbc.sql(
            "insert into benchmark_field_visit (item_key, place, visited_on, visitors, learned,"
                + " recorded_by, recorded_at) values (?, '平遥县', date '2017-04-18', '张雪梅等 3 人',"
                + " '一处一档，公开可查。', 'liuxiaoping', current_timestamp)")
        .param(SELECTION)
        .update();
  }

  private Selection.State state() {
    return selections.get(SELECTION).state();
  }

  @Test
  void aDutyListHasARowForEverybodyAndAFunctionListItsVerdicts() {
    var duties = CAMPAIGN + "/duty-list/heritage";
    var functions = CAMPAIGN + "/function-list/heritage";
    papers.open(submissions.get(duties));
    papers.open(submissions.get(functions));
    hands.waitFor(duties, "userTask_submit");
    hands.waitFor(functions, "userTask_submit");
    var liaison = tasklistOf("liuxiaoping");
    openItem(liaison, duties, "个人职责清单");
    claim(liaison);
    var names = field(liaison, "textarea", "姓名").locator("textarea");
    assertThat(names).hasCount(6);
    assertThat(names.first()).hasValue("张雪梅");
    picture(liaison, "standards-duties-empty");
    complete(liaison);
    assertThat(liaison.locator(".page-notifications .message")).containsText("岗位");
    picture(liaison, "standards-duties-refused");
    liaison.locator(".page-notifications .close:visible").click();
    for (var column : List.of("岗位", "责任", "权限")) {
      for (var row = 0; row < 6; row++) {
        paste(
            field(liaison, "textarea", column).locator("textarea").nth(row),
            column + "：文物巡查第" + (row + 1) + "片区。");
      }
    }
    picture(liaison, "standards-duties");
    complete(liaison);
    liaison.waitForCondition(() -> submissions.get(duties).state() == Submission.State.SUBMITTED);
    assertThat(submissions.versions(duties).get(0).content().rows()).hasSize(6);

    openItem(liaison, functions, "职能清单");
    claim(liaison);
    write(liaison, "职能或制度", "文物巡查制度");
    choose(field(liaison, "select", "类别"), "制度");
    choose(field(liaison, "select", "梳理结论"), "过去有效，现在未必有效");
    write(liaison, "处理意见", "修订");
    picture(liaison, "standards-functions");
    complete(liaison);
    liaison.waitForCondition(
        () -> submissions.get(functions).state() == Submission.State.SUBMITTED);

    hands.waitFor(duties, "userTask_review");
    var head = tasklistOf("zhangxuemei");
    openItem(head, duties, "审核材料");
    claim(head);
    head.getByLabel("通过").check();
    picture(head, "standards-duties-review");
    complete(head);
    head.waitForCondition(() -> submissions.get(duties).state() == Submission.State.ACCEPTED);

    var office = tasklistOf("helixin");
    office.getByText("活动安排", new Page.GetByTextOptions().setExact(true)).click();
    office.locator(".xh-dialog").first().getByText("个人职责清单").first().click();
    var kind = office.locator(".xh-dialog").last();
    kind.getByText("已办结（").click();
    kind.locator("tr")
        .filter(new Locator.FilterOptions().setHasText("文物科"))
        .getByText("查看")
        .click();
    var item = office.locator(".xh-dialog").last();
    item.locator(".xh-actions").getByText("简报采用").first().click();
    item.locator("input[name=briefing]").fill("第 8 期");
    picture(office, "standards-adopted");
    item.getByText("确认简报采用").click();
    assertThat(item.locator(".xh-events")).containsText("第 8 期");
    assertThat(adoptions.of(duties))
        .singleElement()
        .satisfies(one -> assertThat(one.briefing()).isEqualTo("第 8 期"));

    item.locator(".xh-actions").getByText("撤销简报采用").click();
    item.locator("select[name=briefing]").selectOption("第 8 期");
    item.locator("textarea[name=reason]").fill("登记有误");
    picture(office, "standards-adoption-withdrawn");
    item.getByText("确认撤销简报采用").click();
    assertThat(item.locator(".xh-events")).containsText("登记有误");
    assertThat(adoptions.of(duties)).isEmpty();
  }

  /** What the page of an item says to that person. */
  private String read(String person, String key) {
    return new HttpPerson(base())
        .in(person)
        .get("/camunda/api/xiaohao/default/item?key=" + key)
        .body();
  }

  private LocalDate today() {
    return time.now().atZone(time.zone()).toLocalDate();
  }

  private static void day(Page page, String label, LocalDate day) {
    Locator input = field(page, "datetime", label).locator("input.fjs-input");
    input.fill(day.toString().replace('-', '/'));
    input.press("Tab");
  }
}
