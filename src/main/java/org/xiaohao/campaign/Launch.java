package org.xiaohao.campaign;

import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.xiaohao.calendar.WorkingCalendar;
import org.xiaohao.shared.Finding;
import org.xiaohao.shared.Refusal;

/** Launches campaign folders; refuses those that the check finds faulty. */
@Component
public class Launch {

  private final WorkingCalendar calendar;
  private final CampaignService service;

  Launch(WorkingCalendar calendar, CampaignService service) {
    this.calendar = calendar;
    this.service = service;
  }

  /**
   * Checks the folder and launches what it holds.
   *
   * @throws Refusal if the check finds errors, naming each of them, or the campaign exists
   */
  public Campaign launch(Path folder) {
    var checked = CampaignFolder.check(folder, calendar);
    var plan = checked.plan();
    var roster = checked.roster();
    if (!checked.ready() || plan == null || roster == null) {
      throw new Refusal("campaign.faulty", folder.toString(), Finding.errors(checked.findings()));
    }
    return service.launch(plan, roster);
  }
}
