package org.xiaohao.rectification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PlanDates;
import org.xiaohao.rectification.Problem.Rating;
import org.xiaohao.roster.Deputies;
import org.xiaohao.roster.Groups;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Refusal;

/** Who may do what with a problem, and what has to be said with it. */
@Component
class RectificationRules {

  /** Longer than anything that people write, short enough to be kept and shown. */
  private static final int LONGEST_TEXT = 20_000;

  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Responsibles responsibles;
  private final Deputies deputies;
  private final Checkers checkers;
  private final Clock clock;

  RectificationRules(
      Campaigns campaigns,
      Rosters rosters,
      Responsibles responsibles,
      Deputies deputies,
      Checkers checkers,
      Clock clock) {
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.responsibles = responsibles;
    this.deputies = deputies;
    this.checkers = checkers;
    this.clock = clock;
  }

  PlanDates dates(String campaignId) {
    return campaigns.dates(campaigns.get(campaignId));
  }

  /** In which the campaign writes. */
  Locale language(String campaignId) {
    return campaigns.get(campaignId).plan().language();
  }

  /** Whether the roster names that unit; true where none is known. */
  boolean isStanding(String campaignId, @Nullable String unit) {
    return unit == null
        || rosters.units(campaignId).stream().anyMatch(one -> one.id().equals(unit));
  }

  void requireOffice(Problem problem, String by) {
    if (!isOffice(problem.campaignId(), by)) {
      throw new Refusal("rectification.office-only", problem.title());
    }
  }

  /** Decisions of the office come with a reason, and never from who has to rectify it (A17). */
  void requireOfficeDecision(Problem problem, String reason, String by) {
    requireOffice(problem, by);
    requireNotOwner(problem, by);
    requireText(reason, "rectification.reason-missing");
  }

  private boolean isOffice(String campaignId, String person) {
    return campaigns.get(campaignId).plan().office().people().anyMatch(person::equals);
  }

  /** Head or liaison of the unit, or a deputy of theirs. */
  void requireUnit(Problem problem, String by) {
    var campaign = problem.campaignId();
    var unit = problem.unitId();
    if (unit == null
        || !(deputies.acts(campaign, by, responsibles.headOf(campaign, unit))
            || deputies.acts(campaign, by, responsibles.liaisonOf(campaign, unit)))) {
      throw new Refusal("rectification.unit-only", problem.title());
    }
  }

  /** The owner, or who stands in for the owner. */
  void requireOwner(Problem problem, String by) {
    if (!deputies.acts(problem.campaignId(), by, problem.remedy().owner())) {
      throw new Refusal("rectification.owner-only", problem.title());
    }
  }

  /** Head of the unit; for the head's own the leader in charge, else the office. */
  void requireChecker(Problem problem, String by) {
    if (by.equals(problem.remedy().owner()) || by.equals(problem.progress().evidenceBy())) {
      throw new Refusal("rectification.own-check", problem.title());
    }
    var office = checkers.group(problem).equals(Groups.office(problem.campaignId()));
    if (office ? !isOffice(problem.campaignId(), by) : !checkers.mayCheck(problem, by)) {
      throw new Refusal("rectification.not-checker", problem.title());
    }
  }

  /**
   * The one who was named, or a deputy; anybody of the office where that one has left (A16, A17).
   */
  void requireVerifier(Problem problem, String by) {
    if (by.equals(problem.remedy().owner()) || by.equals(problem.progress().evidenceBy())) {
      throw new Refusal("rectification.own-verification", problem.title());
    }
    var verifier = problem.remedy().verifier();
    if (verifier == null
        ? !isOffice(problem.campaignId(), by)
        : !deputies.acts(problem.campaignId(), by, verifier)) {
      throw new Refusal("rectification.not-verifier", problem.title());
    }
  }

  /** A verifier is of the office, still there, and never the owner. */
  void requireVerifiable(Problem problem, String verifier) {
    if (verifier.equals(problem.remedy().owner())) {
      throw new Refusal("rectification.verifier-is-owner");
    }
    if (!isOffice(problem.campaignId(), verifier)
        || rosters.activePerson(problem.campaignId(), verifier).isEmpty()) {
      throw new Refusal("rectification.verifier-unknown");
    }
  }

