package org.xiaohao.webapps.api;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.briefing.Adoptions;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
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
  private final ProblemViews problems;
  private final OwnerActs acts;
  private final Remarks remarks;
  private final ItemTexts texts;
  private final Adoptions adoptions;
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
      ProblemViews problems,
      OwnerActs acts,
      Remarks remarks,
      ItemTexts texts,
      Adoptions adoptions,
      Login login) {
    this.campaigns = campaigns;
    this.submissions = submissions;
    this.events = events;
    this.access = access;
    this.words = words;
    this.nextActors = nextActors;
    this.deputies = deputies;
    this.supervision = supervision;
    this.problems = problems;
    this.acts = acts;
    this.remarks = remarks;
    this.texts = texts;
    this.adoptions = adoptions;
    this.login = login;
  }

  /** Everything about one item. */
  public ItemView view(LedgerItem item) {
    var campaign = campaigns.get(item.campaignId());
    var paper = campaign.plan().paper(item.kindId()).orElse(null);
    var all = access.seesAll(item);
    return new ItemView(
        item.key(),
        Thing.of(item),
        item.title(),
        paper == null ? item.title() : paper.title(),
        paper == null ? asks(campaign.plan(), item.kindId()) : paper.asks(),
        item.state(),
        words.state(item),
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
        all && mayKnowActors(item) ? nextActors.of(campaign, item.key()) : List.of(),
        extension(campaign, item),
        versions(campaign, item),
        columns(paper),
        events(campaign, item),
        all ? supervision.slips(campaign, item.key()) : List.of(),
        all ? supervision.urges(campaign, item.key()) : List.of(),
        Thing.of(item) == Thing.PROBLEM ? problems.of(campaign, item) : null,
        remarks.of(item),
        texts.of(campaign, item),
        can(campaign, item));
  }

  private static @Nullable String asks(Plan plan, String kind) {
    return Stream.of(
            plan.meetings().stream()
                .filter(entry -> entry.id().equals(kind))
                .map(Plan.Meeting::asks),
            plan.consultations().stream()
                .filter(entry -> entry.id().equals(kind))
                .map(Plan.Consultation::asks),
            plan.benchmarkSelections().stream()
                .filter(entry -> entry.id().equals(kind))
                .map(Plan.BenchmarkSelection::asks))
        .flatMap(Function.identity())
        .findFirst()
        .orElse(null);
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
        words.state(item),
        item.open(),
        item.done(),
        words.late(item),
        light,
        item.effectiveDate(),
        words.moment(campaign, item.dueAt()),
        words.moment(campaign, item.doneAt()),
        task,
        can(campaign, item));
  }

  private ItemView.Can can(Campaign campaign, LedgerItem item) {
    var thing = Thing.of(item);
    var office = login.isOffice(item.campaignId());
    var manages = access.manages(item);
    return new ItemView.Can(
        thing == Thing.PAPER && item.state().equals("SUBMITTED") && access.owns(item),
        item.waitsFor() == LedgerItem.WaitsFor.OWNER
            && access.owns(item)
            && isExtensible(campaign, thing, item),
        manages && thing.isWaivable(item),
        manages && thing.isMovable(item),
        access.mayChangeFiles(item),
        office,
        office && item.open() && item.waitsFor() != LedgerItem.WaitsFor.NOBODY,
        office
            && item.actedAt() != null
            && (item.unitId() != null || item.personId() != null || item.branchId() != null),
        office && thing == Thing.MEETING && item.state().equals("ARRANGED"),
        thing == Thing.SESSION && item.state().equals("READY") && access.owns(item),
        thing == Thing.SELECTION
            && (item.open() || item.state().equals("CONFIRMED"))
            && hasVisits(campaign.plan(), item.kindId())
            && access.owns(item),
        acts.mayListFindings(campaign, item),
        office && !adoptions.of(item.key()).isEmpty(),
        manages && thing == Thing.ASSIGNMENT && thing.isMovable(item));
  }

  private static boolean hasVisits(Plan plan, String selection) {
    return plan.benchmarkSelections().stream()
        .anyMatch(entry -> entry.id().equals(selection) && entry.fieldVisitFrom() != null);
  }

  private boolean isExtensible(Campaign campaign, Thing thing, LedgerItem item) {
    return thing == Thing.PAPER
        || (thing == Thing.PROBLEM && problems.isExtensible(campaign, item.key()));
  }

  private ItemView.@Nullable Extension extension(Campaign campaign, LedgerItem item) {
    return Thing.of(item) == Thing.PROBLEM
        ? problems
            .openExtension(item.key())
            .map(asked -> extension(campaign, asked.until(), asked.reason(), asked.askedBy()))
            .orElse(null)
        : submissions
            .findExtension(item.key())
            .map(asked -> extension(campaign, asked.until(), asked.reason(), asked.askedBy()))
            .orElse(null);
  }

  private ItemView.Extension extension(
      Campaign campaign, LocalDate until, String reason, String askedBy) {
    return new ItemView.Extension(until, reason, words.name(campaign, askedBy));
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
        version.outcome() == null ? null : words.event(item, version.outcome().name()),
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
        events.of(item.key()).stream()
            .map(
                event ->
                    new ItemView.Event(
                        words.moment(campaign, event.at()),
                        words.name(campaign, event.who()),
                        words.event(item, event.what()),
                        words.why(campaign, item, event)));
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
