package org.xiaohao.rectification;

import java.util.Comparator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Refusal;

/** Anybody may put a problem on the list, at any time (R84). */
@Service
@Transactional
public class SuggestionService {

  private final RectificationService service;
  private final Campaigns campaigns;
  private final Rosters rosters;

  SuggestionService(RectificationService service, Campaigns campaigns, Rosters rosters) {
    this.service = service;
    this.campaigns = campaigns;
    this.rosters = rosters;
  }

  /**
   * Enters a problem in the newest running campaign that the person takes part in; its instance is
   * the caller's.
   *
   * @param source a {@link Source}; a suggestion where it is empty
   * @param ownUnit whether it is about the person's own unit
   * @param unitName name of another unit; where the roster has none of that name, the office finds
   *     out
   * @throws Refusal if there is no such campaign, or the text is missing
   */
  public Problem suggest(String source, String text, boolean ownUnit, String unitName, String by) {
    var campaign = campaign(by);
    var person = rosters.activePerson(campaign.id(), by);
    var unit =
        ownUnit
            ? person.map(Person::unitId).orElse(null)
            : rosters.units(campaign.id()).stream()
                .filter(each -> each.name().equals(unitName))
                .map(Unit::id)
                .findFirst()
                .orElse(null);
    var occasion = unit == null ? unitName : "";
    return service.enter(
        new Registration(campaign.id(), source(source), null, occasion, unit, text, null, by));
  }

  private Campaign campaign(String person) {
    return campaigns.all().stream()
        .filter(campaign -> campaign.state() != Campaign.State.CLOSED)
        .filter(campaign -> rosters.activePerson(campaign.id(), person).isPresent())
        .max(Comparator.comparing(Campaign::launchedAt))
        .orElseThrow(() -> new Refusal("rectification.no-campaign"));
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
