package org.xiaohao.webapps.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.ledger.Board;

/** The board of the office and the leading group; it only reads. */
@RestController
@RequestMapping(Api.BASE + "/board")
class BoardController {

  private static final int LONGEST_PAGE = 200;
  private static final int LONGEST_FILE = 20_000;

  private static final MediaType WORKBOOK =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Login login;
  private final Campaigns campaigns;
  private final BoardViews views;
  private final BoardLists lists;
  private final BoardCharts charts;
  private final BoardSheet sheet;

  BoardController(
      Login login,
      Campaigns campaigns,
      BoardViews views,
      BoardLists lists,
      BoardCharts charts,
      BoardSheet sheet) {
    this.login = login;
    this.campaigns = campaigns;
    this.views = views;
    this.lists = lists;
    this.charts = charts;
    this.sheet = sheet;
  }

  /**
   * A campaign to choose.
   *
   * @param office whether the reader is of its office
   */
  record Choice(String id, String title, boolean office) {}

  /** Campaigns that the reader oversees, the newest first. */
  @GetMapping
  List<Choice> choices() {
    return campaigns.all().stream()
        .filter(campaign -> login.oversees(campaign.id()))
        .map(
            campaign ->
                new Choice(campaign.id(), campaign.plan().title(), login.isOffice(campaign.id())))
        .toList();
  }

  @GetMapping("/{campaign}")
  BoardView board(@PathVariable String campaign) {
    return views.board(overseen(campaign), login.isOffice(campaign));
  }

  @GetMapping("/{campaign}/charts")
  BoardView.Charts charts(@PathVariable String campaign) {
    return charts.of(overseen(campaign));
  }

  @GetMapping("/{campaign}/waiting")
  List<BoardView.Waiting> waiting(@PathVariable String campaign) {
    return lists.waiting(overseen(campaign));
  }

  /** The list behind a cell, a row, a column or a light. */
  @GetMapping("/{campaign}/items")
  BoardView.Page items(
      @PathVariable String campaign,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String party,
      @RequestParam(required = false) @Nullable String light,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "50") int size) {
    return lists.page(
        overseen(campaign),
        new Board.Selection(campaign, kind, party, light, open),
        Math.max(0, offset),
        Math.min(Math.max(1, size), LONGEST_PAGE),
        login.isOffice(campaign));
  }

  /** The matrix as a workbook. */
  @GetMapping("/{campaign}/matrix.xlsx")
  ResponseEntity<byte[]> matrix(@PathVariable String campaign) {
    var board = views.board(overseen(campaign), false);
    return file(sheet.name(board), sheet.matrix(board));
  }

  /** A list as a workbook, its first {@value #LONGEST_FILE} lines. */
  @GetMapping("/{campaign}/items.xlsx")
  ResponseEntity<byte[]> list(
      @PathVariable String campaign,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String party,
      @RequestParam(required = false) @Nullable String light,
      @RequestParam(defaultValue = "false") boolean open) {
    var wanted = new Board.Selection(campaign, kind, party, light, open);
    var page = lists.page(overseen(campaign), wanted, 0, LONGEST_FILE, false);
    var board = views.board(campaigns.get(campaign), false);
    return file(sheet.listName(board), sheet.list(campaign, page.lines()));
  }

  private static ResponseEntity<byte[]> file(String name, byte[] content) {
    return ResponseEntity.ok()
        .contentType(WORKBOOK)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content);
  }

  private Campaign overseen(String campaignId) {
    login.requireOverseer(campaignId);
    return campaigns.get(campaignId);
  }
}
