package org.xiaohao.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.campaign.CampaignService;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.shared.Refusal;
import org.xiaohao.submission.Submission.State;
import org.xiaohao.submission.SubmissionVersion.Outcome;

/** What can be done with a paper. The only writer of the room's tables. */
@Service
@Transactional
public class SubmissionService {

  private final Submissions submissions;
  private final SubmissionWorkflow workflow;
  private final SubmissionRules rules;
  private final SubmissionNotices notices;
  private final Campaigns campaigns;
  private final Clock clock;

  SubmissionService(
      Submissions submissions,
      SubmissionWorkflow workflow,
      SubmissionRules rules,
      SubmissionNotices notices,
      Campaigns campaigns,
      Clock clock) {
    this.submissions = submissions;
    this.workflow = workflow;
    this.rules = rules;
    this.notices = notices;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /** Opens a planned paper: its owner is asked for it. */
  public void open(Submission planned) {
    var open = submissions.save(planned.opened());
    record(open, "", "OPENED", null);
    workflow.opened(open);
  }

  /**
   * Hands in a new version.
   *
   * @param by person who does it
   * @throws Refusal if it is not theirs to hand in, is not open, or lacks what the plan asks for
   */
  public void submit(String key, HandedIn content, String by) {
    var submission = submissions.get(key);
    rules.requireSubmitter(submission, by);
    rules.requireComplete(submission, content);
    var now = clock.instant();
    submissions.save(submission.submitted(now, by));
    submissions.addVersion(key, content, by, now);
    var dates = campaigns.dates(campaigns.get(submission.campaignId()));
    submissions.reviewDue(key, dates.limitAfter(now, dates.plan().settings().reviewDays()));
    record(submission, by, "SUBMITTED", null);
  }

  /**
   * Reviews the newest version.
   *
   * @param comment why; required where it is returned
   * @return the outcome, for the process
   * @throws Refusal if the reviewer handed it in or owes it, or returns it without a reason
   */
  public Outcome review(String key, Outcome outcome, String comment, String by) {
    var submission = submissions.get(key);
    rules.requireReviewer(submission, by);
    if (outcome == Outcome.RETURNED && comment.isBlank()) {
      throw new Refusal("submission.return-reason");
    }
    var now = clock.instant();
    var dates = campaigns.dates(campaigns.get(submission.campaignId()));
    var resubmitDays = dates.plan().settings().resubmitDays();
    var reviewed =
        submissions.save(
            outcome == Outcome.ACCEPTED
                ? submission.accepted(now, by)
                : submission.returned(dates.limitAfter(now, resubmitDays)));
    submissions.review(submissions.versions(key).get(0), outcome, comment, by, now);
    record(submission, by, outcome.name(), comment);
    if (outcome == Outcome.RETURNED) {
      notices.returned(reviewed, comment);
    } else {
      notices.accepted(reviewed);
    }
    return outcome;
  }

  /** Takes the newest version back before anybody reviewed it; it stays among the versions. */
  public void withdraw(String key, String by) {
    var submission = submissions.get(key);
    rules.requireSubmitter(submission, by);
    var withdrawn = submissions.save(submission.withdrawn());
    record(withdrawn, by, "WITHDRAWN", null);
    workflow.withdrawn(withdrawn);
  }

  /**
   * Settles that it need not be handed in.
   *
   * @param reason why; required
   * @param by somebody of the office
   */
  public void waive(String key, String reason, String by) {
    var submission = submissions.get(key);
    rules.requireOffice(submission, by);
    if (reason.isBlank()) {
      throw new Refusal("submission.waive-reason");
    }
    settle(submission, State.WAIVED, "WAIVED", reason, by);
  }

  /** Its unit or branch is dissolved: nobody hands it in any more. */
  void partyRemoved(Submission submission, String reason, String by) {
    settle(submission, State.WAIVED, "WAIVED", reason, by);
  }

  /** Its owner has left: nobody hands it in any more. */
  void ownerLeft(Submission submission) {
    settle(submission, State.WAIVED, "OWNER_LEFT", null, "");
  }

  /** Whether nobody hands it in only because its owner had left. */
  @Transactional(readOnly = true)
  boolean isLeftBehind(Submission submission) {
    var events = submissions.events(submission.key());
    return submission.state() == State.WAIVED
        && !events.isEmpty()
        && events.get(events.size() - 1).what().equals("OWNER_LEFT");
  }

  /** Its owner is back: they are asked for it again, once its time has come. */
  void ownerBack(Submission submission, @Nullable String unitId, boolean opensNow) {
    var owed = submissions.save(submission.owedAgain(unitId));
    record(owed, "", "OWNER_BACK", null);
    if (opensNow) {
      open(owed);
    }
  }

  /** The campaign is closed: it was never handed in. */
  public void lapse(Submission submission) {
    settle(submission, State.LAPSED, "LAPSED", null, "");
  }

  private void settle(
      Submission submission, State end, String what, @Nullable String why, String by) {
    var settled = submissions.save(submission.settled(end, clock.instant(), by));
    record(settled, by, what, why);
    if (submission.isOpen()) {
      workflow.settled(settled);
      if (end == State.WAIVED) {
        notices.waived(settled, why);
      } else {
        notices.lapsed(settled);
      }
    }
  }

  /**
   * Asks for more time, before the limit.
   *
   * @param until plan date that is asked for
   * @param reason why; required
   */
  public void askExtension(String key, LocalDate until, String reason, String by) {
    var submission = submissions.get(key);
    rules.requireSubmitter(submission, by);
    rules.requireExtensible(submission, until, reason);
    if (submissions.findExtension(key).isPresent()) {
      throw new Refusal("submission.extension-pending", submission.title());
    }
    submissions.askExtension(key, until, reason, by, clock.instant());
    record(submission, by, "EXTENSION_ASKED", reason);
    workflow.extensionAsked(submission);
  }

  /**
   * Decides the open request for more time.
   *
   * @param comment why; required where it is refused
   * @param by somebody of the office, never the one who asked
   */
  public void decideExtension(String key, boolean granted, String comment, String by) {
    var submission = submissions.get(key);
    var extension = submissions.openExtension(key);
    rules.requireOffice(submission, by);
    rules.requireOtherThanAsked(submission, extension, by);
    if (!granted && comment.isBlank()) {
      throw new Refusal("submission.refuse-reason");
    }
    submissions.decideExtension(extension, granted, comment, by, clock.instant());
    record(submission, by, granted ? "EXTENSION_GRANTED" : "EXTENSION_REFUSED", comment);
    if (granted && submission.waitsForOwner()) {
      var dates = campaigns.dates(campaigns.get(submission.campaignId()));
      moveTo(submission, dates.effective(extension.until()));
    }
    notices.decided(submissions.get(key), extension, granted, comment);
  }

  /**
   * Moves the limit of one paper.
   *
   * @param planDate new plan date; falls on a working day like every date of the plan
   * @param reason why; required
   * @param by somebody of the office
   * @throws Refusal if the new limit has passed already
   */
  public void move(String key, LocalDate planDate, String reason, String by) {
    var submission = submissions.get(key);
    rules.requireOffice(submission, by);
    if (reason.isBlank()) {
      throw new Refusal("submission.move-reason");
    }
    var dates = campaigns.dates(campaigns.get(submission.campaignId()));
    var moved = moveTo(submission, dates.ahead(planDate, clock.instant()));
    record(submission, by, "MOVED", reason);
    if (moved.waitsForOwner()) {
      notices.moved(moved, reason);
    }
  }

  /** Moves its limit by so many days; one that would have passed even then is left alone. */
  void moveBy(Submission row, long days, String reason, String by) {
    var to = row.date().planDate().plusDays(days);
    if (days != 0
        && campaigns.dates(campaigns.get(row.campaignId())).isAhead(to, clock.instant())) {
      move(row.key(), to, reason, by);
    }
  }

  /**
   * Moves the limit of the next papers of a kind that are not handed in yet.
   *
   * @return whether there may be more
   */
  public boolean moveChunk(
      String campaignId, String paperId, LocalDate planDate, String reason, String by) {
    var papers = submissions.notOn(campaignId, paperId, planDate, CampaignService.CHUNK);
    papers.forEach(paper -> move(paper.key(), planDate, reason, by));
    return papers.size() == CampaignService.CHUNK;
  }

  private Submission moveTo(Submission submission, EffectiveDate date) {
    var dates = campaigns.dates(campaigns.get(submission.campaignId()));
    var moved = submissions.save(submission.moved(date, dates.limit(date.effectiveDate())));
    if (moved.waitsForOwner()) {
      workflow.moved(moved);
    }
    return moved;
  }

  /** Its owner belongs to another unit now: it counts there, and that unit's head reviews it. */
  void ownerMoved(Submission submission, @Nullable String unitId) {
    var moved = submissions.save(submission.inUnit(unitId));
    record(moved, "", "OWNER_MOVED", unitId);
    if (moved.isOpen()) {
      workflow.reassigned(moved);
    }
  }

  /** Its owner has another name, and so has the paper. */
  void renamed(Submission submission, String title) {
    var renamed = submissions.save(submission.titled(title));
    if (renamed.isOpen()) {
      workflow.renamed(renamed);
    }
  }

  /** Somebody else may be its reviewer now; those who lost a post are not. */
  void reviewersChanged(Submission submission, Set<String> relieved) {
    if (submission.state() == State.SUBMITTED) {
      workflow.reviewersChanged(submission, relieved);
    }
  }

  /** Records that a paper of the past was handed in before the launch. */
  public void recordPast(String key, String by) {
    var submission = submissions.get(key);
    if (submission.state() == State.PAST) {
      submissions.save(submission.recorded(clock.instant(), by));
      record(submission, by, "RECORDED", null);
    }
  }

  /** Writes a paper that is owed from now on, and opens it where its time has come. */
  void owe(Submission submission, boolean opensNow) {
    submissions.insert(List.of(submission));
    var row = submissions.get(submission.key());
    if (opensNow && row.state() == State.PLANNED) {
      open(row);
    }
  }

  private void record(Submission submission, String who, String what, @Nullable String why) {
    submissions.record(submission.key(), clock.instant(), who, what, why);
  }
}
