package org.xiaohao.notification;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.notification.Letters.TemplateBroken;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Messages;

/** Tells the office of a template that is broken, once per fault. */
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
    var broken = event.broken();
    var fault = UUID.nameUUIDFromBytes(broken.toString().getBytes(StandardCharsets.UTF_8));
    campaigns
        .find(event.campaignId())
        .ifPresent(
            campaign ->
                campaign
                    .plan()
                    .office()
                    .people()
                    .flatMap(id -> rosters.activePerson(campaign.id(), id).stream())
                    .forEach(
                        person ->
                            notices.post(
                                new Notice(
                                    "template/%s/%s/%s/%s"
                                        .formatted(
                                            campaign.id(), broken.file(), fault, person.id()),
                                    campaign.id(),
                                    person,
                                    text(
                                        campaign.plan().language(),
                                        "template-broken",
                                        broken.file()),
                                    text(
                                        campaign.plan().language(),
                                        "template-broken-body",
                                        broken.file(),
                                        broken.reason())))));
  }

  private static String text(java.util.Locale language, String code, Object... arguments) {
    return Messages.text(language, "notification." + code, arguments);
  }
}
