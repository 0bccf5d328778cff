package org.xiaohao.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.xiaohao.calendar.HolidayCalendars;
import org.xiaohao.campaign.CampaignFolder;
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

  @Override
  public Integer call() {
    var before = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocale(language.locale());
    try {
      var checked = CampaignFolder.check(folder, new HolidayCalendars(calendarFolder));
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(CheckDocument.of(checked).toJson());
      } else {
        new CheckReport(checked, language.locale()).print(out);
      }
      out.flush();
      return checked.ready() ? 0 : 1;
    } finally {
      LocaleContextHolder.setLocaleContext(before);
    }
  }
}
