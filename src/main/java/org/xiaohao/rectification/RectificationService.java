package org.xiaohao.rectification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.campaign.Plan.Rectification;
import org.xiaohao.rectification.Problem.Origin;
import org.xiaohao.rectification.Problem.Progress;
import org.xiaohao.rectification.Problem.Rating;
import org.xiaohao.rectification.Problem.Remedy;
import org.xiaohao.rectification.Problem.State;
import org.xiaohao.shared.Ellipsis;
import org.xiaohao.shared.Messages;
import org.xiaohao.shared.Refusal;

/**
 * The way of a problem from found to struck off the list (R77-R81). With {@link ProblemCareService}
 * the only writer of the room's tables. Every method throws {@link Refusal} where the rules of the
 * room do not allow it, or somebody else has decided meanwhile; nothing is written then.
 */
@Service
@Transactional
public class RectificationService {

  /** Characters of a problem's text that its title takes up. */
  private static final int TITLE = 40;

  /** Characters that the table keeps of an occasion. */
  private static final int OCCASION = 500;

  private final ProblemList problems;
  private final Dossiers dossiers;
  private final Judgements judgements;
  private final Trail trail;
  private final RectificationWorkflow workflow;
  private final RectificationRules rules;
  private final EvidenceFiles files;
  private final RectificationNotices notices;
  private final Clock clock;

  RectificationService(
      ProblemList problems,
      Dossiers dossiers,
      Judgements judgements,
      Trail trail,
      RectificationWorkflow workflow,
      RectificationRules rules,
      EvidenceFiles files,
      RectificationNotices notices,
      Clock clock) {
    this.problems = problems;
    this.dossiers = dossiers;
    this.judgements = judgements;
    this.trail = trail;
    this.workflow = workflow;
    this.rules = rules;
    this.files = files;
    this.notices = notices;
    this.clock = clock;
  }

  /** Puts a problem on the list and starts its process. What is there already is left alone. */
  public Problem register(Registration found) {
    if (found.sourceKey() != null) {
      var before = problems.ofSource(found.sourceKey());
      if (before.isPresent()) {
        return before.get();
      }
    }
    var problem = enter(found);
    workflow.started(problem);
    return problem;
  }

  /** Puts a problem on the list for whose instance the caller cares. */
  public Problem enter(Registration found) {
    RectificationRules.requireText(found.text(), "rectification.text-missing");
    rules.requireKnownUnit(found.campaignId(), found.unitId());
    var now = clock.instant();
    var dates = rules.dates(found.campaignId());
    var key = trail.nextProblem(found.campaignId());
    var due = dates.limitAfter(now, settings(found.campaignId()).triageDays());
    var day = dates.day(due);
    var kind = found.kind();
    if (kind != null && !dates.plan().problemKinds().contains(kind)) {
      throw new Refusal("rectification.kind-unknown", kind);
    }
    problems.insert(
        new Problem(
            key,
            found.campaignId(),
            new Origin(
                found.source(),
                found.sourceKeyOf(key),
                Ellipsis.cut(found.occasion(), OCCASION),
                found.text().strip(),
                found.by(),
                now),
            title(dates.plan().language(), key, found.text().strip()),
            found.unitId(),
            new Rating(kind, Rating.UNKNOWN.weight(), Rating.UNKNOWN.urgency()),
            Remedy.NONE,
            State.REGISTERED,
            new EffectiveDate(day, day, null),
            due,
            due,
            Progress.NONE,
            null,
            0));
    var problem = problems.get(key);
    trail.record(problem, found.by(), "REGISTERED", found.occasion());
    return problem;
  }

  private static String title(Locale language, String key, String text) {
    var line = text.replaceAll("\\s+", " ");
    return Messages.text(
        language,
        "rectification.title",
        key.substring(key.indexOf('/') + 1),
        Ellipsis.cut(line, TITLE));
  }

