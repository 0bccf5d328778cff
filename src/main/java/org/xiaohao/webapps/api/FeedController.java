package org.xiaohao.webapps.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.notification.Feeds;
import org.xiaohao.notification.Feeds.Owner;
import org.xiaohao.notification.Links;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Refusal;

/** Private calendar addresses: one's own, and those of units for which one is liaison or head. */
@RestController
@RequestMapping(Api.BASE + "/calendars")
class FeedController {

  private final Feeds feeds;
  private final Links links;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Login login;

  FeedController(Feeds feeds, Links links, Campaigns campaigns, Rosters rosters, Login login) {
    this.feeds = feeds;
    this.links = links;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.login = login;
  }

  /**
   * A calendar that the person may have an address for.
   *
   * @param unit null for one's own
   * @param exists whether there is an address; the address itself is shown once only
   */
  record CalendarView(String campaign, @Nullable String unit, String name, boolean exists) {}

  /** Which calendar is meant. */
  record Wanted(String campaign, @Nullable String unit) {}

  /** The address, shown this once. */
  record Address(String address) {}

  @GetMapping
  List<CalendarView> all() {
    return campaigns.all().stream()
        .filter(campaign -> login.takesPart(campaign.id()))
        .flatMap(campaign -> of(campaign).stream())
        .toList();
  }

  @PostMapping("/create")
  Address create(@RequestBody Wanted wanted) {
    var token = feeds.create(owner(wanted), login.id());
    return new Address(links.calendar(token));
  }

  @PostMapping("/revoke")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@RequestBody Wanted wanted) {
    feeds.revoke(owner(wanted));
  }

  private List<CalendarView> of(Campaign campaign) {
    var id = campaign.id();
    var calendars = new ArrayList<CalendarView>();
    var own = feeds.exists(Owner.person(id, login.id()));
    calendars.add(new CalendarView(id, null, campaign.plan().title(), own));
    rosters.units(id).stream()
        .filter(unit -> speaksFor(id, unit.id()))
        .map(
            unit ->
                new CalendarView(
                    id, unit.id(), unit.name(), feeds.exists(Owner.unit(id, unit.id()))))
        .forEach(calendars::add);
    return calendars;
  }

  private Owner owner(Wanted wanted) {
    var campaign = campaigns.get(Api.text(wanted.campaign())).id();
    if (wanted.unit() == null) {
      if (!login.takesPart(campaign)) {
        throw new Refusal("webapps.calendar-not-yours");
      }
      return Owner.person(campaign, login.id());
    }
    if (!speaksFor(campaign, wanted.unit())) {
      throw new Refusal("webapps.calendar-not-yours");
    }
    return Owner.unit(campaign, wanted.unit());
  }

  private boolean speaksFor(String campaign, String unit) {
    var posts = login.posts(campaign);
    return posts.served().contains(unit) || posts.headed().contains(unit);
  }
}
