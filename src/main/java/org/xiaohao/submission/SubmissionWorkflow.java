package org.xiaohao.submission;

import java.util.Set;

/** What a submission tells its process. */
public interface SubmissionWorkflow {

  /** A paper is open: its owner is asked for it. */
  void opened(Submission submission);

  /** The owner took the newest version back before anybody reviewed it. */
  void withdrawn(Submission submission);

  /** The owner asks for more time; the office is to decide. */
  void extensionAsked(Submission submission);

  /** It was waived, or lapsed: nobody is to act any more. */
  void settled(Submission submission);

  /** Its limit was moved. */
  void moved(Submission submission);

  /** Its owner belongs to another unit now: other people are to act. */
  void reassigned(Submission submission);

  /** It has another title. */
  void renamed(Submission submission);

  /**
   * Its unit has another head, liaison or leader: the review goes to who may do it now.
   *
   * @param relieved who lost such a post
   */
  void reviewersChanged(Submission submission, Set<String> relieved);
}
