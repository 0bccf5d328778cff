package org.xiaohao.consultation.process;

/** Words that the model {@code consultation} shares with the code. */
final class ConsultationProcess {

  static final String KEY = "consultation";

  private ConsultationProcess() {}

  static final class Messages {
    static final String SETTLED = "consultation.settled";

    private Messages() {}
  }

  static final class Elements {
    static final String COLLECT = "userTask_collect";
    static final String COLLECT_OVERDUE = "event_collectOverdue";

    private Elements() {}
  }
}
