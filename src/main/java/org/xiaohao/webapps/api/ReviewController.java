package org.xiaohao.webapps.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.shared.Refusal;
import org.xiaohao.submission.SubmissionVersion;
import org.xiaohao.submission.SubmissionVersion.Outcome;
import org.xiaohao.submission.Submissions;

/** Many papers reviewed in one go; each by itself, as from its own form. */
@RestController
@RequestMapping(Api.BASE + "/reviews")
class ReviewController {

  /** Papers shown and decided at once. */
  private static final int MOST = 200;

  private static final String PROCESS = "submission";
  private static final String STEP = "userTask_review";

  private final OfferedTasks offered;
  private final TaskActs acts;
  private final Submissions submissions;
  private final Campaigns campaigns;
  private final ItemWords words;

  ReviewController(
      OfferedTasks offered,
      TaskActs acts,
      Submissions submissions,
      Campaigns campaigns,
      ItemWords words) {
    this.offered = offered;
    this.acts = acts;
    this.submissions = submissions;
    this.campaigns = campaigns;
    this.words = words;
  }

  /**
   * A paper that waits for the reader; moments are local times of the plan.
   *
   * @param task of the review; another one for each version
   * @param paper what the plan calls it
   * @param late whether it was handed in after its limit
   * @param due by when it is to be reviewed
   */
  record Waiting(
      String task,
      String key,
      String title,
      String paper,
      int version,
      String by,
      String at,
      boolean late,
      @Nullable String due) {}

  /** The most urgent papers, and how many there are. */
  record Pile(long total, List<Waiting> papers) {}

  /** How many papers wait. */
  record Count(long total) {}

  /**
   * What the reviewer decides about all of them.
   *
   * @param tasks of the reviews; whoever decides has read these versions and no newer ones
   * @param comment why; required where they are returned
   */
  record Decision(
      @Nullable List<String> tasks, @Nullable Outcome outcome, @Nullable String comment) {}

  /** What became of a paper. */
  enum Result {
    DONE,
    /** A rule says no. */
    REFUSED,
    /** Reviewed by somebody else, or withdrawn. */
    GONE
  }

  /**
   * What became of one paper.
   *
   * @param reason why not; null where it was done
   */
  record Reviewed(String task, Result result, @Nullable String reason) {}

  @GetMapping
  Pile waiting() {
    return new Pile(
        offered.count(PROCESS, STEP),
        offered.at(PROCESS, STEP, MOST).stream().map(this::waiting).toList());
  }

  /** How many papers wait, for a mark beside the name of the page. */
  @GetMapping("/count")
  Count count() {
    return new Count(offered.count(PROCESS, STEP));
  }

  private Waiting waiting(OfferedTasks.Offered task) {
    var campaign = campaigns.of(task.key());
    var submission = submissions.get(task.key());
    var version = submissions.versions(task.key()).stream().findFirst();
    return new Waiting(
        task.task(),
        task.key(),
        submission.title(),
        campaign
            .plan()
            .paper(submission.paperId())
            .map(paper -> paper.title())
            .orElse(submission.paperId()),
        version.map(SubmissionVersion::number).orElse(0),
        words.name(campaign, submission.submittedBy()),
        String.valueOf(words.moment(campaign, submission.submittedAt())),
        submission.late(),
        words.moment(campaign, task.due()));
  }

  @PostMapping
  List<Reviewed> review(@RequestBody Decision decision) {
    var chosen = new LinkedHashSet<>(decision.tasks() == null ? List.of() : decision.tasks());
    if (chosen.isEmpty() || chosen.size() > MOST) {
      throw new Refusal("webapps.papers-missing", String.valueOf(MOST));
    }
    if (decision.outcome() == null) {
      throw new Refusal("submission.outcome-missing");
    }
    var comment = Api.text(decision.comment());
    if (decision.outcome() == Outcome.RETURNED && comment.isEmpty()) {
      throw new Refusal("submission.return-reason");
    }
    var results = new ArrayList<Reviewed>();
    chosen.forEach(task -> results.add(review(task, decision.outcome(), comment)));
    return results;
  }

  private Reviewed review(String task, Outcome outcome, String comment) {
    var fields = new HashMap<String, Object>();
    fields.put("outcome", outcome.name());
    fields.put("comment", comment);
    try {
      acts.complete(task, fields);
      return new Reviewed(task, Result.DONE, null);
    } catch (Refusal refusal) {
      var gone = refusal.code().equals(TaskActs.GONE) || refusal.code().equals(TaskActs.TAKEN);
      return new Reviewed(task, gone ? Result.GONE : Result.REFUSED, refusal.getMessage());
    }
  }
}
