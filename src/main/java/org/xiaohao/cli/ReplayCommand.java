package org.xiaohao.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.xiaohao.calendar.HolidayCalendars;
import org.xiaohao.campaign.CampaignFolder;
import org.xiaohao.campaign.Plan;
import org.xiaohao.campaign.PlanDates;
import org.xiaohao.ledger.CampaignReports;
import org.xiaohao.ledger.Fingerprints;
import org.xiaohao.simulation.Replay;
import org.xiaohao.simulation.ReplayServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code replay <folder>}: runs the whole campaign in simulated time with simulated people, and
 * says what became of it. Ends with 0 where all went as it should, with 1 where the plan has errors
 * or the campaign left something undone.
 */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "${bundle:replay.description}",
    resourceBundle = "messages.cli",
    sortOptions = false)
final class ReplayCommand implements Callable<Integer> {

  private static final LocalTime MORNING = LocalTime.of(8, 0);

  @Spec private CommandSpec spec;

  @ParentCommand private Commands commands;

  @Parameters(paramLabel = "<folder>", descriptionKey = "check.folder")
  private Path folder;

  @Option(names = "--seed", defaultValue = "1", descriptionKey = "replay.seed")
  private long seed;

  @Option(names = "--start", paramLabel = "<date>", descriptionKey = "replay.start")
  private @Nullable LocalDate start;

  @Option(names = "--keep", paramLabel = "<file>", descriptionKey = "replay.keep")
  private @Nullable Path keep;

  @Option(names = "--json", descriptionKey = "check.json")
  private boolean json;

  @Option(names = "--lang", defaultValue = "zh", descriptionKey = "check.lang")
  private Language language;

  @Override
  public Integer call() {
    var before = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocale(language.locale());
    try {
      var calendar = new HolidayCalendars(Path.of("calendars"));
      var checked = CampaignFolder.check(folder, calendar);
      var plan = checked.plan();
      if (plan != null && checked.ready()) {
        return replay(plan, new PlanDates(plan, calendar));
      }
      if (json) {
        spec.commandLine().getOut().println(CheckDocument.of(checked).toJson());
      } else {
        new CheckReport(checked, language.locale()).print(spec.commandLine().getOut());
      }
      return 1;
    } finally {
      LocaleContextHolder.setLocaleContext(before);
    }
  }

  private int replay(Plan plan, PlanDates dates) {
    var progress = new ProgressLine(spec.commandLine().getErr(), language.locale());
    progress.starting(plan.title());
    var begun = System.nanoTime();
    var first = dates.effective(plan.phases().get(0).starts()).effectiveDate();
    var day = start == null ? first : start;
    try (var context =
        ReplayServer.start(commands.application(), day.atTime(MORNING), plan.zone(), keep)) {
      var outcome = context.getBean(Replay.class).run(folder, seed, progress);
      progress.finished();
      var report = context.getBean(CampaignReports.class).of(plan.id());
      var fingerprint = context.getBean(Fingerprints.class).of(plan.id());
      var took = Duration.ofNanos(System.nanoTime() - begun);
      var out = spec.commandLine().getOut();
      if (json) {
        var seconds = took.toMillis() / 1000.0;
        out.println(new ReplayDocument(seed, outcome, report, fingerprint, seconds).toJson());
      } else {
        new ReplayReport(plan, outcome, report, language.locale())
            .print(out, seed, fingerprint, took);
      }
      out.flush();
      return outcome.clean() ? 0 : 1;
    }
  }
}
