package org.xiaohao.webapps.v1;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.ledger.CampaignReport;
import org.xiaohao.ledger.CampaignReports;
import org.xiaohao.shared.Refusal;

/** Campaigns, and how they get on. */
@Tag(name = "v1.tag-campaigns")
@RestController
@RequestMapping("/api/v1/campaigns")
class CampaignsV1 {

  private final Campaigns campaigns;
  private final CampaignReports reports;
  private final Readers readers;

  CampaignsV1(Campaigns campaigns, CampaignReports reports, Readers readers) {
    this.readers = readers;
    this.campaigns = campaigns;
    this.reports = reports;
  }

  /**
   * A campaign.
   *
   * @param state LAUNCHING, RUNNING or CLOSED
   * @param closedAt null while it runs
   */
  record CampaignView(
      String id, String title, String state, Instant launchedAt, @Nullable Instant closedAt) {

    static CampaignView of(Campaign campaign) {
      return new CampaignView(
          campaign.id(),
          campaign.plan().title(),
          campaign.state().name(),
          campaign.launchedAt(),
          campaign.closedAt());
    }
  }

  @GetMapping
  @Operation(summary = "v1.campaigns")
  List<CampaignView> all(Authentication person) {
    var reader = readers.of(person);
    return campaigns.all().stream()
        .filter(campaign -> reader.takesPart(campaign.id()))
        .map(CampaignView::of)
        .toList();
  }

  @GetMapping("/{campaign}")
  @Operation(summary = "v1.campaign")
  CampaignView one(@PathVariable String campaign, Authentication person) {
    return CampaignView.of(readable(campaign, readers.of(person)));
  }

  @GetMapping("/{campaign}/progress")
  @Operation(summary = "v1.progress")
  CampaignReport progress(@PathVariable String campaign, Authentication person) {
    var reader = readers.of(person);
    readable(campaign, reader);
    if (!reader.seesProgress(campaign)) {
      throw new Refusal("api.progress-office-only");
    }
    return reports.of(campaign);
  }

  /** Who takes no part is not even told that there is one. */
  private Campaign readable(String id, Reader reader) {
    return campaigns
        .find(id)
        .filter(campaign -> reader.takesPart(id))
        .orElseThrow(() -> new Refusal("api.campaign-unknown", id));
  }
}
