package org.xiaohao.webapps.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.notification.Circular;
import org.xiaohao.notification.Circular.Audience;
import org.xiaohao.notification.CircularService;
import org.xiaohao.notification.Circulars;
import org.xiaohao.notification.Deliveries;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Refusal;

/** Notices of the office to a unit, a role or everybody, and who got them. */
@RestController
@RequestMapping(Api.BASE + "/office/circulars")
class CircularController {

  private static final int LATEST = 50;

  private final CircularService service;
  private final Circulars circulars;
  private final Deliveries deliveries;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final ItemWords words;
  private final Login login;

  CircularController(
      CircularService service,
      Circulars circulars,
      Deliveries deliveries,
      Campaigns campaigns,
      Rosters rosters,
      ItemWords words,
      Login login) {
    this.service = service;
    this.circulars = circulars;
    this.deliveries = deliveries;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.words = words;
    this.login = login;
  }

  /** A notice to be sent; {@code token} is made by the page for this one. */
  record Wanted(
      String campaign,
      @Nullable String token,
      @Nullable Audience audience,
      @Nullable List<String> units,
      @Nullable String subject,
      @Nullable String text) {}

  /** How many people a notice would reach. */
  record Reach(int recipients) {}

  /** What can be chosen, and what was sent. */
  record Desk(List<Map<String, String>> units, List<Line> sent) {}

  /**
   * A notice that was sent.
   *
   * @param to for whom, in words
   * @param at local time of the plan
   */
  record Line(
      String key, String subject, String text, String to, String by, String at, int recipients) {}

  /** What became of a notice for one person on one channel. */
  record Delivered(String person, String channel, String result, @Nullable String readAt) {}

  @GetMapping
  Desk desk(@RequestParam String campaign) {
    login.requireOffice(campaign);
    var of = campaigns.get(campaign);
    var units = rosters.units(campaign);
    return new Desk(
        units.stream().map(unit -> Map.of("id", unit.id(), "name", unit.name())).toList(),
        circulars.latest(campaign, LATEST).stream()
            .map(circular -> line(of, units, circular))
            .toList());
  }

  @PostMapping("/reach")
  Reach reach(@RequestBody Wanted wanted) {
    login.requireOffice(Api.text(wanted.campaign()));
    return new Reach(service.recipients(wanted.campaign(), audience(wanted), units(wanted)).size());
  }

  @PostMapping
  Line send(@RequestBody Wanted wanted) {
    login.requireOffice(Api.text(wanted.campaign()));
    var person = login.id();
    var sent =
        login.asHouse(
            () ->
                service.send(
                    wanted.campaign(),
                    Api.text(wanted.token()),
                    audience(wanted),
                    units(wanted),
                    Api.text(wanted.subject()),
                    Api.text(wanted.text()),
                    person));
    return line(campaigns.get(wanted.campaign()), rosters.units(wanted.campaign()), sent);
  }

  /** Who got it, and who has read it. */
  @GetMapping("/deliveries")
  List<Delivered> deliveries(@RequestParam String key) {
    var circular =
        circulars.find(key).orElseThrow(() -> new Refusal("webapps.circular-unknown", key));
    login.requireOffice(circular.campaignId());
    var campaign = campaigns.get(circular.campaignId());
    return deliveries.ofItem(key).stream()
        .map(
            one ->
                new Delivered(
                    one.personName(),
                    text("channel." + one.channel()),
                    text("delivery." + one.state()),
                    words.moment(campaign, one.readAt())))
        .toList();
  }

  private Line line(Campaign campaign, List<Unit> units, Circular circular) {
    var audience = text("audience." + circular.audience());
    var names =
        units.stream()
            .filter(unit -> circular.units().contains(unit.id()))
            .map(Unit::name)
            .toList();
    return new Line(
        circular.key(),
        circular.subject(),
        circular.text(),
        names.isEmpty()
            ? audience
            : Api.word(
                "webapps.audience-of", audience, String.join(text("audience-separator"), names)),
        words.name(campaign, circular.sentBy()),
        String.valueOf(words.moment(campaign, circular.sentAt())),
        circular.recipients());
  }

  private static Audience audience(Wanted wanted) {
    if (wanted.audience() == null) {
      throw new Refusal("webapps.audience-missing");
    }
    return wanted.audience();
  }

  private static List<String> units(Wanted wanted) {
    return wanted.units() == null ? List.of() : wanted.units();
  }

  private static String text(String code) {
    return Api.word("webapps." + code);
  }
}
