package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.campaign.CampaignWork;
import org.xiaohao.campaign.CampaignWork.Opening;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PhaseStatus;
import org.xiaohao.engine.OpenTasks;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.meeting.Arrangement;
import org.xiaohao.meeting.Meeting;
import org.xiaohao.meeting.Meetings;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.simulation.SimulatedTime;
import org.xiaohao.simulation.SimulatedTime.Step;
import org.xiaohao.submission.Submissions;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.RosterFile;

/** Phase 1 at the desk of the office: decisions, dates, the gate, and the first meeting. */
class OfficeDeskIT extends BrowserTest {

  private static final String CAMPAIGN = "changzhi-2017";
  private static final String PHASE = "changzhi-2017/phase/study";
  private static final Locator.GetByTextOptions EXACTLY =
      new Locator.GetByTextOptions().setExact(true);

  @Autowired private Submissions submissions;
  @Autowired private Ledger ledger;
  @Autowired private Campaigns campaigns;
  @Autowired private Meetings meetings;
  @Autowired private Rosters rosters;
  @Autowired private List<CampaignWork> works;
  @Autowired private OpenTasks tasks;
  @Autowired private SimulatedTime time;

  @Test
  void moreTimeIsAskedForAndGranted() {
    var key = CAMPAIGN + "/essay/baohaibo";
    var staff = tasklistOf("baohaibo");
    openTask(staff, "讨论材料 · 暴海波");
    var item = tab(staff, "事项");
    item.getByText("申请延期", new Locator.GetByTextOptions().setExact(true)).click();
    item.locator("input[name=until]").fill("2017-04-06");
    item.locator("textarea[name=reason]").fill("三月下旬外出学习。");
    item.getByText("确认申请延期").click();
    assertThat(item.locator("dl")).containsText("暴海波 申请延期到 2017年4月6日：三月下旬外出学习。");

    var office = tasklistOf("helixin");
    openTask(office, "决定是否延期：讨论材料 · 暴海波");
    claim(office);
    assertThat(office.locator(".fjs-form")).containsText("申请延期到2017年4月6日");
    office.getByLabel("同意", new Page.GetByLabelOptions().setExact(true)).check();
    picture(office, "desk-office-extension");
    complete(office);
    office.waitForCondition(
        () -> submissions.get(key).date().planDate().equals(LocalDate.of(2017, 4, 6)));
  }

  @Test
  void aStudyAfternoonIsCalledOffFromTheSchedule() {
    var office = tasklistOf("helixin");
    var schedule = schedule(office);
    schedule.getByText("每周四、五下午集中交流讨论学习", new Locator.GetByTextOptions().setExact(true)).click();
    var kind = office.locator(".xh-dialog").last();
    kind.getByText("未开始及其他").click();
    kind.locator("tr")
        .filter(new Locator.FilterOptions().setHasText("3月24日集中学习"))
        .filter(new Locator.FilterOptions().setHasText("市图书馆"))
        .getByText("查看 / 调整")
        .click();
    var item = office.locator(".xh-dialog").last();
    item.getByText("取消本次学习", new Locator.GetByTextOptions().setExact(true)).click();
    item.locator("textarea[name=reason]").fill("馆舍检修。");
    item.getByText("确认取消本次学习").click();
    assertThat(item.locator(".xh-badge").first()).hasText("已取消");
    assertThat(item.locator(".xh-events")).containsText("馆舍检修。");
    picture(office, "desk-office-cancelled");
    assertThat(ledger.find(CAMPAIGN + "/session/weekly-2017-03-24/library").orElseThrow().state())
        .isEqualTo("CANCELLED");
  }

  @Test
  void aPhaseIsShortenedAndClosedWithWhatIsMissing() {
    var office = tasklistOf("liuguangli");
    var schedule = schedule(office);
    var today = time.now().atZone(time.zone()).toLocalDate();
    schedule.getByText("调整日期").first().click();
    schedule.locator("input[name=ends]").fill(today.plusDays(1).toString());
    schedule.locator("textarea[name=reason]").fill("提前小结。");
    picture(office, "desk-office-schedule");
    schedule.getByText("确认调整日期").click();
    assertThat(schedule.locator("tr").filter(new Locator.FilterOptions().setHasText("本阶段")).first())
        .containsText("至 " + written(today.plusDays(1)));
    while (tasks.find(PHASE, "userTask_close").isEmpty()) {
      time.advance(Step.HOUR);
    }

    office.reload();
    openTask(office, "结束阶段");
    claim(office);
    assertThat(office.locator(".fjs-form")).containsText("各单位情况");
    assertThat(office.locator(".fjs-form")).containsText("市文物研究所");
    office.getByLabel("已齐，结束").check();
    complete(office);
    assertThat(office.locator(".page-notifications .message")).containsText("不能直接结束");
    office.locator(".page-notifications .close:visible").click();
    office.getByLabel("带缺项结束，缺项继续催办").check();
    write(office, "理由", "缺项一周内补齐。");
    picture(office, "desk-office-gate");

    // On the board: somebody else of the office sees who is at it; who is at it closes the phase.
    var other = cockpitOf("helixin");
    var taken = gate(other);
    assertThat(taken).containsText("已由刘广立认领");
    assertThat(taken.locator("form")).hasCount(0);
    var director = cockpitOf("liuguangli");
    var gate = gate(director);
    assertThat(gate.locator("tbody tr").first())
        .containsText(rosters.units(CAMPAIGN).get(0).name());
    gate.locator("textarea").fill("缺项一周内补齐。");
    picture(director, "office-board-gate");
    gate.getByText("确认带缺项结束").click();
    assertThat(gate).containsText("本阶段已经结束。");
    picture(director, "office-board-gate-closed");
    assertThat(campaigns.phase(PHASE).state()).isEqualTo(PhaseStatus.State.CLOSED);
    assertThat(campaigns.phase(PHASE).reason()).isEqualTo("缺项一周内补齐。");
  }

