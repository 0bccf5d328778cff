package org.xiaohao.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.springframework.context.i18n.LocaleContextHolder;
import org.xiaohao.calendar.WorkingCalendar;
import org.xiaohao.campaign.PlanCheck;
import org.xiaohao.campaign.PlanReader;
import org.xiaohao.shared.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code check <folder>}: reads plan, roster and calendar, and says what is wrong, what moves and
 * what will be created. Ends with 0 where the campaign may be launched, with 1 where it may not.
 */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "${bundle:check.description}",
    resourceBundle = "messages.cli",
    sortOptions = false)
public final class CheckCommand implements Callable<Integer> {

  /** Languages of the report. */
  enum Language {
    zh(Locale.SIMPLIFIED_CHINESE),
    en(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
      this.locale = locale;
    }
  }

  private final RosterSource rosters;
  private final Function<Path, WorkingCalendar> calendars;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<folder>", descriptionKey = "check.folder")
  private Path folder;

  @Option(names = "--json", descriptionKey = "check.json")
  private boolean json;

  @Option(names = "--lang", defaultValue = "zh", descriptionKey = "check.lang")
  private Language language;

  @Option(
      names = "--calendars",
      paramLabel = "<folder>",
      defaultValue = "calendars",
      descriptionKey = "check.calendars")
  private Path calendarFolder;

  /**
   * @param rosters reads {@code roster.xlsx}
   * @param calendars opens a folder of calendar files, one per year
   */
  public CheckCommand(RosterSource rosters, Function<Path, WorkingCalendar> calendars) {
    this.rosters = rosters;
    this.calendars = calendars;
  }

  @Override
  public Integer call() {
    var before = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocale(language.locale);
    try {
      var checked = check();
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(checked.toJson());
      } else {
        new CheckReport(checked, language.locale).print(out);
      }
      out.flush();
      return checked.ready() ? 0 : 1;
    } finally {
      LocaleContextHolder.setLocaleContext(before);
    }
  }

  private CheckedCampaign check() {
    var file = folder.resolve("campaign.yaml");
    var reading = new PlanReader().read(file);
    var findings = new ArrayList<>(reading.findings());
    var roster = rosters.read(folder.resolve("roster.xlsx"), findings);
    var plan = reading.plan();
    if (plan == null) {
      return new CheckedCampaign(folder, null, sorted(findings), null);
    }
    var calendar = calendars.apply(calendarFolder);
    var outcome = new PlanCheck().check(plan, reading.places(), file.toString(), roster, calendar);
    findings.addAll(outcome.findings());
    return new CheckedCampaign(folder, plan, sorted(findings), outcome.forecast());
  }

  private static List<Finding> sorted(List<Finding> findings) {
    return findings.stream()
        .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding.IN_READING_ORDER))
        .toList();
  }
}
