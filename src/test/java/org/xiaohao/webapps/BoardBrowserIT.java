package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.ledger.Board;
import org.xiaohao.roster.Rosters;
import org.xiaohao.testing.BrowserTest;

/** What the office sees first: all units against all that the plan asks. */
class BoardBrowserIT extends BrowserTest {

  private static final String CAMPAIGN = "changzhi-2017";

  @Autowired private Board board;
  @Autowired private Rosters rosters;

  @Test
  void theOfficeSeesAllUnitsAndOpensAList() {
    var office = cockpitOf("liuguangli");
    var foreign = new ArrayList<String>();
    office.onRequest(
        request -> {
          if (!request.url().startsWith(base()) && !request.url().startsWith("data:")) {
            foreign.add(request.url());
          }
        });
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
    assertThat(foreign).isEmpty();
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
  void theMatrixIsExported() throws Exception {
    var office = cockpitOf("liuguangli");
    var file = office.waitForDownload(() -> office.getByText("导出进度表").click());
    assertThat(file.suggestedFilename()).endsWith(".csv").contains("进度表");
    var text = Files.readString(file.path(), StandardCharsets.UTF_8);
    assertThat(text.lines()).hasSize(rows() + 1);
    assertThat(text).startsWith("\uFEFF\"科室、单位\"");
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
