package org.xiaohao.webapps.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.appraisal.AppraisalReports;
import org.xiaohao.appraisal.Level;
import org.xiaohao.appraisal.Proposal;
import org.xiaohao.appraisal.Round;
import org.xiaohao.appraisal.Rounds;
import org.xiaohao.appraisal.Verdict;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;

/** What the page of the appraisal shows, to each reader what is theirs to see. */
@RestController
@RequestMapping(Api.BASE)
class AppraisalDeskController {

  private final AppraisalReports reports;
  private final Rounds rounds;
  private final Campaigns campaigns;
  private final Login login;

  AppraisalDeskController(
      AppraisalReports reports, Rounds rounds, Campaigns campaigns, Login login) {
    this.reports = reports;
    this.rounds = rounds;
    this.campaigns = campaigns;
    this.login = login;
  }

  /**
   * The appraisal of a campaign in which the reader takes part.
   *
   * @param state null until it has begun
   * @param counted whether points were counted
   * @param mayStart whether the reader may start it
   * @param overseer whether the reader sees everybody, and the year-end sheet
   * @param units units that the reader sees, in the fixed order
   */
  record Desk(
      String campaign,
      String title,
      Round.@Nullable State state,
      boolean counted,
      boolean mayStart,
      boolean overseer,
      List<Standing> units) {}

  /**
   * How a unit or a person stands.
   *
   * @param level null for those who belong to no unit, together
   * @param verdict null as long as the reader is not to know it
   * @param people whether it is a unit whose people the reader sees
   */
  record Standing(
      @Nullable Level level,
      String id,
      String name,
      int total,
      int lost,
      int place,
      @Nullable Verdict verdict,
      boolean people) {}

  /** Where the reader takes part, the newest campaign first. */
  @GetMapping("/appraisal")
  List<Desk> desks() {
    return campaigns.all().stream()
        .filter(campaign -> login.takesPart(campaign.id()))
        .map(this::desk)
        .toList();
  }

  private Desk desk(Campaign campaign) {
    var round = rounds.find(campaign.id());
    var posts = login.posts(campaign.id());
    return new Desk(
        campaign.id(),
        campaign.plan().title(),
        round.map(Round::state).orElse(null),
        round.map(Round::computedAt).isPresent(),
        round.isEmpty() && posts.office(),
        posts.oversees(),
        round.map(this::units).orElseGet(List::of));
  }

  private List<Standing> units(Round round) {
    var campaign = round.campaignId();
    var rows = new ArrayList<Standing>();
    for (var unit : reports.units(campaign, login.id())) {
      rows.add(standing(round, unit, reports.seesPeople(campaign, unit.party().id(), login.id())));
    }
    if (!rows.isEmpty()
        && login.oversees(campaign)
        && !reports.people(campaign, "", login.id()).isEmpty()) {
      rows.add(new Standing(null, "", "", 0, 0, 0, null, true));
    }
    return rows;
  }

  /** The people of a unit, in the order of the roster; of no unit where it is empty. */
  @GetMapping("/appraisal/people")
  List<Standing> people(@RequestParam String campaign, @RequestParam String unit) {
    var people = reports.people(campaign, unit, login.id());
    var round = rounds.find(campaign).orElseThrow();
    return people.stream().map(person -> standing(round, person, false)).toList();
  }

  private Standing standing(Round round, Proposal one, boolean people) {
    return new Standing(
        one.party().level(),
        one.party().id(),
        one.name(),
        one.total(),
        one.lost(),
        one.place(),
        reports.knowsVerdicts(round, login.id()) ? one.verdict() : null,
        people);
  }
}
