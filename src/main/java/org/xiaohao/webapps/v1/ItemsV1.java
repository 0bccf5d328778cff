package org.xiaohao.webapps.v1;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.xiaohao.ledger.ItemEvent;
import org.xiaohao.ledger.ItemEvents;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.ledger.LedgerPages;
import org.xiaohao.ledger.LedgerPages.Choice;
import org.xiaohao.shared.Refusal;

/** What is owed: papers, sessions, meetings and the like, as far as the reader may see it. */
@Tag(name = "v1.tag-items")
@RestController
@RequestMapping("/api/v1")
class ItemsV1 {

  private static final int LARGEST_PAGE = 200;
  private static final int CHUNK = 1_000;

  /** What the ledger calls everything of the problem list. */
  private static final String PROBLEM = "problem";

  private final Ledger ledger;
  private final LedgerPages pages;
  private final ItemEvents events;
  private final Readers readers;

  ItemsV1(Ledger ledger, LedgerPages pages, ItemEvents events, Readers readers) {
    this.readers = readers;
    this.ledger = ledger;
    this.pages = pages;
    this.events = events;
  }

  /**
   * A page of a list.
   *
   * @param page from 0
   * @param total on all pages
   */
  record Page(List<LedgerItem> items, int page, int size, long total) {}

  @GetMapping("/campaigns/{campaign}/items")
  @Operation(summary = "v1.items")
  Page items(
      @PathVariable String campaign,
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable Boolean open,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Authentication person) {
    if (page < 0 || size < 1 || size > LARGEST_PAGE) {
      throw new Refusal("api.page-wrong", Integer.toString(LARGEST_PAGE));
    }
    var sight = reader(campaign, person).sight(campaign);
    var choice = new Choice(unit, kind, state, open);
    return new Page(
        pages.page(campaign, sight, choice, (long) page * size, size),
        page,
        size,
        pages.count(campaign, sight, choice));
  }

  @GetMapping("/campaigns/{campaign}/problems")
  @Operation(summary = "v1.problems")
  Page problems(
      @PathVariable String campaign,
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable Boolean open,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Authentication person) {
    return items(campaign, unit, PROBLEM, state, open, page, size, person);
  }

  @GetMapping("/item")
  @Operation(summary = "v1.item")
  LedgerItem item(@RequestParam String key, Authentication person) {
    return readable(key, person);
  }

  @GetMapping("/item/events")
  @Operation(summary = "v1.events")
  List<ItemEvent> events(@RequestParam String key, Authentication person) {
    return events.of(readable(key, person).key());
  }

  @GetMapping(path = "/campaigns/{campaign}/items.csv", produces = "text/csv;charset=UTF-8")
  @Operation(summary = "v1.items-export")
  void export(
      @PathVariable String campaign,
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable Boolean open,
      Authentication person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    write(campaign, new Choice(unit, kind, state, open), "items", person, request, response);
  }

  @GetMapping(path = "/campaigns/{campaign}/problems.csv", produces = "text/csv;charset=UTF-8")
  @Operation(summary = "v1.problems-export")
  void exportProblems(
      @PathVariable String campaign,
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable Boolean open,
      Authentication person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    write(campaign, new Choice(unit, PROBLEM, state, open), "problems", person, request, response);
  }

  private void write(
      String campaign,
      Choice choice,
      String name,
      Authentication person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ShallowEtagHeaderFilter.disableContentCaching(request);
    var sight = reader(campaign, person).sight(campaign);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(campaign + "-" + name + ".csv", StandardCharsets.UTF_8)
            .build()
            .toString());
    var csv = new Csv(response.getWriter());
    csv.line(
        "key", "title", "unit", "person", "state", "planDate", "effectiveDate", "dueAt", "doneAt");
    var written = CHUNK;
    for (long offset = 0; written == CHUNK; offset += CHUNK) {
      var chunk = pages.page(campaign, sight, choice, offset, CHUNK);
      for (var item : chunk) {
        csv.line(
            item.key(),
            item.title(),
            item.unitId(),
            item.personId(),
            item.state(),
            item.planDate(),
            item.effectiveDate(),
            item.dueAt(),
            item.doneAt());
      }
      written = chunk.size();
    }
  }

  private Reader reader(String campaign, Authentication person) {
    var reader = readers.of(person);
    if (!reader.takesPart(campaign)) {
      throw new Refusal("api.campaign-unknown", campaign);
    }
    return reader;
  }

  /** What somebody may not see is not told from what is not there. */
  private LedgerItem readable(String key, Authentication person) {
    return ledger
        .find(key)
        .filter(readers.of(person)::sees)
        .orElseThrow(() -> new Refusal("api.item-unknown", key));
  }
}
