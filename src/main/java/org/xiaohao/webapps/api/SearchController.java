package org.xiaohao.webapps.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.ledger.LedgerSearch;
import org.xiaohao.ledger.LedgerSearch.Wanted;
import org.xiaohao.ledger.Sight;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Refusal;

/** What the reader has finished, and what the unit of the reader still owes. */
@RestController
@RequestMapping(Api.BASE)
class SearchController {

  private static final int LARGEST_PAGE = 100;

  private final Campaigns campaigns;
  private final Rosters rosters;
  private final LedgerSearch search;
  private final ItemViews views;
  private final Login login;

  SearchController(
      Campaigns campaigns, Rosters rosters, LedgerSearch search, ItemViews views, Login login) {
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.search = search;
    this.views = views;
    this.login = login;
  }

  /**
   * A campaign in which the reader takes part.
   *
   * @param units names of the units of which the reader is head or liaison
   * @param head whether the reader heads one of them
   */
  record Desk(String campaign, String title, List<String> units, boolean head) {}

  /**
   * A page of what was found.
   *
   * @param page from 0
   * @param total on all pages
   */
  record Found(List<ItemSummary> items, int page, int size, long total) {}

  /** Where the reader takes part, the newest campaign first. */
  @GetMapping("/desk")
  List<Desk> desks() {
    return campaigns.all().stream()
        .filter(campaign -> login.takesPart(campaign.id()))
        .map(this::desk)
        .toList();
  }

  private Desk desk(Campaign campaign) {
    var posts = login.posts(campaign.id());
    return new Desk(
        campaign.id(),
        campaign.plan().title(),
        rosters.units(campaign.id()).stream()
            .filter(
                unit -> posts.headed().contains(unit.id()) || posts.served().contains(unit.id()))
            .map(Unit::name)
            .toList(),
        !posts.headed().isEmpty());
  }

  /** Finished things that were the reader's to do, as a person or for unit and branch. */
  @GetMapping("/items/done")
  Found done(
      @RequestParam String campaign,
      @RequestParam(defaultValue = "") String word,
      @RequestParam(defaultValue = "") String room,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate until,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    var plan = requirePart(campaign);
    var posts = login.posts(plan.id());
    var owed = Sight.owedBy(login.id(), posts.served(), posts.branches());
    return found(plan, owed, wanted(plan, true, word, room, from, until), page, size);
  }

  /** Open things of the reader's unit: for its head those of all its people, too. */
  @GetMapping("/items/unit")
  Found ofUnit(
      @RequestParam String campaign,
      @RequestParam(defaultValue = "") String word,
      @RequestParam(defaultValue = "") String room,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate until,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    var plan = requirePart(campaign);
    var posts = login.posts(plan.id());
    if (posts.headed().isEmpty() && posts.served().isEmpty()) {
      throw new Refusal("webapps.unit-not-yours");
    }
    var ofUnits = new Sight(false, "", posts.headed(), posts.served(), Set.of());
    return found(plan, ofUnits, wanted(plan, false, word, room, from, until), page, size);
  }

  private Found found(Campaign campaign, Sight sight, Wanted wanted, int page, int size) {
    if (page < 0 || size < 1 || size > LARGEST_PAGE) {
      throw new Refusal("webapps.search-wrong", String.valueOf(LARGEST_PAGE));
    }
    return new Found(
        views.summaries(search.page(campaign.id(), sight, wanted, (long) page * size, size)),
        page,
        size,
        search.count(campaign.id(), sight, wanted));
  }

  /** Days are days of the plan's zone, both counted whole. */
  private static Wanted wanted(
      Campaign campaign,
      boolean done,
      String word,
      String room,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {
    if (from != null && until != null && until.isBefore(from)) {
      throw new Refusal("webapps.search-wrong", String.valueOf(LARGEST_PAGE));
    }
    return new Wanted(
        done,
        Api.text(word),
        Api.text(room),
        from == null ? null : begin(campaign, from),
        until == null ? null : begin(campaign, until.plusDays(1)));
  }

  private static Instant begin(Campaign campaign, LocalDate day) {
    return day.atStartOfDay(campaign.plan().zone()).toInstant();
  }

  private Campaign requirePart(String campaignId) {
    return campaigns
        .find(campaignId)
        .filter(campaign -> login.takesPart(campaign.id()))
        .orElseThrow(() -> new Refusal("webapps.campaign-not-yours"));
  }
}