  /** Nobody decides about what they are to do themselves (A17). */
  void requireNotOwner(Problem problem, String by) {
    if (by.equals(problem.remedy().owner())) {
      throw new Refusal("rectification.own-proposal", problem.title());
    }
  }

  void requireOwnerThere(Problem problem) {
    var owner = problem.remedy().owner();
    if (owner == null || rosters.activePerson(problem.campaignId(), owner).isEmpty()) {
      throw new Refusal("rectification.owner-gone");
    }
  }

  void requireMember(Problem problem, String owner) {
    var unit = problem.unitId();
    if (unit == null
        || rosters
            .activePerson(problem.campaignId(), owner)
            .filter(person -> unit.equals(person.unitId()))
            .isEmpty()) {
      throw new Refusal("rectification.owner-unknown");
    }
  }

  void requireKnownUnit(String campaignId, @Nullable String unit) {
    if (unit != null && rosters.unit(campaignId, unit).isEmpty()) {
      throw new Refusal("rectification.unit-unknown", unit);
    }
  }

  /** By when a unit has to have analysed it that begins now. */
  Instant analysisDue(Problem problem) {
    var dates = dates(problem.campaignId());
    return dates.limitAfter(clock.instant(), dates.plan().rectification().analysisDays());
  }

  boolean hasKinds(Problem problem) {
    return !campaigns.get(problem.campaignId()).plan().problemKinds().isEmpty();
  }

  void requireRating(Problem problem, Rating rating) {
    var kinds = campaigns.get(problem.campaignId()).plan().problemKinds();
    if (rating.kind() != null && !kinds.contains(rating.kind())) {
      throw new Refusal("rectification.kind-unknown", rating.kind());
    }
    if (rating.weight() < 1
        || rating.weight() > 3
        || rating.urgency() < 1
        || rating.urgency() > 3) {
      throw new Refusal("rectification.rating");
    }
  }

  /** A day that somebody chooses: to come, and worked. */
  void requireWorkingDay(String campaignId, LocalDate day) {
    dates(campaignId).requireWorkingDay(day, clock.instant());
  }

  void requireExtensible(Problem problem, LocalDate until, String reason) {
    requireText(reason, "rectification.extension-reason");
    if (problem.state() != Problem.State.RECTIFYING) {
      throw new Refusal("rectification.wrong-state", problem.title());
    }
    if (!clock.instant().isBefore(problem.limitAt())) {
      throw new Refusal("rectification.extension-late", problem.title());
    }
    var most = dates(problem.campaignId()).plan().rectification().extensions();
    if (problem.progress().extensions() >= most) {
      throw new Refusal("rectification.extension-used", problem.title(), String.valueOf(most));
    }
    requireWorkingDay(problem.campaignId(), until);
    if (!until.isAfter(problem.date().effectiveDate())) {
      throw new Refusal("rectification.extension-too-early", until, problem.date().effectiveDate());
    }
  }

  /** The day that was asked for may have passed meanwhile, or the office gave more than that. */
  void requireStillExtends(Problem problem, LocalDate until) {
    if (!dates(problem.campaignId()).limit(until).isAfter(clock.instant())) {
      throw new Refusal("rectification.extension-past", until);
    }
    if (!until.isAfter(problem.date().effectiveDate())) {
      throw new Refusal("rectification.extension-overtaken", until, problem.date().effectiveDate());
    }
  }

  /** PostgreSQL stores no NUL in a text, H2 does: refused on both. */
  static void requireText(String text, String code) {
    if (text.isBlank()) {
      throw new Refusal(code);
    }
    requireStorable(text);
  }

  static void requireStorable(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new Refusal("rectification.control-character");
    }
    if (text.length() > LONGEST_TEXT) {
      throw new Refusal("rectification.text-too-long", String.valueOf(LONGEST_TEXT));
    }
  }
}
