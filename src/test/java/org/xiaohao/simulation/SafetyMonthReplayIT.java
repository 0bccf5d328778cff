package org.xiaohao.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.xiaohao.XiaohaoApplication;
import org.xiaohao.campaign.PlanReader;
import org.xiaohao.cli.Commands;
import org.xiaohao.ledger.CampaignReport;
import org.xiaohao.ledger.CampaignReport.Count;
import org.xiaohao.ledger.CampaignReport.Kind;
import org.xiaohao.ledger.Fingerprints;
import org.xiaohao.roster.SafetyMonthRoster;

/**
 * Another organisation, other phases, papers and dates, another language: the same program, started
 * as people start it.
 */
@ExtendWith(OutputCaptureExtension.class)
class SafetyMonthReplayIT {

  private static final Path PLAN =
      Path.of("src/test/resources/campaigns/safety-month/campaign.yaml");

  @TempDir static Path folder;

  /** What the command said of a run in this process, for a machine. */
  private static JsonNode document;

  private static CampaignReport report;

  @BeforeAll
  static void replay(CapturedOutput printed) throws IOException {
    Files.copy(PLAN, folder.resolve("campaign.yaml"));
    SafetyMonthRoster.write(folder);
    var arguments = new String[] {"replay", folder.toString(), "--seed", "7", "--json"};
    assertThat(Commands.run(XiaohaoApplication.class, arguments)).isZero();
    document = new ObjectMapper().readTree(printed.getOut());
    report = new ObjectMapper().treeToValue(document.path("report"), CampaignReport.class);
  }

  @Test
  void a_factory_runs_its_safety_month_by_command_for_a_machine() {
    assertThat(document.path("seed").asInt()).isEqualTo(7);
    assertThat(document.at("/outcome/running").asInt()).isZero();
    assertThat(document.at("/outcome/acts").asInt()).isPositive();
    assertThat(document.path("seconds").asDouble()).isPositive();

    assertThat(report.units()).containsExactly("Welding shop", "Paint shop", "Yard");
    assertThat(kind("toolbox-talk").total().owed()).isEqualTo(2 * 3);
    assertThat(kind("toolbox-talk").total().done()).isEqualTo(2 * 3);
    assertThat(owed("talk-notes")).isGreaterThanOrEqualTo(2 * 2 * 3);
    assertThat(owed("safety-pledge")).isEqualTo(11);
    assertThat(owed("hazard-list")).isEqualTo(3);
    assertThat(report.meetings())
        .singleElement()
        .satisfies(
            meeting -> {
              assertThat(meeting.held()).isTrue();
              assertThat(meeting.resolutions()).isPositive();
            });
  }

  /**
   * Sets and maps of the JDK, and whatever hangs on where an object lies, keep their order within a
   * process and have another one in the next.
   */
  @Test
  void the_same_seed_gives_the_same_campaign_in_another_process() throws Exception {
    var progress = folder.resolve("progress.txt");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                XiaohaoApplication.class.getName(),
                "replay",
                folder.toString(),
                "--seed",
                "7",
                "--lang",
                "en")
            .redirectError(progress.toFile())
            .start();
    List<String> lines;
    try (var output = process.inputReader()) {
      lines = output.lines().map(line -> line.strip().replaceAll(" {2,}", "|")).toList();
    }
    assertThat(process.waitFor()).as("%s", lines).isZero();
    assertThat(Files.readString(progress))
        .contains("Starting: Safety month 2026", "Mon 1 Jun: ", "tasks open")
        .doesNotContain("By unit");
    assertThat(lines)
        .contains("Replay: Safety month 2026 (safety-month-2026), seed 7")
        .contains("Result: the campaign ran to its end, nothing is left over.")
        .containsSubsequence(papersByUnit())
        .anyMatch(line -> line.contains(fingerprint()));
  }

  @Test
  void another_seed_gives_another_campaign() {
    var plan = new PlanReader().read(folder.resolve("campaign.yaml")).plan();
    assertThat(plan).isNotNull();
    var start = LocalDateTime.parse("2026-06-01T08:00");
    try (var context =
        ReplayServer.start(XiaohaoApplication.class, start, plan.zone(), (Path) null)) {
      var outcome = context.getBean(Replay.class).run(folder, 8, (day, acts, open) -> {});
      assertThat(outcome.clean()).as("%s", outcome).isTrue();
      assertThat(outcome.acts()).isPositive();
      assertThat(context.getBean(Fingerprints.class).of(plan.id())).isNotEqualTo(fingerprint());
    }
  }

  private static String fingerprint() {
    var fingerprint = document.path("fingerprint").asText();
    assertThat(fingerprint).matches("[0-9a-f]{16}");
    return fingerprint;
  }

  /** Per phase a row per unit in the fixed order: owed, submitted, late, missing. */
  private static List<String> papersByUnit() {
    var rows = new ArrayList<String>();
    for (var phase : report.phases()) {
      rows.add("Papers by unit");
      rows.add("owed|submitted|late|missing");
      var papers = phase.kinds().stream().filter(k -> k.room().equals("submission")).toList();
      for (var i = 0; i < report.units().size(); i++) {
        var unit = i;
        var counts = papers.stream().map(kind -> kind.units().get(unit)).toList();
        rows.add(row(report.units().get(i), counts));
      }
      rows.add(row("total", papers.stream().map(Kind::total).toList()));
    }
    return rows;
  }

  private static String row(String head, List<Count> counts) {
    return Stream.<ToIntFunction<Count>>of(
            Count::owed, c -> c.owed() - c.missing(), Count::late, Count::missing)
        .map(number -> String.valueOf(counts.stream().mapToInt(number).sum()))
        .collect(Collectors.joining("|", head + "|", ""));
  }

  /** What was waived is owed no more. */
  private static int owed(String id) {
    var count = kind(id).total();
    return count.owed() + count.waived();
  }

  private static Kind kind(String id) {
    return report.phases().stream()
        .flatMap(phase -> phase.kinds().stream())
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
