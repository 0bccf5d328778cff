package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.xiaohao.campaign.ProblemFound;
import org.xiaohao.ledger.Board;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notices;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.submission.SubmissionService;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;

/** What the office sees first: all units against all that the plan asks. */
class BoardBrowserIT extends BrowserTest {

  private static final String CAMPAIGN = "changzhi-2017";

  @Autowired private Board board;
  @Autowired private Rosters rosters;
  @Autowired private Ledger ledger;
  @Autowired private SubmissionService papers;
  @Autowired private Notices notices;
  @Autowired private JdbcClient jdbc;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private TransactionOperations transactions;

  @Test
  void theOfficeSeesAllUnitsAndOpensAList() {
    var office = cockpitOf("liuguangli");
    var matrix = office.locator(".xh-matrix");
    assertThat(matrix.locator("tbody tr")).hasCount(rows());
    assertThat(matrix.locator("tbody th").first()).hasText(rosters.units(CAMPAIGN).get(0).name());
    picture(office, "office-board");

    var cell =
        board.cells(CAMPAIGN).stream()
            .filter(one -> one.kindId().equals("essay") && !one.party().startsWith("#"))
            .findFirst()
            .orElseThrow();
    var unit = rosters.unit(CAMPAIGN, cell.party()).orElseThrow().name();
    office
        .locator(".xh-matrix button[title^='%s，']".formatted(unit))
        .filter(new Locator.FilterOptions().setHasText("%d/%d".formatted(cell.done(), cell.owed())))
        .first()
        .click();
    assertThat(office.locator(".xh-dialog tbody tr")).not().hasCount(0);
    picture(office, "office-board-list");
  }

  /** It reads itself anew each minute, and when somebody comes back to it. */
  @Test
  void theOfficeWatchesTheMatrixChange() {
    var person = "matingting";
    var unit = rosters.person(CAMPAIGN, person).orElseThrow().unitId();
    var name = rosters.unit(CAMPAIGN, unit).orElseThrow().name();
    var office = cockpitOf("liuguangli");
    var cell = office.locator(".xh-matrix button[title^='%s，讨论材料']".formatted(name));
    assertThat(cell).isVisible();
    var before = cell.textContent().split("/");
    papers.waive(CAMPAIGN + "/essay/" + person, "借调到市里工作。", "helixin");
    office.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    assertThat(cell).hasText(before[0] + "/" + (Integer.parseInt(before[1]) - 1));
  }

  @Test
  void anItemIsFoundBehindItsInstance() {
    var office = cockpitOf("liuguangli");
    office.locator(".xh-number", new Page.LocatorOptions().setHasText("未办")).click();
    office.locator(".xh-dialog").getByText("流程").first().click();
    office.locator(".nav-tabs").getByText("事项").click();
    assertThat(office.locator(".xh-item")).containsText("执行日期");
    picture(office, "office-instance-item");
  }

