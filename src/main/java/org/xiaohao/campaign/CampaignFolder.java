package org.xiaohao.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.xiaohao.calendar.WorkingCalendar;
import org.xiaohao.roster.RosterReader;
import org.xiaohao.shared.Finding;

/** Reads a campaign folder, {@code campaign.yaml} and {@code roster.xlsx}, and checks all of it. */
public final class CampaignFolder {

  private CampaignFolder() {}

  /** Needs neither Spring nor a database; findings in the language of the current request. */
  public static CheckedCampaign check(Path folder, WorkingCalendar calendar) {
    var file = folder.resolve("campaign.yaml");
    var reading = new PlanReader().read(file);
    var people =
        new RosterReader().read(folder.resolve("roster.xlsx"), LocaleContextHolder.getLocale());
    var findings = new ArrayList<>(reading.findings());
    findings.addAll(people.findings());
    var plan = reading.plan();
    if (plan == null) {
      return new CheckedCampaign(folder, null, people.roster(), errorsFirst(findings), null);
    }
    var outcome =
        new PlanCheck().check(plan, reading.places(), file.toString(), people.roster(), calendar);
    findings.addAll(outcome.findings());
    findings.addAll(named(folder, file, plan, reading.places()));
    return new CheckedCampaign(
        folder, plan, people.roster(), errorsFirst(findings), outcome.forecast());
  }

  /** Who copies a folder and renames it may forget the id inside, which is what counts. */
  private static List<Finding> named(Path folder, Path file, Plan plan, Places places) {
    var name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    var findings = new PlanFindings(file.toString(), places);
    if (!name.equals(plan.id())) {
      findings.warning("/id", "check.folder-name", name, plan.id());
    }
    return findings.all();
  }

  /** Each file's findings stay in the order in which its reader gave them. */
  private static List<Finding> errorsFirst(List<Finding> findings) {
    return findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
  }
}
