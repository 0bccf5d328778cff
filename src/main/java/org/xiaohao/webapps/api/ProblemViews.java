package org.xiaohao.webapps.api;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.rectification.Dossiers;
import org.xiaohao.rectification.Evidence;
import org.xiaohao.rectification.Extension;
import org.xiaohao.rectification.Problem;
import org.xiaohao.rectification.ProblemAct;
import org.xiaohao.rectification.ProblemList;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;

/** Puts together what the page shows of a problem, and says what the reader can do with it. */
@Component
class ProblemViews {

  /** Acts of the office that have a button of their own; the others stand with all items. */
  private static final Set<ProblemAct> OF_ALL_ITEMS =
      EnumSet.of(ProblemAct.MOVE, ProblemAct.CANCEL);

  private final ProblemList problems;
  private final Dossiers dossiers;
  private final Ledger ledger;
  private final Rosters rosters;
  private final ItemAccess access;
  private final ItemWords words;
  private final Login login;
  private final Clock clock;

  ProblemViews(
      ProblemList problems,
      Dossiers dossiers,
      Ledger ledger,
      Rosters rosters,
      ItemAccess access,
      ItemWords words,
      Login login,
      Clock clock) {
    this.problems = problems;
    this.dossiers = dossiers;
    this.ledger = ledger;
    this.rosters = rosters;
    this.access = access;
    this.words = words;
    this.login = login;
    this.clock = clock;
  }

  /** Whether its owner, who reads, can ask for more time. */
  boolean isExtensible(Campaign campaign, String key) {
    return problems
            .get(key)
            .isExtensible(clock.instant(), campaign.plan().rectification().extensions())
        && dossiers.openExtension(key).isEmpty();
  }

  /** The request for more time that waits for the office. */
  Optional<Extension> openExtension(String key) {
    return dossiers.openExtension(key);
  }

  ProblemView of(Campaign campaign, LedgerItem item) {
    var problem = problems.get(item.key());
    var origin = problem.origin();
    var remedy = problem.remedy();
    var progress = problem.progress();
    return new ProblemView(
        number(problem.key()),
        origin.text(),
        word(origin.source().name()),
        found(origin.sourceKey()),
        origin.occasion(),
        words.name(campaign, origin.registeredBy()),
        words.moment(campaign, origin.registeredAt()),
        problem.unitId() == null
            ? null
            : rosters
                .unit(campaign.id(), problem.unitId())
                .map(Unit::name)
                .orElse(problem.unitId()),
        problem.rating().kind(),
        word("WEIGHT" + problem.rating().weight()),
        word("URGENCY" + problem.rating().urgency()),
        remedy.cause(),
        remedy.measure(),
        words.name(campaign, remedy.owner()),
        words.name(campaign, remedy.verifier()),
        remedy.onSite(),
        progress.timesReturned(),
        progress.timesReopened(),
        progress.extensions(),
        campaign.plan().rectification().extensions(),
        closingNumber(problem),
        dossiers.evidence(item.key()).stream()
            .sorted(Comparator.comparing(Evidence::number).reversed())
            .map(one -> proof(campaign, one))
            .toList(),
        links(campaign, problem),
        acts(problem));
  }

  private Set<ProblemAct> acts(Problem problem) {
    if (!login.isOffice(problem.campaignId()) || login.id().equals(problem.remedy().owner())) {
      return Set.of();
    }
    var acts = ProblemAct.of(problem);
    acts.removeAll(OF_ALL_ITEMS);
    return acts;
  }

  /** The item of an opinion, a form or a finding is the beginning of its key. */
  private @Nullable String found(@Nullable String sourceKey) {
    if (sourceKey == null) {
      return null;
    }
    var key = sourceKey.replaceFirst("#.*$", "");
    return Stream.iterate(key, k -> k.indexOf('/') > 0, k -> k.substring(0, k.lastIndexOf('/')))
        .flatMap(part -> ledger.find(part).stream())
        .findFirst()
        .filter(access::isVisible)
        .map(LedgerItem::key)
        .orElse(null);
  }

  private ProblemView.Proof proof(Campaign campaign, Evidence evidence) {
    return new ProblemView.Proof(
        evidence.number(),
        words.name(campaign, evidence.submittedBy()),
        words.moment(campaign, evidence.submittedAt()),
        evidence.before(),
        evidence.after(),
        evidence.fileNames());
  }

  private List<ProblemView.Link> links(Campaign campaign, Problem problem) {
    return Stream.concat(
            dossiers.links(problem.key()).stream()
                .map(link -> link(campaign, link.to(), "to." + link.kind())),
            dossiers.linksTo(problem.key()).stream()
                .map(link -> link(campaign, link.from(), "from." + link.kind())))
        .toList();
  }

  private ProblemView.Link link(Campaign campaign, String key, String how) {
    return new ProblemView.Link(
        key, problems.get(key).title(), Api.word("webapps.problem.link." + how));
  }

  private static @Nullable String closingNumber(Problem problem) {
    var closing = problem.closing();
    return closing == null || closing.number() == null ? null : number(closing.number());
  }

  private static String number(String key) {
    return key.substring(key.indexOf('/') + 1);
  }

  private static String word(String word) {
    return Api.word("rectification.word." + word);
  }
}
