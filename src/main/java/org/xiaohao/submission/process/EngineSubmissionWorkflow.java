package org.xiaohao.submission.process;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.Instances;
import org.xiaohao.submission.Submission;
import org.xiaohao.submission.SubmissionWorkflow;
import org.xiaohao.submission.process.SubmissionProcess.Elements;
import org.xiaohao.submission.process.SubmissionProcess.Messages;

@Component
class EngineSubmissionWorkflow implements SubmissionWorkflow {

  private final Instances instances;
  private final SubmissionBriefs briefs;
  private final SubmissionTasks tasks;

  EngineSubmissionWorkflow(Instances instances, SubmissionBriefs briefs, SubmissionTasks tasks) {
    this.instances = instances;
    this.briefs = briefs;
    this.tasks = tasks;
  }

  @Override
  public void opened(Submission submission) {
    instances.start(SubmissionProcess.KEY, submission.key(), submission.title());
  }

  @Override
  public void withdrawn(Submission submission) {
    instances.tell(Messages.WITHDRAWN, submission.key(), Map.of());
  }

  @Override
  public void extensionAsked(Submission submission) {
    instances.tell(Messages.EXTENSION_ASKED, submission.key(), Map.of());
  }

  @Override
  public void settled(Submission submission) {
    instances.tell(Messages.SETTLED, submission.key(), Map.of());
  }

  @Override
  public void moved(Submission submission) {
    instances.moveLimit(
        submission.key(),
        Elements.SUBMIT,
        Elements.SUBMIT_OVERDUE,
        submission.dueAt(),
        briefs.submit(submission));
  }

  @Override
  public void reassigned(Submission submission) {
    instances.restart(submission.key(), Elements.REVIEW);
  }

  @Override
  public void renamed(Submission submission) {
    instances.rename(submission.key(), submission.title());
  }

  /** Whoever claimed the review keeps it together with the post. */
  @Override
  public void reviewersChanged(Submission submission, Set<String> relieved) {
    var key = submission.key();
    if (!instances.isOffered(key, Elements.REVIEW, tasks.reviewers(submission))
        || instances.isClaimedBy(key, Elements.REVIEW, relieved)) {
      instances.restart(submission.key(), Elements.REVIEW);
    }
  }
}
