package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xiaohao.testing.TestCampaign.json;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.appraisal.AppraisalReports;
import org.xiaohao.appraisal.Level;
import org.xiaohao.appraisal.Objection.Outcome;
import org.xiaohao.appraisal.Party;
import org.xiaohao.appraisal.Proposal;
import org.xiaohao.appraisal.Round;
import org.xiaohao.appraisal.Rounds;
import org.xiaohao.appraisal.Verdict;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.rectification.LookBackLot;
import org.xiaohao.rectification.Problem;
import org.xiaohao.rectification.ProblemList;
import org.xiaohao.rectification.RectificationService;
import org.xiaohao.rectification.Registration;
import org.xiaohao.simulation.SimulatedTime;
import org.xiaohao.submission.Submission;
import org.xiaohao.submission.Submissions;
import org.xiaohao.supervision.Assignment;
import org.xiaohao.supervision.Assignments;
import org.xiaohao.supervision.Inspection;
import org.xiaohao.supervision.Inspections;
import org.xiaohao.supervision.LightService;
import org.xiaohao.supervision.Slip;
import org.xiaohao.supervision.Slips;
import org.xiaohao.supervision.SupervisionService;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;

/** Supervision, appraisal and look-back at the desks of those who ask and of those who answer. */
class OversightDeskIT extends BrowserTest {

  private static final String CAMPAIGN = "changzhi-2017";
  private static final String API = "/camunda/api/xiaohao/default";
  private static final String APPRAISAL = CAMPAIGN + "/appraisal";
  private static final Party NAMED = new Party(Level.PERSON, "zhaozhigang");

  @Autowired private SupervisionService supervision;
  @Autowired private Campaigns campaigns;
  @Autowired private LightService lights;
  @Autowired private Slips slips;
  @Autowired private Submissions submissions;
  @Autowired private Inspections inspections;
  @Autowired private Assignments assignments;
  @Autowired private AppraisalReports reports;
  @Autowired private Rounds rounds;
  @Autowired private RectificationService rectification;
  @Autowired private ProblemList problems;
  @Autowired private SimulatedTime time;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcClient jdbc;

  private TaskHands hands;

  @Autowired
  void hands(TaskService tasks, ManagementService management, IdentityService identity) {
    hands = new TaskHands(tasks, management, identity);
  }

  @Test
  void whoWasReturnedTwiceAnswersASupervisionSlip() {
    var essay = CAMPAIGN + "/essay/chenmin";
    for (var draft = 1; draft <= 2; draft++) {
      hands.complete(
          "chenmin", essay, "userTask_submit", Map.of("paper", json("{\"text\":\"空话\"}")));
      hands.complete(
          "zhangxuemei",
          essay,
          "userTask_review",
          Map.of("outcome", "RETURNED", "comment", "没有联系本岗位实际"));
    }
    assertThat(submissions.get(essay).state()).isEqualTo(Submission.State.RETURNED);
    supervision.dailyRound(CAMPAIGN);
    lights.follow(CAMPAIGN, 200);
    var slip = slips.about(essay).get(0).key();
    hands.waitFor(slip, "userTask_answer");

    var owner = tasklistOf("chenmin");
    openItem(owner, slip, "回复督办单");
    var card =
        owner
            .locator(".tasks-list li")
            .filter(new Locator.FilterOptions().setHasText("回复督办单"))
            .first();
    assertThat(card.locator(".xh-card")).hasText("文物科待回复黄灯 · 进度滞后");
    write(owner, "已采取的措施", "已对照岗位重写。");
    write(owner, "逾期或落后的原因", "对要求理解不够。");
    day(owner, "完成时间", LocalDate.of(2017, 2, 20));
    complete(owner);
    assertThat(owner.locator(".page-notifications .message")).containsText("已经过去");
    picture(owner, "oversight-slip-refused");
    owner.locator(".page-notifications .close:visible").click();
    day(owner, "完成时间", workingDay(1));
    picture(owner, "oversight-slip");
    complete(owner);
    owner.waitForCondition(() -> slips.get(slip).state() == Slip.State.ANSWERED);
    assertThat(slips.get(slip).byWhen()).isEqualTo(workingDay(1));

    var office = cockpitOf("helixin");
    office.locator(".xh-tools").getByText("督办单").click();
    var line = office.locator("tr[data-slip='" + slips.get(slip).mark() + "']");
    assertThat(line).containsText("已对照岗位重写。");
    assertThat(line).containsText("已回复");
    picture(office, "oversight-slips");
    line.locator(".xh-name").first().click();
    assertThat(office.locator(".xh-item .xh-slip-answer").first()).containsText("对要求理解不够。");
    picture(office, "oversight-slip-answer");
  }

