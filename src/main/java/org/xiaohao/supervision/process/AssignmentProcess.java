package org.xiaohao.supervision.process;

import org.xiaohao.engine.Variable;

/** Words that the model {@code assignment} shares with the code. */
final class AssignmentProcess {

  /** ACCEPTED or RETURNED. */
  static final Variable<String> OUTCOME = Variable.of("assignmentOutcome", String.class);

  private AssignmentProcess() {}

  static final class Elements {
    static final String DO = "userTask_do";
    static final String DO_OVERDUE = "event_doOverdue";

    private Elements() {}
  }

  static final class Messages {
    static final String SETTLED = "assignment.settled";

    private Messages() {}
  }
}
