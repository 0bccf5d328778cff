package org.xiaohao.rectification;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Messages;
import org.xiaohao.shared.Refusal;

/**
 * People from outside suggest something (R84): the office opens a page for everybody, and closes
 * it. What is said there waits for triage like all that is registered; nobody knows by whom it is.
 */
@Service
@Transactional
public class OpenSuggestionService {

  private static final int CODE_BYTES = 9;

  /** Nobody: whoever suggests has no account and leaves no name. */
  private static final String NOBODY = "";

  private final SuggestionPages pages;
  private final RectificationService service;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  OpenSuggestionService(
      SuggestionPages pages,
      RectificationService service,
      Campaigns campaigns,
      Rosters rosters,
      Clock clock) {
    this.pages = pages;
    this.service = service;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.clock = clock;
  }

  /**
   * What everybody sees.
   *
   * @param title of the campaign
   * @param units in their fixed order
   */
  public record Page(String title, List<About> units) {}

  /** A unit about which something can be said. */
  public record About(String id, String name) {}

  /**
   * Opens the page of a campaign, or opens it again under the same address.
   *
   * @param by somebody of the office
   */
  public void open(String campaignId, String by) {
    requireOffice(campaignId, by);
    if (campaigns.get(campaignId).state() == Campaign.State.CLOSED) {
      throw new Refusal("rectification.page-closed");
    }
    if (pages.of(campaignId).isPresent()) {
      pages.reopen(campaignId, by, clock.instant());
    } else {
      pages.insert(campaignId, newCode(), by, clock.instant());
    }
  }

  /**
   * Closes it.
   *
   * @param by somebody of the office
   */
  public void close(String campaignId, String by) {
    requireOffice(campaignId, by);
    pages.close(campaignId, by, clock.instant());
  }

  /**
   * The page with that code.
   *
   * @throws Refusal if there is none, or it takes no suggestions now
   */
  @Transactional(readOnly = true)
  public Page page(String code) {
    var campaign = campaign(code);
    return new Page(
        campaign.plan().title(),
        rosters.units(campaign.id()).stream()
            .map(unit -> new About(unit.id(), unit.name()))
            .toList());
  }

  /**
   * Puts a suggestion on the problem list.
   *
   * @param unitId unit that it is about; empty where the office has to find out
   * @throws Refusal if the page takes none now, there is no such unit, or nothing is said
   */
  public Problem suggest(String code, String unitId, String text) {
    var campaign = campaign(code);
    var unit = rosters.unit(campaign.id(), unitId).map(Unit::id).orElse(null);
    if (unit == null && !unitId.isEmpty()) {
      throw new Refusal("rectification.unit-unknown", unitId);
    }
    return service.register(
        new Registration(
            campaign.id(),
            Source.SUGGESTION,
            null,
            Messages.text(campaign.plan().language(), "rectification.page-occasion"),
            unit,
            text,
            null,
            NOBODY));
  }

  private Campaign campaign(String code) {
    var page = pages.withCode(code).orElseThrow(() -> new Refusal("rectification.page-unknown"));
    var campaign = campaigns.get(page.campaignId());
    if (!page.open() || campaign.state() == Campaign.State.CLOSED) {
      throw new Refusal("rectification.page-closed");
    }
    return campaign;
  }

  private void requireOffice(String campaignId, String by) {
    var plan = campaigns.get(campaignId).plan();
    if (plan.office().people().noneMatch(by::equals)) {
      throw new Refusal("rectification.office-only", plan.title());
    }
  }

  private String newCode() {
    var bytes = new byte[CODE_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