  /**
   * The office takes it up: its unit has to analyse it.
   *
   * @param by somebody of the office
   */
  public void accept(String key, @Nullable String unit, Rating rating, String by) {
    var problem = trail.lock(key);
    rules.requireOffice(problem, by);
    rules.requireRating(problem, rating);
    if (unit == null || (rating.kind() == null && rules.hasKinds(problem))) {
      throw new Refusal("rectification.triage-incomplete");
    }
    rules.requireKnownUnit(problem.campaignId(), unit);
    var due = after(problem, settings(problem.campaignId()).analysisDays());
    trail.change(problem, by, "ACCEPTED", null, row -> row.triaged(unit, rating, due));
  }

  /**
   * The office explains why it is no problem; it leaves the list.
   *
   * @param reason what those who raised it are told; required
   */
  public void explain(String key, String reason, String by) {
    var problem = trail.lock(key);
    rules.requireOffice(problem, by);
    RectificationRules.requireText(reason, "rectification.explanation-missing");
    notices.explained(
        trail.change(
            problem,
            by,
            "EXPLAINED",
            reason,
            row -> row.ended(State.EXPLAINED, clock.instant(), by)),
        reason,
        by);
  }

  /**
   * The unit says what the cause is, and what it will do about it.
   *
   * @param by head or liaison of the unit
   */
  public void propose(String key, Proposal proposal, String by) {
    var problem = trail.lock(key);
    rules.requireUnit(problem, by);
    RectificationRules.requireText(proposal.cause(), "rectification.cause-missing");
    RectificationRules.requireText(proposal.measure(), "rectification.measure-missing");
    rules.requireMember(problem, proposal.owner());
    rules.requireWorkingDay(problem.campaignId(), proposal.until());
    var dates = rules.dates(problem.campaignId());
    var date = dates.effective(proposal.until());
    var remedy =
        new Remedy(
            proposal.cause().strip(), proposal.measure().strip(), proposal.owner(), null, false);
    var due = after(problem, settings(problem.campaignId()).confirmDays());
    trail.change(
        problem,
        by,
        "PROPOSED",
        null,
        row -> row.analysed(remedy, date, dates.limit(date.effectiveDate()), due));
  }

  /**
   * The office agrees to the proposal and names who will verify it.
   *
   * @param verifier somebody of the office, never the owner (A16)
   */
  public void confirm(String key, String verifier, boolean onSite, String by) {
    var problem = trail.lock(key);
    rules.requireOffice(problem, by);
    rules.requireOwnerThere(problem);
    rules.requireNotOwner(problem, by);
    rules.requireVerifiable(problem, verifier);
    trail.change(problem, by, "CONFIRMED", verifier, row -> row.confirmed(verifier, onSite));
    problems.begun(key, rules.dates(problem.campaignId()).day(clock.instant()));
  }

  /**
   * The office does not agree to the proposal; the unit proposes anew.
   *
   * @param reason why; required
   */
  public void returnProposal(String key, String reason, String by) {
    var problem = trail.lock(key);
    rules.requireOffice(problem, by);
    rules.requireNotOwner(problem, by);
    RectificationRules.requireText(reason, "rectification.return-reason");
    var due = after(problem, resubmitDays(problem));
    judgements.proposalReturned(problem, clock.instant());
    notices.proposalReturned(
        trail.change(problem, by, "PROPOSAL_RETURNED", reason, row -> row.proposalReturned(due)),
        reason);
  }

  /**
   * The owner reports that it is rectified. Evidence is at least one file of the owner's, or how it
   * was before and how it is now; and something that was not evidence before.
   */
  public void submit(String key, String before, String after, String by) {
    var problem = trail.lock(key);
    rules.requireOwner(problem, by);
    RectificationRules.requireStorable(before);
    RectificationRules.requireStorable(after);
    var fresh = files.fresh(problem);
    var earlier = dossiers.evidence(key);
    if (fresh.isEmpty()) {
      requireNewWords(problem, before.strip(), after.strip(), earlier);
    }
    var now = clock.instant();
    var number = earlier.size() + 1;
    var due = after(problem, settings(problem.campaignId()).checkDays());
    var changed = problem.submitted(number, by, now, due);
    var proof = Evidence.lines(fresh);
    dossiers.add(key, new Evidence(number, by, now, before.strip(), after.strip(), proof));
    trail.change(problem, by, "SUBMITTED", null, row -> changed);
  }

