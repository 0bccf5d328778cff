package org.xiaohao.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.campaign.PlanDates;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Refusal;

/** For whom somebody acts who starts something by hand, and whom they mean by a name. */
@Component
class Officers {

  private final Campaigns campaigns;
  private final Rosters rosters;

  Officers(Campaigns campaigns, Rosters rosters) {
    this.campaigns = campaigns;
    this.rosters = rosters;
  }

  /**
   * The newest running campaign in whose office somebody is.
   *
   * @throws Refusal if there is none
   */
  Campaign ofOffice(String person) {
    return running(person, plan -> plan.office().people(), "supervision.office-only");
  }

  /**
   * The newest running campaign in whose leading group somebody is.
   *
   * @throws Refusal if there is none
   */
  Campaign ofLeadingGroup(String person) {
    return running(person, plan -> plan.leadingGroup().people(), "supervision.leading-group-only");
  }

  private Campaign running(
      String person, Function<Plan, Stream<String>> members, String otherwise) {
    return campaigns.all().stream()
        .filter(campaign -> campaign.state() != Campaign.State.CLOSED)
        .filter(campaign -> members.apply(campaign.plan()).anyMatch(person::equals))
        .findFirst()
        .orElseThrow(() -> new Refusal(otherwise));
  }

  /**
   * The day that was chosen: to come, and worked.
   *
   * @throws Refusal if it is missing, has passed, or is a day off
   */
  static LocalDate requireDay(@Nullable LocalDate chosen, PlanDates dates, Instant now) {
    if (chosen == null) {
      throw new Refusal("supervision.day-missing");
    }
    dates.requireWorkingDay(chosen, now);
    return chosen;
  }

  /**
   * Units by name or id.
   *
   * @throws Refusal if one is unknown
   */
  List<Unit> units(String campaignId, List<String> names) {
    var all = rosters.units(campaignId);
    return names.stream()
        .map(
            name ->
                all.stream()
                    .filter(unit -> unit.name().equals(name) || unit.id().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Refusal("supervision.unit-unknown", name)))
        .distinct()
        .toList();
  }

  /** All units of a campaign in their fixed order. */
  List<Unit> units(String campaignId) {
    return rosters.units(campaignId);
  }

  /**
   * Somebody by name or login.
   *
   * @throws Refusal if nobody is called so, or several people are
   */
  Person person(String campaignId, String name) {
    var found =
        rosters.people(campaignId).stream()
            .filter(person -> person.id().equals(name) || person.name().equals(name))
            .toList();
    if (found.size() != 1) {
      throw new Refusal(
          found.isEmpty() ? "supervision.person-unknown" : "supervision.person-ambiguous", name);
    }
    return found.get(0);
  }
}
