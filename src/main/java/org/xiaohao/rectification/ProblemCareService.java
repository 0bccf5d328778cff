package org.xiaohao.rectification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.campaign.ProblemReopened;
import org.xiaohao.rectification.Dossiers.ProblemLink;
import org.xiaohao.rectification.Problem.Rating;
import org.xiaohao.rectification.Problem.State;
import org.xiaohao.shared.Refusal;

/**
 * What happens to problems beside their straight way: more time, merging, splitting, following for
 * a long time, looking back, reopening. Reasons are required and kept.
 */
@Service
@Transactional
public class ProblemCareService {

  /** Working days that the office has to look at something again. */
  private static final int LOOK_DAYS = 3;

  private final RectificationService rectification;
  private final ProblemList problems;
  private final Dossiers dossiers;
  private final Judgements judgements;
  private final Trail trail;
  private final RectificationWorkflow workflow;
  private final RectificationRules rules;
  private final ApplicationEventPublisher events;
  private final RectificationNotices notices;
  private final Clock clock;

  ProblemCareService(
      RectificationService rectification,
      ProblemList problems,
      Dossiers dossiers,
      Judgements judgements,
      Trail trail,
      RectificationWorkflow workflow,
      RectificationRules rules,
      ApplicationEventPublisher events,
      RectificationNotices notices,
      Clock clock) {
    this.rectification = rectification;
    this.problems = problems;
    this.dossiers = dossiers;
    this.judgements = judgements;
    this.trail = trail;
    this.workflow = workflow;
    this.rules = rules;
    this.events = events;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Asks for more time, before the limit; at most as often as the plan allows.
   *
   * @param until a working day
   * @param by the owner, or the owner's deputy
   */
  public void askExtension(String key, LocalDate until, String reason, String by) {
    var problem = trail.lock(key);
    rules.requireOwner(problem, by);
    rules.requireExtensible(problem, until, reason);
    if (dossiers.openExtension(key).isPresent()) {
      throw new Refusal("rectification.extension-pending", problem.title());
    }
    dossiers.ask(key, until, reason, by, clock.instant());
    trail.record(problem, by, "EXTENSION_ASKED", until + " " + reason);
    workflow.extensionAsked(problem);
  }

  /**
   * Decides the open request for more time; also of what was handed in meanwhile, for the case that
   * it is returned.
   *
   * @param comment why; required where it is refused
   * @param by somebody of the office, neither the owner nor who asked
   */
  public void decideExtension(String key, boolean granted, String comment, String by) {
    var problem = trail.lock(key);
    rules.requireOffice(problem, by);
    var asked =
        dossiers
            .openExtension(key)
            .orElseThrow(() -> new Refusal("rectification.no-extension", problem.title()));
    if (asked.askedBy().equals(by) || by.equals(problem.remedy().owner())) {
      throw new Refusal("rectification.own-extension");
    }
    if (!granted) {
      RectificationRules.requireText(comment, "rectification.refuse-reason");
    }
    if (granted) {
      rules.requireStillExtends(problem, asked.until());
    }
    dossiers.decide(asked, granted, comment, by, clock.instant());
    if (granted) {
      extend(problem, asked.until(), comment, by);
    } else {
      trail.record(problem, by, "EXTENSION_REFUSED", comment);
    }
    notices.decided(problems.get(key), asked.askedBy(), granted, comment);
  }

  /**
   * Moves the limit of a problem that is being rectified.
   *
   * @param by somebody of the office
   */
  public void move(String key, LocalDate until, String reason, String by) {
    var problem = lockForOffice(key, reason, by);
    rules.requireWorkingDay(problem.campaignId(), until);
    var date = rules.dates(problem.campaignId()).effective(until);
    var limit = limit(problem, date);
    workflow.moved(
        trail.change(problem, by, "MOVED", until + " " + reason, row -> row.moved(date, limit)));
  }

  private void extend(Problem problem, LocalDate until, String comment, String by) {
    var date = rules.dates(problem.campaignId()).effective(until);
    var limit = limit(problem, date);
    var extended =
        trail.change(problem, by, "EXTENSION_GRANTED", comment, row -> row.extended(date, limit));
    if (extended.state() == State.RECTIFYING) {
      workflow.moved(extended);
    }
  }

  private Instant limit(Problem problem, EffectiveDate date) {
    return rules.dates(problem.campaignId()).limit(date.effectiveDate());
  }

  /**
   * Judges its kind, weight and urgency anew; the trail keeps what they were.
   *
   * @param judged something else than before
   * @param by somebody of the office
   */
  public void rate(String key, Rating judged, String reason, String by) {
    var problem = lockForOffice(key, reason, by);
    rules.requireRating(problem, judged);
    if (judged.kind() == null && rules.hasKinds(problem)) {
      throw new Refusal("rectification.kind-missing");
    }
    if (judged.equals(problem.rating())) {
      throw new Refusal("rectification.same-rating", problem.title());
    }
    var language = rules.dates(problem.campaignId()).plan().language();
    var words = problem.rating().in(language) + " → " + judged.in(language) + " " + reason;
    workflow.rated(trail.change(problem, by, "RATED", words, row -> row.rated(judged)));
  }

  /**
   * Makes it a part of another one, in triage or later.
   *
   * @param into key of a problem of the same campaign that still stands on the list
   * @param inTask whether the triage decides it; everywhere else the process is told
   * @param by somebody of the office
   */
  public void merge(String key, String into, String reason, boolean inTask, String by) {
    var problem = lockForOffice(key, reason, by);
    if (into.equals(key)) {
      throw new Refusal("rectification.merge-itself");
    }
    var target = problems.find(into).filter(p -> p.campaignId().equals(problem.campaignId()));
    if (target.filter(Problem::isUnsettled).isEmpty()) {
      throw new Refusal("rectification.merge-target", into);
    }
    if (inTask != (problem.state() == State.REGISTERED)) {
      throw new Refusal(
          inTask ? "rectification.wrong-state" : "rectification.merge-in-task", problem.title());
    }
    var merged = problem.ended(State.MERGED, clock.instant(), by);
    dossiers.link(new ProblemLink(key, into, ProblemLink.Kind.MERGED));
    var saved = end(problem, merged, "MERGED", into + " " + reason, by);
    if (!inTask) {
      workflow.settled(saved);
    }
    trail.record(target.get(), by, "TOOK_IN", key);
  }

  /**
   * Makes several of one: each part is triaged by itself, the whole leaves the list. Parts come
   * from where the whole came from.
   *
   * @param texts at least two
   * @param by somebody of the office
   */
  public List<Problem> split(String key, List<String> texts, String reason, String by) {
    var problem = lockForOffice(key, reason, by);
    if (texts.size() < 2) {
      throw new Refusal("rectification.split-parts");
    }
    var ended = problem.ended(State.SPLIT, clock.instant(), by);
    var origin = problem.origin();
    var parts =
        texts.stream()
            .map(
                text ->
                    rectification.register(
                        new Registration(
                            problem.campaignId(),
                            origin.source(),
                            origin.sourceKey() == null
                                ? null
                                : origin.sourceKey() + Registration.MANY,
                            origin.occasion(),
                            problem.unitId(),
                            text,
                            problem.rating().kind(),
                            by)))
            .toList();
    parts.forEach(part -> dossiers.link(new ProblemLink(key, part.key(), ProblemLink.Kind.SPLIT)));
    workflow.settled(end(problem, ended, "SPLIT", reason, by));
    return parts;
  }

  /**
   * Takes it off the list for another reason than being solved.
   *
   * @param by somebody of the office
   */
  public void cancel(String key, String reason, String by) {
    var problem = lockForOffice(key, reason, by);
    var ended = problem.ended(State.CANCELLED, clock.instant(), by);
    workflow.settled(end(problem, ended, "CANCELLED", reason, by));
  }

  private Problem end(Problem problem, Problem ended, String what, String why, String by) {
    dossiers.lapseExtension(problem.key(), clock.instant());
    return trail.change(problem, by, what, why, row -> ended);
  }

  /**
   * It cannot be solved soon: the office looks at it again on that day. In triage, or when such a
   * day has come.
   *
   * @param unit unit that it concerns, where one is known
   * @param nextLook a working day
   */
  public void followLongTerm(
      String key,
      @Nullable String unit,
      Rating rating,
      LocalDate nextLook,
      String reason,
      String by) {
    var problem = lockForOffice(key, reason, by);
    rules.requireKnownUnit(problem.campaignId(), unit);
    rules.requireRating(problem, rating);
    rules.requireWorkingDay(problem.campaignId(), nextLook);
    var look = rules.dates(problem.campaignId()).begin(nextLook);
    if (!look.isAfter(clock.instant())) {
      throw new Refusal("campaign.date-past", nextLook);
    }
    trail.change(
        problem, by, "LONG_TERM", nextLook + " " + reason, row -> row.longTerm(unit, rating, look));
  }

  /** Goes on following it, until another day. */
  public void follow(String key, LocalDate nextLook, String reason, String by) {
    var problem = problems.get(key);
    followLongTerm(key, problem.unitId(), problem.rating(), nextLook, reason, by);
  }

  /** Ends the following of a long-term problem. */
  public void endFollowing(String key, String reason, String by) {
    var problem = lockForOffice(key, reason, by);
    trail.change(
        problem,
        by,
        "FOLLOWED_UP",
        reason,
        row -> row.ended(State.FOLLOWED_UP, clock.instant(), by));
  }

  /** The day has come on which the office looks again at a long-term or closed-out problem. */
  public void lookDue(String key) {
    var problem = trail.lock(key);
    var due = rules.dates(problem.campaignId()).limitAfter(clock.instant(), LOOK_DAYS);
    trail.change(problem, "", "LOOK_DUE", null, row -> row.lookDue(due));
  }

  /** The look-back finds that what was done stands. */
  public void stands(String key, String note, String by) {
    var problem = trail.lock(key);
    rules.requireOffice(problem, by);
    RectificationRules.requireStorable(note);
    trail.change(problem, by, "STANDS", note, Problem::stands);
  }

  /**
   * Takes a problem up again: one that was closed out loses its closing number, which is never
   * given again, and all that happened stays on record. Where its unit is dissolved by now the
   * office finds out whose it is. The task of a look decides it by itself; everywhere else the
   * process is told.
   *
   * @param inTask whether a task of its process decides it
   * @param by somebody of the office
   */
  public void reopen(String key, String reason, boolean inTask, String by) {
    var problem = lockForOffice(key, reason, by);
    var looks = problem.state() == State.LOOK_BACK_DUE || problem.state() == State.LONG_TERM_DUE;
    if (looks != inTask) {
      throw new Refusal(
          looks ? "rectification.reopen-in-task" : "rectification.wrong-state", problem.title());
    }
    var ran = problem.isOpen();
    var due = rules.analysisDue(problem);
    var undone = problem.closing() == null ? null : problem.closing().number();
    var words = undone == null ? reason : undone + " " + reason;
    if (undone != null) {
      judgements.undone(undone, clock.instant());
    }
    var stands = rules.isStanding(problem.campaignId(), problem.unitId());
    var reopened =
        trail.change(
            problem, by, "REOPENED", words, row -> (stands ? row : row.inUnit(null)).reopened(due));
    if (!ran) {
      workflow.started(reopened);
      events.publishEvent(new ProblemReopened(reopened.campaignId(), key));
    } else if (!inTask) {
      workflow.reopened(reopened);
    }
  }

  private Problem lockForOffice(String key, String reason, String by) {
    var problem = trail.lock(key);
    rules.requireOfficeDecision(problem, reason, by);
    return problem;
  }
}
