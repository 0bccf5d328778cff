package org.xiaohao.submission.process;

import org.xiaohao.engine.Variable;

/** Words that the model {@code submission} shares with the code. */
final class SubmissionProcess {

  static final String KEY = "submission";

  private SubmissionProcess() {}

  static final class Messages {
    static final String WITHDRAWN = "submission.withdrawn";
    static final String EXTENSION_ASKED = "submission.extension-asked";
    static final String SETTLED = "submission.settled";

    private Messages() {}
  }

  static final class Variables {
    /** ACCEPTED or RETURNED. */
    static final Variable<String> REVIEW_OUTCOME = Variable.of("reviewOutcome", String.class);

    private Variables() {}
  }

  static final class Elements {
    static final String SUBMIT = "userTask_submit";
    static final String SUBMIT_OVERDUE = "event_submitOverdue";
    static final String REVIEW = "userTask_review";

    private Elements() {}
  }
}
