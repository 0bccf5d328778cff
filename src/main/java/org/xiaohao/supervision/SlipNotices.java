package org.xiaohao.supervision;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notices;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Messages;

/** What a slip says: in its notice, and on top of its form. */
@Component
public class SlipNotices {

  /** Lines that fit onto a form; the rest stands in the list of items. */
  private static final int ON_FORM = 20;

  private static final int LONGEST_TITLE = 100;

  private final Campaigns campaigns;
  private final Slips slips;
  private final Ledger ledger;
  private final Rosters rosters;
  private final Notices notices;

  SlipNotices(Campaigns campaigns, Slips slips, Ledger ledger, Rosters rosters, Notices notices) {
    this.campaigns = campaigns;
    this.slips = slips;
    this.ledger = ledger;
    this.rosters = rosters;
    this.notices = notices;
  }

  /** Tells the receivers of those slips. */
  void post(String campaignId, List<Slip> opened) {
    var plan = campaigns.get(campaignId).plan();
    notices.postAll(
        opened.stream()
            .flatMap(
                slip ->
                    rosters.person(campaignId, slip.personId()).stream()
                        .map(
                            to ->
                                new Notice(
                                        "slip/" + slip.key(),
                                        campaignId,
                                        to,
                                        text(plan, "slip.subject", title(slip), plan.title()),
                                        text(plan, "slip.greeting", to.name(), plan.title())
                                            + "\n\n"
                                            + new Wording(plan).list(lines(plan, slip))
                                            + "\n\n"
                                            + closing(plan, slip))
                                    .about(slip.key())
                                    .inRed(slip.light() == Light.RED)))
            .toList());
  }

  /** Number and colour. */
  public String title(Slip slip) {
    var plan = campaigns.get(slip.campaignId()).plan();
    return text(plan, "slip.title", slip.mark(), text(plan, "light." + slip.light().name()));
  }

  /** What the form shows: the items, why this person, by when. */
  public String brief(Slip slip) {
    var plan = campaigns.get(slip.campaignId()).plan();
    var lines = lines(plan, slip);
    var shown = new StringBuilder(text(plan, "slip.brief-" + slip.light().name()));
    if (slip.role() != Plan.Role.OWNER) {
      shown.append(text(plan, "slip.brief-above"));
    }
    shown.append("\n\n");
    lines.stream().limit(ON_FORM).forEach(line -> shown.append("- ").append(line).append('\n'));
    if (lines.size() > ON_FORM) {
      shown.append("- ").append(text(plan, "more", String.valueOf(lines.size() - ON_FORM)));
    }
    return shown.append("\n\n").append(due(plan, slip)).toString();
  }

  private List<String> lines(Plan plan, Slip slip) {
    return ledger.items(slips.items(slip.key())).stream().map(item -> line(plan, item)).toList();
  }

  private static String line(Plan plan, LedgerItem item) {
    var title = item.title();
    return text(
        plan,
        "slip.line",
        title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) + "…" : title,
        new Wording(plan).moment(item.dueAt()));
  }

  private static String closing(Plan plan, Slip slip) {
    return due(plan, slip)
        + "\n\n"
        + text(plan, "escalation.closing", plan.organisation(), plan.title());
  }

  private static String due(Plan plan, Slip slip) {
    return slip.dueAt() == null
        ? ""
        : text(plan, "slip.due", new Wording(plan).moment(slip.dueAt()));
  }

  private static String text(Plan plan, String code, Object... arguments) {
    return Messages.text(plan.language(), "supervision." + code, arguments);
  }
}