  private static void requireNewWords(
      Problem problem, String before, String after, List<Evidence> earlier) {
    if (before.isEmpty() || after.isEmpty()) {
      throw new Refusal("rectification.evidence-missing", problem.title());
    }
    if (earlier.stream().anyMatch(one -> one.says(before, after))) {
      throw new Refusal("rectification.evidence-repeated", problem.title());
    }
  }

  /** The head of the unit, or who stands in for a head that is the owner, finds it done. */
  public void passCheck(String key, String by) {
    var problem = trail.lock(key);
    rules.requireChecker(problem, by);
    var due = after(problem, settings(problem.campaignId()).verifyDays());
    trail.change(problem, by, "CHECKED", null, row -> row.checked(by, due));
  }

  /**
   * The same, not done yet: back to the owner.
   *
   * @param reason why; required
   */
  public void failCheck(String key, String reason, String by) {
    var problem = trail.lock(key);
    rules.requireChecker(problem, by);
    returned(problem, State.CHECKING, "CHECK_RETURNED", reason, by);
  }

  /**
   * Verified: it is struck off the list, with the next closing number (R80).
   *
   * @param note what was seen; required where it has to be seen on site
   * @param by its verifier, never the owner
   * @return whether a look-back will come
   */
  public boolean closeOut(String key, String note, String by) {
    var problem = trail.lock(key);
    rules.requireVerifier(problem, by);
    RectificationRules.requireStorable(note);
    if (problem.remedy().onSite() && note.isBlank()) {
      throw new Refusal("rectification.on-site-note");
    }
    if (problem.state() != State.VERIFYING || problem.progress().evidence() == 0) {
      throw new Refusal("rectification.wrong-state", problem.title());
    }
    var number = trail.nextClosing(problem.campaignId());
    var lookBack = inSample(problem) ? lookBackDay(problem) : null;
    var words = note.isBlank() ? number : number + " " + note;
    dossiers.lapseExtension(key, clock.instant());
    judgements.closedOut(problem, number, clock.instant());
    notices.closedOut(
        trail.change(
            problem,
            by,
            "CLOSED_OUT",
            words,
            row -> row.closedOut(number, clock.instant(), by, lookBack)),
        by);
    return lookBack != null;
  }

  /**
   * Not what it should be: back to the owner.
   *
   * @param reason why; required
   */
  public void failVerification(String key, String reason, String by) {
    var problem = trail.lock(key);
    rules.requireVerifier(problem, by);
    returned(problem, State.VERIFYING, "VERIFICATION_RETURNED", reason, by);
  }

  private void returned(Problem problem, State from, String what, String reason, String by) {
    RectificationRules.requireText(reason, "rectification.return-reason");
    if (problem.state() != from) {
      throw new Refusal("rectification.wrong-state", problem.title());
    }
    var due = after(problem, resubmitDays(problem));
    judgements.returned(problem, clock.instant());
    notices.returned(
        trail.change(problem, by, what, reason, row -> row.returned(due)), from, reason);
  }

  /** By its number, so that nobody can choose what is looked at again, nor guess it wrong twice. */
  private boolean inSample(Problem problem) {
    var share = settings(problem.campaignId()).lookBackSample();
    var lot = new Digest().add("look-back", problem.key()).hex().substring(0, 8);
    return Long.parseLong(lot, 16) % 100 < share;
  }

  private Instant lookBackDay(Problem problem) {
    var dates = rules.dates(problem.campaignId());
    var days = settings(problem.campaignId()).lookBackAfter();
    var today = dates.day(clock.instant());
    return dates.begin(dates.calendar().plusWorkingDays(today, days));
  }

  private Rectification settings(String campaignId) {
    return rules.dates(campaignId).plan().rectification();
  }

  private int resubmitDays(Problem problem) {
    return rules.dates(problem.campaignId()).plan().settings().resubmitDays();
  }

  private Instant after(Problem problem, int workingDays) {
    return rules.dates(problem.campaignId()).limitAfter(clock.instant(), workingDays);
  }
}
