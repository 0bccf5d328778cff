package org.xiaohao.supervision.process;

/** Words that the model {@code inspection} shares with the code. */
final class InspectionProcess {

  /** Variable of a visit's scope: the unit that is visited. */
  static final String UNIT = "unitId";

  private InspectionProcess() {}

  static final class Elements {
    static final String VISIT = "userTask_visit";
    static final String VISIT_OVERDUE = "event_visitOverdue";

    private Elements() {}
  }

  static final class Messages {
    static final String SETTLED = "inspection.settled";

    private Messages() {}
  }
}
