package org.xiaohao.webapps.api;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan.Paper;
import org.xiaohao.ledger.ItemEvents;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.roster.Deputies;
import org.xiaohao.submission.SubmissionVersion;
import org.xiaohao.submission.Submissions;
import org.xiaohao.supervision.Light;

/**
 * Puts together what the page of an item shows. What only papers have is empty for other things.
 */
@Component
public class ItemViews {

  private final Campaigns campaigns;
  private final Submissions submissions;
  private final ItemEvents events;
  private final ItemAccess access;
  private final ItemWords words;
  private final NextActors nextActors;
  private final Deputies deputies;
  private final ItemSupervision supervision;
  private final Login login;

  ItemViews(
      Campaigns campaigns,
      Submissions submissions,
      ItemEvents events,
      ItemAccess access,
      ItemWords words,
      NextActors nextActors,
      Deputies deputies,
      ItemSupervision supervision,
      Login login) {
    this.campaigns = campaigns;
    this.submissions = submissions;
    this.events = events;
    this.access = access;
    this.words = words;
    this.nextActors = nextActors;
    this.deputies = deputies;
    this.supervision = supervision;
    this.login = login;
  }

  /** Everything about one item. */
  public ItemView view(LedgerItem item) {
    var campaign = campaigns.get(item.campaignId());
    var paper = campaign.plan().paper(item.kindId()).orElse(null);
    return new ItemView(
        item.key(),
        Thing.of(item),
        item.title(),
        paper == null ? item.title() : paper.title(),
        paper == null ? null : paper.asks(),
        item.state(),
        words.state(campaign, item),
        item.open(),
        words.late(item),
        supervision.light(item.key()),
        item.planDate(),
        item.effectiveDate(),
        item.planDate().equals(item.effectiveDate())
            ? null
            : campaigns.dates(campaign).effective(item.planDate()).dayOff(),
        words.moment(campaign, item.dueAt()),
        words.moment(campaign, item.actedAt()),
        words.moment(campaign, item.doneAt()),
        mayKnowActors(item) ? nextActors.of(campaign, item.key()) : List.of(),
        extension(campaign, item),
        versions(campaign, item),
        columns(paper),
        events(campaign, item),
        supervision.slips(campaign, item.key()),
        supervision.urges(campaign, item.key()),
        can(item));
  }

  /** Lines of a list of what others owe. */
  List<ItemSummary> summaries(List<LedgerItem> items) {
    var lit = supervision.lights(items.stream().map(LedgerItem::key).toList());
    return items.stream()
        .map(item -> summary(item, lit.getOrDefault(item.key(), Light.NONE), null))
        .toList();
  }

  /** One line of a list. */
  ItemSummary summary(LedgerItem item, Light light, @Nullable String task) {
    var campaign = campaigns.get(item.campaignId());
    return new ItemSummary(
        item.key(),
        item.title(),
        item.state(),
        words.state(campaign, item),
        item.open(),
        item.done(),
        words.late(item),
        light,
        item.effectiveDate(),
        words.moment(campaign, item.dueAt()),
        words.moment(campaign, item.doneAt()),
        task,
        can(item));
  }

  private ItemView.Can can(LedgerItem item) {
    var thing = Thing.of(item);
    var paper = thing == Thing.PAPER;
    var office = login.isOffice(item.campaignId());
    var waitsForOwner = item.waitsFor() == LedgerItem.WaitsFor.OWNER;
    return new ItemView.Can(
        paper && item.state().equals("SUBMITTED") && access.owns(item),
        paper && waitsForOwner && access.owns(item),
        office && thing.isWaivable(item),
        office && thing.isMovable(item),
        access.mayChangeFiles(item),
        office);
  }

  private ItemView.@Nullable Extension extension(Campaign campaign, LedgerItem item) {
    return submissions
        .findExtension(item.key())
        .map(
            asked ->
                new ItemView.Extension(
                    asked.until(), asked.reason(), words.name(campaign, asked.askedBy())))
        .orElse(null);
  }

  private List<ItemView.Version> versions(Campaign campaign, LedgerItem item) {
    return submissions.versions(item.key()).stream()
        .map(version -> version(campaign, item, version))
        .toList();
  }

  private ItemView.Version version(Campaign campaign, LedgerItem item, SubmissionVersion version) {
    return new ItemView.Version(
        version.number(),
        words.name(campaign, version.submittedBy()),
        words.moment(campaign, version.submittedAt()),
        version.content().text(),
        version.content().rows(),
        version.outcome() == null ? null : words.event(campaign, item, version.outcome().name()),
        words.name(campaign, version.reviewedBy()),
        words.moment(campaign, version.reviewedAt()),
        version.comment());
  }

  private static Map<String, String> columns(@Nullable Paper paper) {
    var titles = new LinkedHashMap<String, String>();
    if (paper != null) {
      paper.columns().forEach(column -> titles.put(column.id(), column.title()));
    }
    return titles;
  }

  /** Who is heard in an appraisal is named for criticism: not for the others to know. */
  private boolean mayKnowActors(LedgerItem item) {
    return !item.room().equals("appraisal") || login.isOffice(item.campaignId());
  }

  /** What happened, and for whom deputies acted, in the order of time. */
  private List<ItemView.Event> events(Campaign campaign, LedgerItem item) {
    var happened =
        events.of(item).stream()
            .map(
                event ->
                    new ItemView.Event(
                        words.moment(campaign, event.at()),
                        words.name(campaign, event.who()),
                        words.event(campaign, item, event.what()),
                        event.why()));
    var acts =
        deputies.acts(item.key()).stream()
            .map(
                act ->
                    new ItemView.Event(
                        words.moment(campaign, act.at()),
                        words.name(campaign, act.deputyId()),
                        words.actedFor(campaign, act.personId()),
                        null));
    return Stream.concat(happened, acts).sorted(Comparator.comparing(ItemView.Event::at)).toList();
  }
}
