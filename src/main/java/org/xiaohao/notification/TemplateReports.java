package org.xiaohao.notification;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.notification.Letters.TemplateBroken;
import org.xiaohao.notification.Templates.Broken;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Messages;

/**
 * Tells the office of a template that is broken, once per fault; in plain words, for a letter would
 * be made by the very templates that are broken.
 */
@Component
class TemplateReports {

  private final Notices notices;
  private final Campaigns campaigns;
  private final Rosters rosters;

  TemplateReports(Notices notices, Campaigns campaigns, Rosters rosters) {
    this.notices = notices;
    this.campaigns = campaigns;
    this.rosters = rosters;
  }

  @EventListener
  void on(TemplateBroken event) {
    campaigns
        .find(event.campaignId())
        .map(Campaign::plan)
        .ifPresent(
            plan ->
                plan.office()
                    .people()
                    .flatMap(id -> rosters.activePerson(plan.id(), id).stream())
                    .forEach(person -> notices.post(notice(plan, event.broken(), person))));
  }

  private static Notice notice(Plan plan, Broken broken, Person to) {
    var fault = UUID.nameUUIDFromBytes(broken.toString().getBytes(StandardCharsets.UTF_8));
    var key = "template/%s/%s/%s/%s".formatted(plan.id(), broken.file(), fault, to.id());
    var said =
        text(plan, "template-broken-body", broken.file())
            + "\n\n"
            + text(plan, "template-broken-reason", broken.reason());
    return Notice.atOnce(key, plan.id(), to, text(plan, "template-broken", broken.file()), said);
  }

  private static String text(Plan plan, String code, Object... arguments) {
    return Messages.text(plan.language(), "notification." + code, arguments);
  }
}
