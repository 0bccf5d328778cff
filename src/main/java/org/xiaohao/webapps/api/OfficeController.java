package org.xiaohao.webapps.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.campaign.CampaignService;
import org.xiaohao.campaign.PhaseStatus;
import org.xiaohao.shared.Refusal;
import org.xiaohao.submission.SubmissionService;

/** What the office may change once a campaign runs; always with a reason, always recorded. */
@RestController
@RequestMapping(Api.BASE + "/office")
class OfficeController {

  private final ItemAccess access;
  private final ItemViews views;
  private final SubmissionService submissions;
  private final CampaignService campaigns;
  private final Login login;

  OfficeController(
      ItemAccess access,
      ItemViews views,
      SubmissionService submissions,
      CampaignService campaigns,
      Login login) {
    this.access = access;
    this.views = views;
    this.submissions = submissions;
    this.campaigns = campaigns;
    this.login = login;
  }

  /** What need not be handed in, and why. */
  record Waiver(String key, String reason) {}

  /** An item with a new plan date. */
  record ItemMove(String key, LocalDate planDate, String reason) {}

  /** All papers of a kind that are not handed in yet, with a new plan date. */
  record KindMove(String campaign, String kind, LocalDate planDate, String reason) {}

  /** A phase with new plan dates, or one of its works. */
  record PhaseMove(
      String campaign,
      String phase,
      @Nullable String work,
      LocalDate starts,
      LocalDate ends,
      String reason) {}

  @PostMapping("/waive")
  ItemView waive(@RequestBody Waiver wanted) {
    var person = officeOf(wanted.key());
    login.asHouse(() -> submissions.waive(wanted.key(), Api.text(wanted.reason()), person));
    return views.view(access.visible(wanted.key()));
  }

  @PostMapping("/move-item")
  ItemView move(@RequestBody ItemMove wanted) {
    var person = officeOf(wanted.key());
    login.asHouse(
        () ->
            submissions.move(
                wanted.key(), Api.day(wanted.planDate()), Api.text(wanted.reason()), person));
    return views.view(access.visible(wanted.key()));
  }

  @PostMapping("/move-kind")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void move(@RequestBody KindMove wanted) {
    login.requireOffice(wanted.campaign());
    var person = login.id();
    var reason = reason(wanted.reason());
    login.asHouse(
        () ->
            submissions.moveAll(
                wanted.campaign(), wanted.kind(), Api.day(wanted.planDate()), reason, person));
  }

  @PostMapping("/move-phase")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void move(@RequestBody PhaseMove wanted) {
    login.requireOffice(wanted.campaign());
    var person = login.id();
    var reason = reason(wanted.reason());
    login.asHouse(
        () ->
            campaigns.moveDates(
                PhaseStatus.key(wanted.campaign(), wanted.phase()),
                wanted.work(),
                Api.day(wanted.starts()),
                Api.day(wanted.ends()),
                reason,
                person));
  }

  private String officeOf(String key) {
    login.requireOffice(access.visible(key).campaignId());
    return login.id();
  }

  private static String reason(@Nullable String sent) {
    var reason = Api.text(sent);
    if (reason.isEmpty()) {
      throw new Refusal("webapps.reason-missing");
    }
    return reason;
  }
}
