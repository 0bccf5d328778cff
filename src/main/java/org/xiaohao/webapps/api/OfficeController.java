package org.xiaohao.webapps.api;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PhaseStatus;
import org.xiaohao.campaign.ScheduleService;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.shared.Refusal;
import org.xiaohao.study.StudyService;

/**
 * What the office may change once a campaign runs; always with a reason, always recorded. What the
 * leading group assigned, the leading group may change, too.
 */
@RestController
@RequestMapping(Api.BASE + "/office")
class OfficeController {

  private final ItemAccess access;
  private final ItemViews views;
  private final OfficeActs acts;
  private final Schedules schedules;
  private final Ledger ledger;
  private final Campaigns campaigns;
  private final ScheduleService dates;
  private final StudyService sessions;
  private final Login login;

  OfficeController(
      ItemAccess access,
      ItemViews views,
      OfficeActs acts,
      Schedules schedules,
      Ledger ledger,
      Campaigns campaigns,
      ScheduleService dates,
      StudyService sessions,
      Login login) {
    this.access = access;
    this.views = views;
    this.acts = acts;
    this.schedules = schedules;
    this.ledger = ledger;
    this.campaigns = campaigns;
    this.dates = dates;
    this.sessions = sessions;
    this.login = login;
  }

  /** What need not be handed in, and why. */
  record Waiver(String key, String reason) {}

  /** An item with a new plan date. */
  record ItemMove(String key, LocalDate planDate, String reason) {}

  /** All things of a kind that are not through yet, with a new plan date. */
  record KindMove(String campaign, String kind, LocalDate planDate, String reason) {}

  /** An arranged meeting with another day, time, place or chair; blank: as it was. */
  record MeetingChange(
      String key,
      @Nullable LocalDate planDate,
      @Nullable LocalTime from,
      @Nullable LocalTime to,
      @Nullable String place,
      @Nullable String host,
      String reason) {}

  /** A day of study of all units, with a new plan date. */
  record DayMove(String campaign, String kind, LocalDate day, LocalDate planDate, String reason) {}

  /**
   * A phase with new plan dates, or one of its works.
   *
   * @param along whether the limits inside move by as many days
   */
  record PhaseMove(
      String campaign,
      String phase,
      @Nullable String work,
      LocalDate starts,
      LocalDate ends,
      boolean along,
      String reason) {}

  /** The campaigns of whose office the person is, with all dates that can be moved. */
  @GetMapping("/schedule")
  List<ScheduleView> schedule() {
    return campaigns.all().stream()
        .filter(campaign -> login.isOffice(campaign.id()))
        .map(schedules::of)
        .toList();
  }

  /** All items of a kind, also those that nobody has a task for. */
  @GetMapping("/items")
  List<ItemSummary> items(@RequestParam String campaign, @RequestParam String kind) {
    login.requireOffice(campaign);
    return views.summaries(ledger.ofKind(campaign, kind));
  }

  @PostMapping("/waive")
  ItemView waive(@RequestBody Waiver wanted) {
    var item = access.managed(wanted.key());
    var person = login.id();
    login.asHouse(() -> acts.waive(item, Api.text(wanted.reason()), person));
    return views.view(access.visible(wanted.key()));
  }

  @PostMapping("/move-item")
  ItemView move(@RequestBody ItemMove wanted) {
    var item = access.managed(wanted.key());
    var person = login.id();
    login.asHouse(
        () -> acts.move(item, Api.day(wanted.planDate()), Api.text(wanted.reason()), person));
    return views.view(access.visible(wanted.key()));
  }

  @PostMapping("/rearrange")
  ItemView rearrange(@RequestBody MeetingChange wanted) {
    var item = ofOffice(wanted.key());
    var person = login.id();
    login.asHouse(
        () ->
            acts.rearrange(
                item,
                wanted.planDate(),
                wanted.from(),
                wanted.to(),
                Api.text(wanted.place()),
                Api.text(wanted.host()),
                Api.text(wanted.reason()),
                person));
    return views.view(access.visible(wanted.key()));
  }

  @PostMapping("/move-kind")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void move(@RequestBody KindMove wanted) {
    login.requireOffice(wanted.campaign());
    var person = login.id();
    var reason = reason(wanted.reason());
    var plan = campaigns.get(wanted.campaign()).plan();
    login.asHouse(
        () -> acts.moveKind(plan, wanted.kind(), Api.day(wanted.planDate()), reason, person));
  }

  @PostMapping("/move-day")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void move(@RequestBody DayMove wanted) {
    login.requireOffice(wanted.campaign());
    var person = login.id();
    var reason = reason(wanted.reason());
    login.asHouse(
        () ->
            sessions.moveDay(
                wanted.campaign(),
                wanted.kind(),
                Api.day(wanted.day()),
                Api.day(wanted.planDate()),
                reason,
                person));
  }

  @PostMapping("/move-phase")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void move(@RequestBody PhaseMove wanted) {
    login.requireOffice(wanted.campaign());
    var person = login.id();
    var reason = reason(wanted.reason());
    login.asHouse(
        () ->
            dates.move(
                PhaseStatus.key(wanted.campaign(), wanted.phase()),
                wanted.work(),
                Api.day(wanted.starts()),
                Api.day(wanted.ends()),
                wanted.along(),
                reason,
                person));
  }

  private LedgerItem ofOffice(String key) {
    var item = access.visible(key);
    login.requireOffice(item.campaignId());
    return item;
  }

  private static String reason(@Nullable String sent) {
    var reason = Api.text(sent);
    if (reason.isEmpty()) {
      throw new Refusal("webapps.reason-missing");
    }
    return reason;
  }
}
