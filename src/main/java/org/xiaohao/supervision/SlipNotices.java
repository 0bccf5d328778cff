package org.xiaohao.supervision;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.notification.Letter.Action;
import org.xiaohao.notification.Letter.Tone;
import org.xiaohao.notification.Links;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notices;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Ellipsis;
import org.xiaohao.shared.Markdown;
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
  private final Links links;

  SlipNotices(
      Campaigns campaigns,
      Slips slips,
      Ledger ledger,
      Rosters rosters,
      Notices notices,
      Links links) {
    this.campaigns = campaigns;
    this.slips = slips;
    this.ledger = ledger;
    this.rosters = rosters;
    this.notices = notices;
    this.links = links;
  }

  /** Tells the receivers of those slips. */
  void post(String campaignId, List<Slip> opened) {
    notices.postAll(
        opened.stream()
            .flatMap(
                slip ->
                    rosters.person(campaignId, slip.personId()).stream()
                        .map(to -> notice(slip, to)))
            .toList());
  }

  private Notice notice(Slip slip, Person to) {
    var plan = campaigns.get(slip.campaignId()).plan();
    var wording = new Wording(plan);
    var red = slip.light() == Light.RED;
    var items = ledger.items(slips.items(slip.key()));
    var subject = subject(wording, slip, items);
    var page = links.item(slip.key());
    var said =
        Stream.of(wording.text("slip.intro", plan.title()), due(plan, slip))
            .filter(text -> !text.isEmpty())
            .toList();
    var letter =
        wording
            .head()
            .letter(to, subject, said)
            .as("slip")
            .listing(
                wording
                    .head()
                    .section(
                        title(slip),
                        red ? Tone.RED : Tone.AMBER,
                        items,
                        item -> wording.line(item, null)))
            .offering(new Action(wording.text("slip.action"), page));
    return Notice.atOnce("slip/" + slip.key(), slip.campaignId(), to, letter)
        .about(slip.key())
        .aboutAll(Wording.about(items))
        .whileOpen()
        .inRed(red);
  }

  /** Until when, and about what. */
  private String subject(Wording wording, Slip slip, List<LedgerItem> items) {
    var until = wording.moment(Objects.requireNonNull(slip.dueAt()));
    if (items.isEmpty()) {
      return wording.text("slip.subject", title(slip), until);
    }
    var first = wording.head().brief(items.get(0).title());
    return items.size() == 1
        ? wording.text("slip.subject-one", title(slip), until, first)
        : wording.text(
            "slip.subject-several", title(slip), until, first, String.valueOf(items.size()));
  }

  /** What it is called, with number and colour. */
  private String title(Slip slip) {
    return text(campaigns.get(slip.campaignId()).plan(), "slip.title", mark(slip));
  }

  /** Number and colour. */
  public String mark(Slip slip) {
    var plan = campaigns.get(slip.campaignId()).plan();
    return text(plan, "slip.mark", slip.mark(), text(plan, "light." + slip.light().name()));
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
    lines.stream()
        .limit(ON_FORM)
        .forEach(line -> shown.append("- ").append(Markdown.plain(line)).append('\n'));
    if (lines.size() > ON_FORM) {
      shown.append("- ").append(text(plan, "more", String.valueOf(lines.size() - ON_FORM)));
    }
    return shown.append("\n\n").append(due(plan, slip)).toString();
  }

  private List<String> lines(Plan plan, Slip slip) {
    return ledger.items(slips.items(slip.key())).stream().map(item -> line(plan, item)).toList();
  }

  private static String line(Plan plan, LedgerItem item) {
    var title = Ellipsis.cut(item.title(), LONGEST_TITLE);
    return text(plan, "slip.line", title, new Wording(plan).moment(item.dueAt()));
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
