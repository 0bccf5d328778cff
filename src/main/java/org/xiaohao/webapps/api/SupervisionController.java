package org.xiaohao.webapps.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.supervision.Slip;
import org.xiaohao.supervision.Slips;
import org.xiaohao.supervision.Urge.Outcome;
import org.xiaohao.supervision.UrgeService;

/** Urging and slips: what the office asks for, and what people answer. */
@RestController
@RequestMapping(Api.BASE)
class SupervisionController {

  /** Items that can be chosen by hand. */
  private static final int SELECTION = 500;

  private static final int PAGE = 50;

  private final UrgeService urges;
  private final Slips slips;
  private final Ledger ledger;
  private final Campaigns campaigns;
  private final ItemWords words;
  private final Login login;

  SupervisionController(
      UrgeService urges,
      Slips slips,
      Ledger ledger,
      Campaigns campaigns,
      ItemWords words,
      Login login) {
    this.urges = urges;
    this.slips = slips;
    this.ledger = ledger;
    this.campaigns = campaigns;
    this.words = words;
    this.login = login;
  }

  /** Items to be urged, and what the office says. */
  record Wanted(String campaign, List<String> keys, @Nullable String text) {}

  /** All of whom something of a kind is missing; in one unit, or in all. */
  record Missing(String campaign, String kind, @Nullable String unit, @Nullable String text) {}

  /** What became of one item. */
  record Urged(String key, String title, Outcome outcome) {}

  /** What the urged person says. */
  record Answer(@Nullable String text) {}

  /** An item that a slip is about. */
  record Named(String key, String title) {}

  /**
   * A slip as the office lists it; moments are local times of the plan.
   *
   * @param place its number in the campaign, from which the next page goes on
   */
  record SlipLine(
      int place,
      String number,
      String light,
      String role,
      String receiver,
      String state,
      List<Named> items,
      @Nullable String issued,
      @Nullable String due,
      @Nullable String answered,
      @Nullable String done,
      @Nullable String reason,
      @Nullable String byWhen) {}

  @PostMapping("/office/urge")
  List<Urged> urge(@RequestBody Wanted wanted) {
    login.requireOffice(wanted.campaign());
    var person = login.id();
    var keys = wanted.keys() == null ? List.<String>of() : wanted.keys();
    var chosen = keys.stream().distinct().limit(SELECTION).toList();
    return urged(
        login.asHouse(
            () -> urges.urge(wanted.campaign(), chosen, Api.text(wanted.text()), person)));
  }

  @PostMapping("/office/urge-missing")
  List<Urged> urgeMissing(@RequestBody Missing wanted) {
    login.requireOffice(wanted.campaign());
    var person = login.id();
    return urged(
        login.asHouse(
            () ->
                urges.urgeMissing(
                    wanted.campaign(),
                    Api.text(wanted.kind()),
                    wanted.unit(),
                    Api.text(wanted.text()),
                    person)));
  }

  @PostMapping("/urge/{id}/answer")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void answer(@PathVariable long id, @RequestBody Answer wanted) {
    var person = login.id();
    login.asHouse(() -> urges.answer(id, Api.text(wanted.text()), person));
  }

  /**
   * A page of slips, the newest first; {@code before} is the last number of the page before, {@code
   * open} leaves out those that are closed.
   */
  @GetMapping("/office/slips")
  List<SlipLine> slips(
      @RequestParam String campaign,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(required = false) @Nullable Integer before) {
    login.requireOffice(campaign);
    var from = before == null ? Integer.MAX_VALUE : before;
    return slips.page(campaign, open, from, PAGE).stream().map(this::line).toList();
  }

  private SlipLine line(Slip slip) {
    var campaign = campaigns.get(slip.campaignId());
    return new SlipLine(
        slip.number(),
        slip.mark(),
        slip.light().name(),
        slip.role().name(),
        words.name(campaign, slip.personId()),
        Api.word("webapps.slip." + slip.state().name()),
        ledger.items(slips.items(slip.key())).stream()
            .map(item -> new Named(item.key(), item.title()))
            .toList(),
        words.moment(campaign, slip.issuedAt()),
        words.moment(campaign, slip.dueAt()),
        words.moment(campaign, slip.answeredAt()),
        slip.done(),
        slip.reason(),
        slip.byWhen() == null ? null : slip.byWhen().toString());
  }

  private static List<Urged> urged(Map<LedgerItem, Outcome> outcomes) {
    return outcomes.entrySet().stream()
        .map(one -> new Urged(one.getKey().key(), one.getKey().title(), one.getValue()))
        .toList();
  }
}