  @Test
  void theMatrixAndTheListsAreExported() throws Exception {
    var office = cockpitOf("liuguangli");
    var file = office.waitForDownload(() -> office.getByText("导出进度表").click());
    assertThat(file.suggestedFilename()).endsWith(".xlsx").contains("进度表");
    try (var workbook = new XSSFWorkbook(Files.newInputStream(file.path()))) {
      var sheet = workbook.getSheetAt(0);
      assertThat(sheet.getLastRowNum()).isEqualTo(rows());
      assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("科室、单位");
      assertThat(sheet.getRow(1).getCell(1).getCellType()).isEqualTo(CellType.NUMERIC);
    }
    var list = listOf(office, "library");
    var items = office.waitForDownload(() -> list.getByText("导出 Excel").click());
    try (var workbook = new XSSFWorkbook(Files.newInputStream(items.path()))) {
      var sheet = workbook.getSheetAt(0);
      assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("责任人、单位");
      assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).startsWith("讨论材料");
    }
  }

  @Test
  void theOfficeUrgesMovesADateAndWaives() {
    var office = cockpitOf("liuguangli");
    var list = listOf(office, "library");
    var open = list.locator("tr[data-key]").filter(withButton("催办"));
    var keys =
        IntStream.range(0, 3).mapToObj(row -> open.nth(row).getAttribute("data-key")).toList();

    row(list, keys.get(0)).locator("input").check();
    row(list, keys.get(1)).locator("input").check();
    list.getByText("催办所选（2）").click();
    var urging = office.locator(".xh-dialog").last();
    urging.locator("textarea").fill("请于本周内提交。");
    picture(office, "office-board-urge");
    urging.getByText("发出催办").click();
    assertThat(urging.locator("[role=status]")).containsText("已发出催办：2 项");
    urging.getByText("知道了").click();
    assertThat(list.locator(".xh-said")).hasText("所选事项已催办。");
    assertThat(urged(keys.get(0))).isEqualTo(1);
    assertThat(urged(keys.get(1))).isEqualTo(1);

    row(list, keys.get(2)).getByText("调整期限", exactly()).click();
    list.locator("input[name=planDate]").fill("2017-04-05");
    list.locator("textarea[name=reason]").fill("参加省里培训。");
    picture(office, "office-board-move");
    list.getByText("确认调整期限").click();
    assertThat(list.locator(".xh-said")).containsText("调整期限，已办理");
    assertThat(row(list, keys.get(2)).locator(".xh-date")).containsText("2017年4月5日");
    assertThat(ledger.find(keys.get(2)).orElseThrow().planDate())
        .isEqualTo(LocalDate.of(2017, 4, 5));

    row(list, keys.get(1)).getByText("免交", exactly()).click();
    list.getByText("确认免交").click();
    assertThat(list.locator("textarea:invalid")).hasCount(1);
    list.locator("textarea[name=reason]").fill("长期病休。");
    list.getByText("确认免交").click();
    assertThat(row(list, keys.get(1))).hasCount(0);
    assertThat(ledger.find(keys.get(1)).orElseThrow().state()).isEqualTo("WAIVED");
    picture(office, "office-board-list-done");
  }

  private int urged(String key) {
    return jdbc.sql("select count(*) from supervision_urge where item_key = ?")
        .param(key)
        .query(Integer.class)
        .single();
  }

  @Test
  void theOfficeTellsARoleAndSeesWhoGotIt() {
    var office = cockpitOf("liuguangli");
    office.getByText("发通知", new Page.GetByTextOptions().setExact(true)).click();
    var desk = office.locator(".xh-dialog");
    desk.locator("select[name=audience]").selectOption("LIAISONS");
    assertThat(desk.locator("button[type=submit]")).containsText("发送给");
    desk.locator("select[name=unit]").selectOption("library");
    assertThat(desk.locator("button[type=submit]")).hasText("发送给 1 人");
    desk.locator("select[name=unit]").selectOption("");
    assertThat(desk.locator("button[type=submit]")).not().hasText("发送给 1 人");
    desk.locator("input[name=subject]").fill("周五下午联络员会");
    desk.locator("textarea[name=text]").fill("周五下午三点在三楼会议室开会，请带台账。");
    picture(office, "office-board-notice");
    desk.locator("button[type=submit]").click();
    assertThat(desk.locator(".xh-said")).containsText("“周五下午联络员会”已发给联络员");
    desk.locator("summary").first().click();
    assertThat(desk.locator(".xh-events tr")).not().hasCount(0);
    assertThat(desk.locator(".xh-events").first()).containsText("站内通知");
    picture(office, "office-board-notice-sent");
  }

  @Test
  void whatWasNotDeliveredIsSentAgain() {
    var person = rosters.activePerson(CAMPAIGN, "fengxiaoyan").orElseThrow();
    var nowhere =
        new Person(
            person.id(),
            person.name(),
            person.unitId(),
            person.branchId(),
            person.post(),
            person.rank(),
            null);
    notices.post(
        Notice.atOnce("board-it/" + System.nanoTime(), CAMPAIGN, nowhere, "没有送达的一份", "正文"));
    var office = cockpitOf("liuguangli");
    var section = office.locator(".xh-undelivered");
    assertThat(section).containsText("没有送达的一份");
    picture(office, "office-board-undelivered");
    section.getByText("重新发送").click();
    assertThat(office.locator(".xh-undelivered").getByText("没有送达的一份")).hasCount(0);
  }

  @Test
  void theLeadingGroupLooksAndDoesNotTouch() {
    var leader = new HttpPerson(base()).in("yangjianping");
    var api = "/camunda/api/xiaohao/default";
    assertThat(leader.get(api + "/board/" + CAMPAIGN).body()).contains("\"office\":false");
    assertThat(leader.get(api + "/board/" + CAMPAIGN + "/items?kind=essay&party=library").body())
        .contains("\"urge\":false")
        .doesNotContain("\"urge\":true");

    var desk = tasklistOf("yangjianping");
    desk.getByText("活动看板", new Page.GetByTextOptions().setExact(true)).click();
    var board = desk.locator(".xh-dialog");
    assertThat(board.locator(".xh-matrix tbody tr")).hasCount(rows());
    assertThat(board.getByText("导出进度表")).isVisible();
    assertThat(board.getByText("发通知")).hasCount(0);
    picture(desk, "leader-board");
    board.locator(".xh-matrix button[title^='市图书馆，讨论材料']").click();
    var list = desk.locator(".xh-dialog").last();
    assertThat(list.locator("tr[data-key]")).not().hasCount(0);
    assertThat(list.locator("tr[data-key] button")).hasCount(0);
    assertThat(list.getByText("催办")).hasCount(0);
    assertThat(tasklistOf("tianyuejin").getByText("活动看板")).hasCount(0);
  }

  @Test
  void openProblemsAreShownByKindAndAge() {
    var found = "board-it/" + System.nanoTime();
    transactions.executeWithoutResult(
        status ->
            events.publishEvent(
                new ProblemFound(
                    CAMPAIGN,
                    ProblemFound.Source.CONSULTATION,
                    found,
                    "服务对象座谈",
                    "library",
                    "周末开放时间短。",
                    null,
                    "liuguangli")));
    var office = cockpitOf("liuguangli");
    var chart = office.locator("[data-chart=problems]");
    chart.locator("canvas").first().waitFor();
    chart.scrollIntoViewIfNeeded();
    assertThat(chart).hasAttribute("aria-label", Pattern.compile(".*销号率.*未分类.*"));
    picture(office, "office-board-problems");
  }

  /** The list of the essays of a unit. */
  private Locator listOf(Page office, String unit) {
    var name = rosters.unit(CAMPAIGN, unit).orElseThrow().name();
    office.locator(".xh-matrix button[title^='%s，讨论材料']".formatted(name)).click();
    var list = office.locator(".xh-dialog").first();
    list.locator("tr[data-key]").first().waitFor();
    return list;
  }

  private static Locator row(Locator list, String key) {
    return list.locator("tr[data-key='%s']".formatted(key));
  }

  private static Locator.FilterOptions withButton(String label) {
    return new Locator.FilterOptions().setHasText(label);
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private int rows() {
    var others =
        board.cells(CAMPAIGN).stream()
            .map(Board.Cell::party)
            .filter(party -> party.startsWith("#"))
            .distinct()
            .count();
    return rosters.units(CAMPAIGN).size() + (int) others;
  }
}
