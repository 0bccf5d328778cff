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

  private final Login login;
  private final Campaigns campaigns;
  private final BoardViews views;
  private final BoardSheet sheet;

  BoardController(Login login, Campaigns campaigns, BoardViews views, BoardSheet sheet) {
    this.login = login;
    this.campaigns = campaigns;
    this.views = views;
    this.sheet = sheet;
  }

  /** A campaign to choose. */
  record Choice(String id, String title) {}

  /** Campaigns that the reader oversees, the newest first. */
  @GetMapping
  List<Choice> choices() {
    return campaigns.all().stream()
        .filter(campaign -> login.oversees(campaign.id()))
        .map(campaign -> new Choice(campaign.id(), campaign.plan().title()))
        .toList();
  }

  @GetMapping("/{campaign}")
  BoardView board(@PathVariable String campaign) {
    return views.board(overseen(campaign));
  }

  @GetMapping("/{campaign}/charts")
  BoardView.Charts charts(@PathVariable String campaign) {
    return views.charts(overseen(campaign));
  }

  @GetMapping("/{campaign}/waiting")
  List<BoardView.Waiting> waiting(@PathVariable String campaign) {
    return views.waiting(overseen(campaign));
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
    return views.page(
        overseen(campaign),
        new Board.Selection(campaign, kind, party, light, open),
        Math.max(0, offset),
        Math.min(Math.max(1, size), LONGEST_PAGE));
  }

  /** The matrix as a file for a spreadsheet: UTF-8 with a mark, as office programs expect it. */
  @GetMapping("/{campaign}/matrix.csv")
  ResponseEntity<byte[]> matrix(@PathVariable String campaign) {
    var board = views.board(overseen(campaign));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(sheet.name(board), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(sheet.bytes(board));
  }

  private Campaign overseen(String campaignId) {
    login.requireOverseer(campaignId);
    return campaigns.get(campaignId);
  }
}
