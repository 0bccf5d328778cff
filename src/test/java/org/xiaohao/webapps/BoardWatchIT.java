package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.ledger.Board;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.roster.Rosters;
import org.xiaohao.submission.SubmissionService;
import org.xiaohao.testing.BrowserTest;

/** The board over a morning: what it draws, how it stays fresh, what is done to a whole kind. */
class BoardWatchIT extends BrowserTest {

  private static final String CAMPAIGN = "changzhi-2017";

  @Autowired private Board board;
  @Autowired private Rosters rosters;
  @Autowired private Ledger ledger;
  @Autowired private SubmissionService papers;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService runtime;
  @Autowired private IdentityService identity;
  @Autowired private JdbcClient jdbc;

  private Page boardOf(String person) {
    var office = cockpitOf(person);
    office.locator(".xh-waiting h3").waitFor();
    return office;
  }

  @Test
  void chartsSayTheirNumbers() {
    held("weekly-2017-03-24", "2017-02-20T08:00:00Z", "PRESENT", "PRESENT", "LEAVE");
    held("weekly-2017-03-30", "2017-02-21T08:00:00Z", "PRESENT", "ABSENT");
    forms(21, "VALID");
    forms(2, "BLANK");
    var film = rosters.unit(CAMPAIGN, "film").orElseThrow().name();
    var office = boardOf("liuguangli");

    chart(office, "days", "。提交、召开：2月20日 1、2月21日 2.*。办结：");
    chart(office, "units", "各单位办结率.*" + film + " " + rate("film") + "\\b");
    chart(office, "attendance", "。出席：.*" + film + " 3\\b.*。缺席：.*" + film + " 1\\b");
    chart(office, "forms1", "不少于 20 份.*。有效：.*" + film + " 21\\b.*。无效：.*" + film + " 2\\b");
    office.locator("[data-chart=forms1]").scrollIntoViewIfNeeded();
    picture(office, "office-board-charts");
  }

  private static void chart(Page office, String id, String numbers) {
    var chart = office.locator("[data-chart=" + id + "]");
    chart.locator("canvas").first().waitFor();
    assertThat(chart).hasAttribute("aria-label", Pattern.compile(".*" + numbers + ".*"));
  }

  private int rate(String unit) {
    var cells = board.cells(CAMPAIGN).stream().filter(cell -> cell.party().equals(unit)).toList();
    var owed = cells.stream().mapToInt(Board.Cell::owed).sum();
    return Math.round(100f * cells.stream().mapToInt(Board.Cell::done).sum() / owed);
  }

  private void held(String day, String at, String... presences) {
    var key = CAMPAIGN + "/session/" + day + "/film";
    jdbc.sql(
            "update study_session set state = 'HELD', recorded_at = ?, done_at = ? where session_key = ?")
        .params(Timestamp.from(Instant.parse(at)), Timestamp.from(Instant.parse(at)), key)
        .update();
    for (var position = 0; position < presences.length; position++) {
      jdbc.sql(
              "insert into study_attendance (session_key, person_id, position, presence)"
                  + " values (?, ?, ?, ?)")
          .params(key, "person" + position, position, presences[position])
          .update();
    }
  }

  private void forms(int many, String validity) {
    for (var number = 1; number <= many; number++) {
      jdbc.sql(
              "insert into consultation_form (item_key, number, entered_on, affiliation, answers,"
                  + " content_hash, validity) values (?, ?, ?, '读者', '[]', ?, ?)")
          .params(
              CAMPAIGN + "/consultation/opinion-forms/film",
              number + (validity.equals("VALID") ? 0 : 100),
              LocalDate.of(2017, 3, 1),
              validity + number,
              validity)
          .update();
    }
  }

  /** What is due today stands there by itself; what is due in a month is folded away. */
  @Test
  void whatTheOfficeHasToDoTodayStandsApart() {
    var today = officeTask("今天要办的一件", "2017-02-28T01:00:00Z");
    var later = officeTask("下月要办的一件", "2017-09-30T01:00:00Z");
    try {
      var office = boardOf("liuguangli");
      var waiting = office.locator(".xh-waiting");
      assertThat(waiting.locator("h3")).hasText(Pattern.compile("今天要由办公室办理（[1-9]\\d*）"));
      assertThat(waiting.locator("> ul")).containsText("今天要办的一件");
      assertThat(waiting.locator("> ul")).not().containsText("下月要办的一件");
      assertThat(waiting.getByText("下月要办的一件")).isHidden();
      waiting.locator("summary").click();
      assertThat(waiting.getByText("下月要办的一件")).isVisible();
      assertThat(waiting.getByText("到“待办”看全部"))
          .hasAttribute("href", Pattern.compile(".*/app/tasklist/default/"));
      refresh(office);
      assertThat(waiting.getByText("下月要办的一件")).isVisible();
      picture(office, "office-board-today");
    } finally {
      tasks.deleteTask(today, true);
      tasks.deleteTask(later, true);
    }
  }