  @Test
  void theOfficeInspectsAUnitAndListsWhatItFinds() {
    var office = tasklistOf("helixin");
    var start = start(office, "督导检查");
    field(start, "textfield", "检查名称").locator("input").fill("三月督导检查");
    paste(field(start, "textarea", "检查单位").locator("textarea"), "文物科");
    paste(field(start, "textarea", "检查内容").locator("textarea"), "学习记录是否齐全\n讨论材料是否联系实际");
    day(start, "检查截止日期", LocalDate.of(2017, 2, 20));
    begin(office);
    assertThat(office.locator(".modal-dialog")).containsText("日期");
    picture(office, "oversight-inspection-refused");
    day(start, "检查截止日期", workingDay(8));
    picture(office, "oversight-inspection-plan");
    begin(office);
    assertThat(office.locator(".modal-dialog")).hasCount(0);
    var key = newest("supervision_inspection");

    hands.waitFor(key, "userTask_visit");
    openItem(office, key, "检查单位");
    claim(office);
    office.getByLabel("符合要求").first().check();
    field(office, "textfield", "说明").last().locator("input").fill("两篇材料没有联系实际");
    choose(field(office, "select", "性质"), "问题");
    write(office, "具体情况", "讨论材料照抄文件。");
    picture(office, "oversight-visit");
    complete(office);
    office.waitForCondition(() -> inspections.get(key).state() == Inspection.State.SUMMARISING);
    assertThat(problems.of(CAMPAIGN))
        .filteredOn(problem -> problem.origin().text().equals("讨论材料照抄文件。"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.origin().source()).isEqualTo(Source.INSPECTION));

    hands.waitFor(key, "userTask_sumUp");
    openItem(office, key, "填写检查小结");
    claim(office);
    write(office, "检查小结", "总体较好，个别材料不实。");
    picture(office, "oversight-sum-up");
    complete(office);
    office.waitForCondition(() -> inspections.get(key).state() == Inspection.State.DONE);
    assertThat(inspections.summary(key)).contains("总体较好，个别材料不实。");
  }

  @Test
  void theLeadingGroupAssignsAUnitReportsAndTheGroupAccepts() {
    var leader = tasklistOf("songwenjie");
    var start = start(leader, "领导小组交办");
    field(start, "textfield", "交办事项").locator("input").fill("汇总文物安全隐患");
    field(start, "textarea", "具体要求").locator("textarea").fill("逐处列明隐患、责任人和时限。");
    start.getByLabel("科室、单位", new Locator.GetByLabelOptions().setExact(true)).check();
    field(start, "textfield", "科室、单位或个人名称").locator("input").fill("文物课");
    day(start, "完成期限", workingDay(5));
    begin(leader);
    assertThat(leader.locator(".modal-dialog")).containsText("文物课");
    picture(leader, "oversight-assign-refused");
    field(start, "textfield", "科室、单位或个人名称").locator("input").fill("文物科");
    picture(leader, "oversight-assign");
    begin(leader);
    assertThat(leader.locator(".modal-dialog")).hasCount(0);
    var key = newest("supervision_assignment");

    hands.waitFor(key, "userTask_do");
    var unit = assignments.get(key).unitId();
    entrust(key, "OFFICE/");
    assertThat(assignments.get(key).unitId()).isNull();
    entrust(key, "UNIT/" + unit);
    var liaison = tasklistOf("liuxiaoping");
    openItem(liaison, key, "办理交办事项");
    claim(liaison);
    write(liaison, "办理结果", "共排查 12 处，隐患 3 处，已全部整改。");
    picture(liaison, "oversight-do");
    complete(liaison);
    liaison.waitForCondition(() -> assignments.get(key).state() == Assignment.State.REPORTED);

    hands.waitFor(key, "userTask_decide");
    openItem(leader, key, "审定办理结果");
    claim(leader);
    leader.getByLabel("同意办结").check();
    picture(leader, "oversight-decide");
    complete(leader);
    leader.waitForCondition(() -> assignments.get(key).state() == Assignment.State.ACCEPTED);
  }

