package org.xiaohao.study.process;

import org.xiaohao.engine.Variable;

/** Words that the model {@code study-session} shares with the code. */
final class StudySessionProcess {

  static final String KEY = "study-session";

  private StudySessionProcess() {}

  static final class Messages {
    static final String POSTPONED = "study-session.postponed";
    static final String SETTLED = "study-session.settled";

    private Messages() {}
  }

  static final class Variables {
    /** COMPLETE or MISSED. */
    static final Variable<String> ATTENDANCE = Variable.of("attendanceOutcome", String.class);

    private Variables() {}
  }

  static final class Elements {
    static final String PREPARE = "userTask_prepare";
    static final String SESSION_ENDS = "event_sessionEnds";
    static final String RECORD = "userTask_record";
    static final String MAKE_UP = "userTask_makeUp";

    private Elements() {}
  }

  /** Fields of the forms, which live as long as their task. */
  static final class Fields {
    static final String MATERIAL = "material";
    static final String PEOPLE = "people";
    static final String HOSTS = "hosts";
    static final String HAS_LEADER = "hasLeader";
    static final String PREPARATION = "preparation";
    static final String RECORD = "record";
    static final String MAKE_UP = "makeUp";

    private Fields() {}
  }
}