  private String officeTask(String name, String due) {
    var task = tasks.newTask();
    task.setName(name);
    task.setDueDate(Date.from(Instant.parse(due)));
    tasks.saveTask(task);
    tasks.addCandidateGroup(task.getId(), CAMPAIGN + ".office");
    return task.getId();
  }

  @Test
  void withoutTheServerTheOldNumbersStayAndSayThatTheyAreOld() {
    var office = boardOf("helixin");
    office.route("**/board/" + CAMPAIGN, Route::abort);
    refresh(office);
    var stale = office.getByText("没能更新，下面是较早的数据。");
    assertThat(stale).isVisible();
    assertThat(office.locator(".xh-matrix")).isVisible();
    picture(office, "office-board-stale");
    office.unroute("**/board/" + CAMPAIGN);
    refresh(office);
    assertThat(stale).isHidden();
  }

  private static void refresh(Page office) {
    office.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  }

  @Test
  void eachMinuteThePageOfTheBoardReadsItselfAnew() {
    var office = cockpitOf("helixin");
    office.clock().install();
    office.navigate(base() + "/camunda/app/cockpit/default/#/board");
    office.reload();
    var name = rosters.unit(CAMPAIGN, "gallery").orElseThrow().name();
    var cell = office.locator(".xh-matrix button[title^='%s，讨论材料']".formatted(name));
    assertThat(cell).hasText(Pattern.compile("0/\\d+"));
    picture(office, "office-board-page");
    var before = cell.textContent().split("/");
    papers.waive(CAMPAIGN + "/essay/renhongwei", "借调到市里工作。", "helixin");
    office.clock().fastForward(61_000);
    assertThat(cell).hasText(before[0] + "/" + (Integer.parseInt(before[1]) - 1));
  }

  @Test
  void aWholeKindIsUrgedAndMovedFromTheBoard() {
    var office = boardOf("liuguangli");
    var film = rosters.unit(CAMPAIGN, "film").orElseThrow().name();
    office.locator(".xh-matrix button[title^='%s，讨论材料']".formatted(film)).click();
    var list = office.locator(".xh-dialog").first();
    list.getByText("催办全部未办").click();
    var urging = office.locator(".xh-dialog").last();
    urging.getByText("发出催办").click();
    assertThat(urging.locator("[role=status]")).containsText("已发出催办：");
    urging.getByText("知道了").click();
    assertThat(list.locator(".xh-said")).hasText("已催办。");
    assertThat(
            jdbc.sql(
                    "select count(distinct item_key) from supervision_urge where item_key in (?, ?)")
                .params(CAMPAIGN + "/essay/jiatao", CAMPAIGN + "/essay/luhui")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    list.getByText("关闭").click();

    office.locator(".xh-matrix tfoot button[title^='合计，自查报告']").click();
    list.getByText("整类调整期限").click();
    list.locator("input[name=planDate]").fill("2017-04-18");
    list.locator("textarea[name=reason]").fill("市里统一安排。");
    list.getByText("确认整类调整期限").click();
    assertThat(list.locator(".xh-said")).hasText("期限已调整。");
    assertThat(ledger.find(CAMPAIGN + "/self-check/gallery").orElseThrow().planDate())
        .isEqualTo(LocalDate.of(2017, 4, 18));
  }

  @Test
  void behindAnInstanceStandVersionsAndWhatHappened() {
    new PaperHands(tasks, identity).handIn("hanhui", "开放时间要方便群众。");
    var instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(CAMPAIGN + "/essay/hanhui")
            .singleResult()
            .getId();
    var office = cockpitOf("helixin");
    office.navigate(
        base() + "/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
    office.locator(".nav-tabs").getByText("事项").click();
    var item = office.locator(".xh-item");
    assertThat(item.locator(".xh-version .xh-text")).hasText("开放时间要方便群众。");
    assertThat(item.locator(".xh-version summary")).containsText("韩慧 提交于 2017年");
    assertThat(item.locator(".xh-events tr").filter(new Locator.FilterOptions().setHasText("韩慧")))
        .containsText("提交");
    picture(office, "office-instance-versions");
  }
}
