package org.xiaohao.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xiaohao.XiaohaoApplication;
import org.xiaohao.campaign.PlanReader;
import org.xiaohao.ledger.CampaignReport;
import org.xiaohao.ledger.CampaignReport.Kind;
import org.xiaohao.ledger.CampaignReports;
import org.xiaohao.roster.SafetyMonthRoster;

/** Another organisation, other phases, papers and dates, another language: the same program. */
class SafetyMonthReplayIT {

  private static final Path PLAN =
      Path.of("src/test/resources/campaigns/safety-month/campaign.yaml");

  @TempDir Path folder;

  @BeforeEach
  void prepareFolder() throws IOException {
    Files.copy(PLAN, folder.resolve("campaign.yaml"));
    SafetyMonthRoster.write(folder);
  }

  @Test
  void a_factory_runs_its_safety_month() {
    var report = replay(1);

    assertThat(report.units()).containsExactly("Welding shop", "Paint shop", "Yard");
    assertThat(kind(report, "toolbox-talk").total().owed()).isEqualTo(2 * 3);
    assertThat(kind(report, "toolbox-talk").total().done()).isEqualTo(2 * 3);
    assertThat(owed(report, "talk-notes")).isGreaterThanOrEqualTo(2 * 2 * 3);
    assertThat(owed(report, "safety-pledge")).isEqualTo(11);
    assertThat(owed(report, "hazard-list")).isEqualTo(3);
    assertThat(report.meetings())
        .singleElement()
        .satisfies(
            meeting -> {
              assertThat(meeting.held()).isTrue();
              assertThat(meeting.resolutions()).isPositive();
            });
  }

  @Test
  void the_same_seed_gives_the_same_campaign_and_another_seed_another() {
    var first = replay(7);

    assertThat(replay(7)).isEqualTo(first);
    assertThat(replay(8)).isNotEqualTo(first);
  }

  private CampaignReport replay(long seed) {
    var plan = new PlanReader().read(folder.resolve("campaign.yaml")).plan();
    assertThat(plan).isNotNull();
    var start = LocalDateTime.parse("2026-06-01T08:00");
    try (var context =
        ReplayServer.start(XiaohaoApplication.class, start, plan.zone(), (Path) null)) {
      var outcome = context.getBean(Replay.class).run(folder, seed, (day, acts, open) -> {});
      assertThat(outcome.clean()).as("%s", outcome).isTrue();
      assertThat(outcome.acts()).isPositive();
      return context.getBean(CampaignReports.class).of(plan.id());
    }
  }

  /** What was waived is owed no more. */
  private static int owed(CampaignReport report, String id) {
    var count = kind(report, id).total();
    return count.owed() + count.waived();
  }

  private static Kind kind(CampaignReport report, String id) {
    return report.phases().stream()
        .flatMap(phase -> phase.kinds().stream())
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