  /** As the page of the item does it. */
  private void entrust(String key, String choice) {
    var office = new HttpPerson(base()).in("helixin");
    var path = API + "/office/assignment/";
    assertThat(office.get(path + "choices?key=" + key).body()).contains('"' + choice + '"');
    var answer =
        office.post(
            path + "reassign",
            "{\"key\":\"%s\",\"choice\":\"%s\",\"reason\":\"分工调整\"}".formatted(key, choice));
    assertThat(answer.body()).contains("改由他人承办", "分工调整");
    hands.waitFor(key, "userTask_do");
  }

  @Test
  void whatWasClosedOutIsLookedAtAgain() {
    var key = closedOutAndInTheSample();
    hands.letCome(
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).singleResult().getId(),
        "event_lookBackDay");
    hands.waitFor(key, "userTask_lookBack");
    var office = tasklistOf("helixin");
    openItem(office, key, "回头看");
    claim(office);
    office.getByLabel("出现反弹，重新整改").check();
    complete(office);
    assertThat(office.locator(".page-notifications .message")).containsText("“情况”");
    picture(office, "oversight-look-back-refused");
    office.locator(".page-notifications .close:visible").click();
    office.getByLabel("成效保持").check();
    write(office, "情况", "查阅三月台账，记录完整。");
    picture(office, "oversight-look-back");
    complete(office);
    office.waitForCondition(() -> problems.get(key).state() == Problem.State.CLOSED_OUT);
  }

  /** Registers until the lot falls on one, and takes that one all the way. */
  private String closedOutAndInTheSample() {
    var key =
        IntStream.range(0, 60)
            .mapToObj(
                number ->
                    rectification.register(
                        new Registration(
                            CAMPAIGN,
                            Source.SUGGESTION,
                            null,
                            "",
                            "heritage",
                            "巡查记录缺页（" + number + "）。",
                            null,
                            "liuxiaoping")))
            .map(Problem::key)
            .filter(one -> LookBackLot.fallsOn(one, 20))
            .findFirst()
            .orElseThrow();
    hands.complete(
        "liuguangli",
        key,
        "userTask_triage",
        Map.of(
            "outcome",
            "ACCEPTED",
            "unit",
            "heritage",
            "kind",
            "能力不足",
            "weight",
            "2",
            "urgency",
            "2"));
    hands.complete(
        "liuxiaoping",
        key,
        "userTask_analyse",
        Map.of(
            "proposal",
            json(
                """
                {"cause": "没有专人", "measure": "指定专人，每周核对", "owner": "chenmin",
                 "until": "2017-04-14"}
                """)));
    hands.complete(
        "liuguangli",
        key,
        "userTask_confirm",
        Map.of("outcome", "PASSED", "verifier", "helixin", "onSite", false));
    hands.complete(
        "chenmin",
        key,
        "userTask_rectify",
        Map.of("work", json("{\"before\": \"缺 4 页\", \"after\": \"已补齐，专人保管\"}")));
    hands.complete("zhangxuemei", key, "userTask_check", Map.of("outcome", "PASSED"));
    hands.complete("helixin", key, "userTask_verify", Map.of("outcome", "PASSED", "note", "属实"));
    assertThat(problems.get(key).state()).isEqualTo(Problem.State.LOOK_BACK);
    return key;
  }

  @Test
  void whatTakesLongIsFollowedUp() {
    var key =
        rectification
            .register(
                new Registration(
                    CAMPAIGN,
                    Source.SUGGESTION,
                    null,
                    "",
                    "heritage",
                    "库房面积不足，需待新馆建成后统一解决。",
                    null,
                    "liuxiaoping"))
            .key();
    hands.complete(
        "liuguangli",
        key,
        "userTask_triage",
        Map.of(
            "outcome",
            "LONG_TERM",
            "unit",
            "heritage",
            "kind",
            "能力不足",
            "weight",
            "2",
            "urgency",
            "1",
            "nextLook",
            workingDay(5).toString(),
            "reason",
            "新馆在建"));
    letTheLookCome(key);

    var office = tasklistOf("helixin");
    openItem(office, key, "跟踪长期问题");
    claim(office);
    assertThat(office.locator(".fjs-form")).containsText("库房面积不足");
    assertThat(field(office, "datetime", "下次跟踪日期")).hasCount(0);
    office.getByLabel("继续跟踪").check();
    day(office, "下次跟踪日期", LocalDate.of(2017, 2, 20));
    write(office, "情况和理由", "新馆主体已封顶，六月验收。");
    complete(office);
    assertThat(office.locator(".page-notifications .message")).containsText("已经过去");
    picture(office, "oversight-follow-up-refused");
    office.locator(".page-notifications .close:visible").click();
    day(office, "下次跟踪日期", workingDay(10));
    picture(office, "oversight-follow-up");
    complete(office);
    office.waitForCondition(() -> problems.get(key).state() == Problem.State.LONG_TERM);

    letTheLookCome(key);
    office.reload();
    openItem(office, key, "跟踪长期问题");
    claim(office);
    assertThat(office.locator(".fjs-form")).containsText("新馆主体已封顶");
    office.getByLabel("条件具备，转入整改").check();
    assertThat(field(office, "datetime", "下次跟踪日期")).hasCount(0);
    write(office, "情况和理由", "新馆已验收，可以搬迁。");
    picture(office, "oversight-follow-up-rectify");
    complete(office);
    office.waitForCondition(() -> problems.get(key).state() == Problem.State.ANALYSING);
  }

  private void letTheLookCome(String key) {
    hands.letCome(
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).singleResult().getId(),
        "event_nextLook");
    hands.waitFor(key, "userTask_followUp");
  }

  @Test
  void whoIsNamedForCriticismObjectsAndTheLeadingGroupDecides() {
    try {
      hands.complete(
          "yangliping",
          CAMPAIGN + "/essay/yangliping",
          "userTask_submit",
          Map.of("paper", json("{\"text\":\"三个问题\"}")));
      startEarly();
      review();
      object();
      decideTheObjection();
      decide();
      lookAtOwnPoints();
      lookAtPeopleOfTheUnit();
      lookAtTheLists();
    } finally {
      forget();
    }
  }

  private void startEarly() {
    var office = tasklistOf("helixin");
    var page = appraisal(office);
    assertThat(page).containsText("考核尚未开始");
    page.getByText("提前开始考核").click();
    assertThat(rounds.find(CAMPAIGN)).as("asked once more").isEmpty();
    page.getByText("确认开始").click();
    assertThat(page.getByText("提前开始考核")).hasCount(0);
    hands.waitFor(APPRAISAL, "userTask_review");
  }

  /** The page of the appraisal, opened from the head of Tasklist. */
  private static Locator appraisal(Page page) {
    page.getByText("考核", new Page.GetByTextOptions().setExact(true)).first().click();
    return page.locator("dialog.xh-dialog").first();
  }

  private void lookAtOwnPoints() {
    var author = tasklistOf("yangliping");
    var page = appraisal(author);
    assertThat(page).containsText("已公布");
    assertThat(page).containsText("杨丽萍：");
    assertThat(page).not().containsText("科室、单位得分");
    assertThat(page).not().containsText("年终评先评优依据");
    picture(author, "appraisal-own");
    page.locator("tr")
        .filter(new Locator.FilterOptions().setHasText("完成"))
        .getByRole(AriaRole.BUTTON)
        .first()
        .click();
    assertThat(author.locator("dialog.xh-dialog").last()).containsText("三个问题");
  }

  private void lookAtPeopleOfTheUnit() {
    var head = tasklistOf("zhangxuemei");
    var page = appraisal(head);
    assertThat(page).containsText("文物科");
    assertThat(page).not().containsText("艺术科");
    page.getByText("人员得分").click();
    var people = head.locator("dialog.xh-dialog").last();
    assertThat(people).containsText("赵志刚");
    picture(head, "appraisal-people");
    people.getByText("杨丽萍").click();
    assertThat(head.locator("dialog.xh-dialog").last()).containsText("得分记录");
  }

  private void lookAtTheLists() {
    var office = tasklistOf("helixin");
    var page = appraisal(office);
    var units =
        jdbc.sql("select count(*) from roster_unit where campaign_id = ?")
            .param(CAMPAIGN)
            .query(Integer.class)
            .single();
    // and a line for the leaders, who belong to none
    assertThat(page.locator("table").first().locator("tbody tr")).hasCount(units + 1);
    picture(office, "appraisal-office");
    page.getByText("年终评先评优依据").click();
    var sheet = office.locator("dialog.xh-sheet");
    assertThat(sheet.locator("tbody tr").first()).containsText("局办公室");
    assertThat(sheet.locator("tbody tr")).hasCount(units);
    var download = office.waitForDownload(() -> sheet.getByText("下载").click());
    assertThat(download.suggestedFilename()).isEqualTo("年终评先评优依据.md");
    picture(office, "appraisal-year-end");
    office.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page).isHidden();
    assertThat(sheet.getByText("下载")).isHidden();
    assertThat(sheet.locator("table")).isVisible();
    office.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    sheet.getByText("关闭").click();
    page.getByText("通报批评").last().click();
    assertThat(office.locator("dialog.xh-sheet")).containsText("赵志刚");
  }

  private void review() {
    var office = tasklistOf("helixin");
    openItem(office, APPRAISAL, "复核考核建议");
    claim(office);
    office.getByLabel("确认建议").check();
    office.locator(".fjs-form").getByText("新增一行").last().click();
    field(office, "textfield", "名称或姓名").locator("input").fill("赵志刚");
    choose(field(office, "select", "结论").last(), "通报批评");
    complete(office);
    assertThat(office.locator(".page-notifications .message")).containsText("理由");
    picture(office, "oversight-review-refused");
    office.locator(".page-notifications .close:visible").click();
    field(office, "textfield", "理由（必填）").locator("input").fill("三次集中学习未参加。");
    picture(office, "oversight-review");
    complete(office);
    office.waitForCondition(() -> round().state() == Round.State.HEARING);
  }

  private void object() {
    hands.waitFor(APPRAISAL, "userTask_object");
    var named = tasklistOf("zhaozhigang");
    openItem(named, APPRAISAL, "回应拟通报批评");
    named.getByLabel("有异议，提出申诉").check();
    write(named, "申诉理由", "当时在乡镇驻村，已请假。");
    picture(named, "oversight-object");
    complete(named);
    named.waitForCondition(() -> rounds.objection(APPRAISAL, NAMED).isPresent());
  }

  private void decideTheObjection() {
    hands.waitFor(APPRAISAL, "userTask_decideObjection");
    var office = tasklistOf("helixin");
    openItem(office, APPRAISAL, "复核申诉");
    claim(office);
    assertThat(office.locator(".fjs-form")).containsText("赵志刚");
    office.getByLabel("申诉不成立，维持建议").check();
    write(office, "复核理由", "没有请假记录。");
    picture(office, "oversight-objection");
    complete(office);
    office.waitForCondition(
        () -> rounds.objection(APPRAISAL, NAMED).orElseThrow().outcome() == Outcome.REJECTED);
  }

  private void decide() {
    hands.waitFor(APPRAISAL, "userTask_decide");
    var leader = tasklistOf("yangjianping");
    openItem(leader, APPRAISAL, "审定考核结果");
    claim(leader);
    leader.getByLabel("按下面的名单审定并公布").check();
    picture(leader, "oversight-verdicts");
    complete(leader);
    leader.waitForCondition(() -> round().state() == Round.State.PUBLISHED);
    assertThat(reports.published(CAMPAIGN, Verdict.CRITICISE))
        .extracting(Proposal::name)
        .contains("赵志刚");
  }

  private Round round() {
    return rounds.get(APPRAISAL);
  }

  /** Other tests share the campaign, and ask it before anything is counted. */
  private void forget() {
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(APPRAISAL)
        .list()
        .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test"));
    for (var part : new String[] {"objection", "event", "proposal", "point", "rate", "round"}) {
      jdbc.sql("delete from appraisal_" + part + " where round_key = ?").param(APPRAISAL).update();
    }
  }

  /** Opens the form that starts a process. */
  private static Locator start(Page page, String process) {
    page.getByText("发起流程").locator("visible=true").first().click();
    page.locator(".modal-dialog").getByText(process).first().click();
    page.locator(".modal-dialog .fjs-form").waitFor();
    return page.locator(".modal-dialog");
  }

  private static void begin(Page page) {
    page.locator(".modal-dialog .modal-footer button")
        .filter(new Locator.FilterOptions().setHasText("发起"))
        .last()
        .click();
  }

  private static Locator field(Locator form, String sort, String label) {
    return form.locator(".fjs-form-field-" + sort)
        .filter(new Locator.FilterOptions().setHasText(label));
  }

  private static void day(Page page, String label, LocalDate day) {
    day(page.locator(".fjs-container"), label, day);
  }

  private static void day(Locator form, String label, LocalDate day) {
    var input = field(form, "datetime", label).locator("input.fjs-input");
    input.fill(day.toString().replace('-', '/'));
    input.press("Tab");
  }

  /** Key of the row that was written last. */
  private String newest(String table) {
    return jdbc.sql("select item_key from " + table + " order by number desc fetch first row only")
        .query(String.class)
        .single();
  }

  private LocalDate workingDay(int ahead) {
    var today = time.now().atZone(time.zone()).toLocalDate();
    return campaigns.dates(campaigns.get(CAMPAIGN)).calendar().plusWorkingDays(today, ahead);
  }
}
