package org.xiaohao.rectification;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan.OwedBy;
import org.xiaohao.campaign.Plan.Paper;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Refusal;

/** Anybody may put a problem on the list, at any time (R84). */
@Service
@Transactional
public class SuggestionService {

  private static final Set<Source> CHECKS =
      EnumSet.of(
          Source.SELF_CHECK, Source.CHECK_SUPERIORS, Source.CHECK_ADVANCED, Source.CHECK_SERVED);

  private final RectificationService service;
  private final Campaigns campaigns;
  private final Rosters rosters;

  SuggestionService(RectificationService service, Campaigns campaigns, Rosters rosters) {
    this.service = service;
    this.campaigns = campaigns;
    this.rosters = rosters;
  }

  /**
   * Enters a problem in a running campaign that the person takes part in; its instance is the
   * caller's. What a self-check found is linked to the report of the person's unit, where the plan
   * asks for one (R62).
   *
   * @param in title or id of the campaign; may be empty where the person takes part in one only
   * @param source a {@link Source}; a suggestion where it is empty
   * @param ownUnit whether it is about the person's own unit
   * @param unitName name of another unit; where the roster has none of that name, the office finds
   *     out
   * @throws Refusal if there is no such campaign, or the text is missing
   */
  public Problem suggest(
      String in, String source, String text, boolean ownUnit, String unitName, String by) {
    var campaign = campaign(in.strip(), by);
    var own = rosters.activePerson(campaign.id(), by).map(Person::unitId).orElse(null);
    var unit = ownUnit ? own : named(campaign, unitName);
    var report = report(campaign, source(source));
    return service.enter(
        new Registration(
            campaign.id(),
            source(source),
            own == null ? null : report.map(paper -> sourceKey(campaign, paper, own)).orElse(null),
            unit == null && !unitName.isBlank()
                ? unitName
                : report.filter(paper -> own != null).map(Paper::title).orElse(""),
            unit,
            text,
            null,
            by));
  }

  private @Nullable String named(Campaign campaign, String unitName) {
    return rosters.units(campaign.id()).stream()
        .filter(each -> each.name().equals(unitName))
        .map(Unit::id)
        .findFirst()
        .orElse(null);
  }

  /** The paper whose chapters the self-check and the three checks are. */
  private static Optional<Paper> report(Campaign campaign, Source source) {
    return CHECKS.contains(source)
        ? campaign.plan().papers().stream()
            .filter(paper -> paper.selfCheck() && paper.owedBy() == OwedBy.UNIT)
            .findFirst()
        : Optional.empty();
  }

  private static String sourceKey(Campaign campaign, Paper paper, String unit) {
    return campaign.id() + "/" + paper.id() + "/" + unit + Registration.MANY;
  }

  /**
   * Puts on the list what is found in a report of a self-check.
   *
   * @param report natural key of the report
   * @param title what it is, in words
   * @param unit whose report it is
   * @param source which check found it
   * @throws Refusal if it is none of the checks, or the text is missing
   */
  public Problem listFinding(
      String campaignId,
      String report,
      String title,
      String unit,
      String source,
      String text,
      String by) {
    var found = source(source);
    if (!CHECKS.contains(found)) {
      throw new Refusal("rectification.source-unknown", source);
    }
    return service.register(
        new Registration(
            campaignId, found, report + Registration.MANY, title, unit, text, null, by));
  }

  /** Where there are several, the person has to say which: a wrong list would not be noticed. */
  private Campaign campaign(String in, String person) {
    var running =
        campaigns.all().stream()
            .filter(campaign -> campaign.state() != Campaign.State.CLOSED)
            .filter(campaign -> rosters.activePerson(campaign.id(), person).isPresent())
            .toList();
    if (running.isEmpty()) {
      throw new Refusal("rectification.no-campaign");
    }
    if (running.size() == 1 && in.isEmpty()) {
      return running.get(0);
    }
    var meant =
        running.stream()
            .filter(campaign -> in.equals(campaign.id()) || in.equals(campaign.plan().title()))
            .toList();
    if (meant.size() != 1) {
      throw new Refusal(
          "rectification.which-campaign",
          running.stream()
              .map(campaign -> "%s（%s）".formatted(campaign.plan().title(), campaign.id()))
              .collect(Collectors.joining("；")));
    }
    return meant.get(0);
  }

  /** What only meetings, forms and inspections can be the source of is theirs to say. */
  private static Source source(String word) {
    return switch (word) {
      case "SELF_CHECK" -> Source.SELF_CHECK;
      case "CHECK_SUPERIORS" -> Source.CHECK_SUPERIORS;
      case "CHECK_ADVANCED" -> Source.CHECK_ADVANCED;
      case "CHECK_SERVED" -> Source.CHECK_SERVED;
      case "", "SUGGESTION" -> Source.SUGGESTION;
      default -> throw new Refusal("rectification.source-unknown", word);
    };
  }
}