  @Test
  void aMeetingIsArranged() {
    works.stream()
        .filter(work -> work.room().equals("meeting"))
        .forEach(work -> work.open(campaigns.get(CAMPAIGN), new Opening("benchmark", "gaps"), 10));
    var office = tasklistOf("shiluqiang");
    openTask(office, "安排会议：党代表、人大代表评议会");
    claim(office);
    var day = field(office, "datetime", "会议日期").locator("input.fjs-input");
    day.fill("2017/04/12");
    day.press("Enter");
    field(office, "textfield", "开始时间").locator("input").fill("14:30");
    field(office, "textfield", "结束时间").locator("input").fill("17:00");
    field(office, "textfield", "地点").locator("input").fill("三楼会议室");
    field(office, "textfield", "主持人").locator("input").fill("杨建平");
    picture(office, "desk-office-meeting");
    complete(office);
    var key = CAMPAIGN + "/meeting/delegates-review";
    office.waitForCondition(() -> meetings.get(key).state() == Meeting.State.ARRANGED);
    assertThat(meetings.get(key).arrangement().day()).isEqualTo(LocalDate.of(2017, 4, 12));

    // Another room and half an hour later; the rest stays.
    var schedule = schedule(office);
    schedule.getByText("党代表、人大代表评议会", new Locator.GetByTextOptions().setExact(true)).click();
    var kind = office.locator(".xh-dialog").last();
    kind.getByText("查看 / 调整").first().click();
    var item = office.locator(".xh-dialog").last();
    item.getByText("改变安排", new Locator.GetByTextOptions().setExact(true)).click();
    item.locator("input[name=from]").fill("15:00");
    item.locator("input[name=place]").fill("多功能厅");
    item.locator("textarea[name=reason]").fill("会议室维修。");
    item.getByText("确认改变安排").click();
    assertThat(item.locator(".xh-events")).containsText("会议室维修。");
    assertThat(meetings.get(key).arrangement())
        .isEqualTo(
            new Arrangement(
                LocalDate.of(2017, 4, 12),
                LocalTime.of(15, 0),
                LocalTime.of(17, 0),
                "多功能厅",
                "杨建平",
                meetings.get(key).arrangement().agenda()));
  }

  @Test
  void theRosterIsImportedAgainFromTheSchedule(@TempDir Path folder) {
    var before = rosters.roster(CAMPAIGN);
    var faulty = RosterFile.without(before, "shiluqiang");
    var ren = before.person("renli").orElseThrow();
    var renamed =
        new Person(
            ren.id(), ren.name(), ren.unitId(), ren.branchId(), "舞台监督", ren.rank(), ren.mail());
    var office = tasklistOf("helixin");
    schedule(office).getByText("导入花名册").click();
    var dialog = office.locator(".xh-dialog").last();
    var file = dialog.locator("input[type=file]");

    file.setInputFiles(RosterFile.write(folder.resolve("faulty.xlsx"), faulty));
    dialog.getByText("核对", EXACTLY).click();
    assertThat(dialog).containsText("须改正后才能导入");
    assertThat(dialog).containsText("侍璐强（shiluqiang）是方案规定的领导小组或办公室成员");
    assertThat(dialog.getByText("确认导入")).hasCount(0);

    file.setInputFiles(
        RosterFile.write(folder.resolve("fewer.xlsx"), RosterFile.dissolved(before, "art-school")));
    dialog.getByText("核对", EXACTLY).click();
    var successor = dialog.locator("select[name=successor]");
    assertThat(successor).hasCount(1);
    assertThat(successor.locator("option")).hasCount(before.units().size());
    dialog.getByText("确认导入").click();
    assertThat(dialog).not().containsText("花名册已经导入。");
    picture(office, "desk-office-successor");
    assertThat(rosters.roster(CAMPAIGN)).isEqualTo(before);

    file.setInputFiles(
        RosterFile.write(folder.resolve("roster.xlsx"), RosterFile.with(before, renamed)));
    dialog.getByText("核对", EXACTLY).click();
    assertThat(dialog).containsText("任莉（renli）：职务 舞美技师 → 舞台监督");
    picture(office, "desk-office-roster");
    assertThat(rosters.person(CAMPAIGN, "renli")).hasValue(ren);
    dialog.getByText("确认导入").click();
    assertThat(dialog).containsText("花名册已经导入。");
    assertThat(rosters.person(CAMPAIGN, "renli")).hasValue(renamed);
  }

  private static Locator gate(Page office) {
    office.getByText("结束本阶段").click();
    var gate = office.locator(".xh-dialog");
    gate.locator(".xh-gate").waitFor();
    return gate;
  }

  private static Locator schedule(Page office) {
    office.getByText("活动安排", new Page.GetByTextOptions().setExact(true)).click();
    var schedule = office.locator(".xh-dialog").first();
    schedule.locator(".xh-schedule").first().waitFor();
    return schedule;
  }
}
