package org.xiaohao.webapps.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.notification.Channel;
import org.xiaohao.notification.Deliveries;
import org.xiaohao.notification.Deliveries.Delivery;
import org.xiaohao.shared.Refusal;

/** What left the house, and what did not; for the office only. */
@RestController
@RequestMapping(Api.BASE + "/mailroom")
class MailroomController {

  private static final int PAGE = 50;

  private static final Map<String, List<String>> FILTERS =
      Map.of(
          "failed", List.of("FAILED", "UNADDRESSED"),
          "waiting", List.of("QUEUED", "HELD"),
          "sent", List.of("SENT"),
          "all",
              List.of(
                  "QUEUED",
                  "HELD",
                  "MERGED",
                  "SENT",
                  "FAILED",
                  "SUPERSEDED",
                  "DROPPED",
                  "DECLINED",
                  "UNADDRESSED"));

  private static final Set<String> NOT_SENT = Set.of("FAILED", "UNADDRESSED");

  private final Deliveries deliveries;
  private final Campaigns campaigns;
  private final ItemAccess access;
  private final ItemWords words;
  private final Login login;

  MailroomController(
      Deliveries deliveries, Campaigns campaigns, ItemAccess access, ItemWords words, Login login) {
    this.deliveries = deliveries;
    this.campaigns = campaigns;
    this.access = access;
    this.words = words;
    this.login = login;
  }

  /**
   * A notice on one channel, as the page shows it. Moments are local times of the plan.
   *
   * @param result how far it is, in words
   * @param again whether it can be sent again
   */
  record DeliveryView(
      long id,
      String campaign,
      String channel,
      String person,
      @Nullable String address,
      String subject,
      String result,
      @Nullable String error,
      String at,
      String sentAt,
      String readAt,
      boolean again) {}

  /** A page of a campaign's notices, and how many there are in each state. */
  record MailroomView(
      String campaign, String title, long failed, List<DeliveryView> notices, boolean more) {}

  /** What a mail program shows. */
  record MailView(String html) {}

  /**
   * Which are sent again.
   *
   * @param all all of the campaign that did not get through, whatever the ids say
   */
  record Again(String campaign, @Nullable List<Long> ids, boolean all) {}

  /** Which are sent no more. */
  record Drop(String campaign, @Nullable List<Long> ids) {}

  /** How many are not. */
  record Dropped(int dropped) {}

  /** How many are. */
  record Sent(int again) {}

  /** Campaigns of whose office the person is. */
  @GetMapping("/campaigns")
  List<Map<String, String>> offices() {
    return campaigns.all().stream()
        .filter(campaign -> login.isOffice(campaign.id()))
        .map(campaign -> Map.of("id", campaign.id(), "title", campaign.plan().title()))
        .toList();
  }

  @GetMapping
  MailroomView page(
      @RequestParam String campaign,
      @RequestParam(defaultValue = "failed") String show,
      @RequestParam(defaultValue = "9223372036854775807") long before) {
    login.requireOffice(campaign);
    var of = campaigns.get(campaign);
    var states = FILTERS.getOrDefault(show, FILTERS.get("all"));
    var found = deliveries.page(campaign, states, before, PAGE + 1);
    var counts = deliveries.counts(campaign);
    var failed =
        counts.entrySet().stream()
            .filter(count -> NOT_SENT.contains(count.getKey().replaceAll(".*\\.", "")))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return new MailroomView(
        campaign,
        of.plan().title(),
        failed,
        found.stream().limit(PAGE).map(delivery -> view(of, delivery)).toList(),
        found.size() > PAGE);
  }

  /** Everything that was said about an item, to whom, and what became of it. */
  @GetMapping("/item")
  List<DeliveryView> ofItem(@RequestParam String key) {
    var item = access.visible(key);
    login.requireOffice(item.campaignId());
    var campaign = campaigns.get(item.campaignId());
    return deliveries.ofItem(key).stream().map(delivery -> view(campaign, delivery)).toList();
  }

  /** A mail as it looks; the page shows it in a frame in which nothing runs. */
  @GetMapping("/{campaign}/{id}")
  MailView mail(@PathVariable String campaign, @PathVariable long id) {
    login.requireOffice(campaign);
    return new MailView(deliveries.html(campaign, id));
  }

  @PostMapping("/again")
  Sent again(@RequestBody Again wanted) {
    var campaign = Api.text(wanted.campaign());
    login.requireOffice(campaign);
    if (wanted.all()) {
      return new Sent(login.asHouse(() -> deliveries.sendAllAgain(campaign)));
    }
    var ids = chosen(wanted.ids());
    return new Sent(login.asHouse(() -> deliveries.sendAgain(campaign, ids)));
  }

  @PostMapping("/drop")
  Dropped drop(@RequestBody Drop wanted) {
    var campaign = Api.text(wanted.campaign());
    login.requireOffice(campaign);
    var ids = chosen(wanted.ids());
    return new Dropped(login.asHouse(() -> deliveries.drop(campaign, ids)));
  }

  private static List<Long> chosen(@Nullable List<Long> ids) {
    if (ids == null || ids.isEmpty()) {
      throw new Refusal("webapps.notices-missing");
    }
    return ids;
  }

  private DeliveryView view(Campaign campaign, Delivery delivery) {
    return new DeliveryView(
        delivery.id(),
        delivery.campaignId(),
        text("channel." + delivery.channel()),
        delivery.personName(),
        delivery.address(),
        delivery.subject(),
        text("delivery." + delivery.state()),
        error(delivery),
        words.moment(campaign, delivery.createdAt()),
        words.moment(campaign, delivery.sentAt()),
        words.moment(campaign, delivery.readAt()),
        NOT_SENT.contains(delivery.state()));
  }

  /** What a mail server says is for its like; a webhook's failure is in words already. */
  private static @Nullable String error(Delivery delivery) {
    return delivery.error() == null
            || delivery.failure() == null
            || delivery.channel() != Channel.MAIL
        ? delivery.error()
        : text("failure", text("failure." + delivery.failure()), delivery.error());
  }

  private static String text(String code, Object... arguments) {
    return Api.word("webapps." + code, arguments);
  }
}
