package org.xiaohao.meeting.process;

import org.xiaohao.engine.Variable;

/** Words that the model {@code meeting} shares with the code. */
final class MeetingProcess {

  static final String KEY = "meeting";

  private MeetingProcess() {}

  static final class Messages {
    static final String SETTLED = "meeting.settled";

    private Messages() {}
  }

  static final class Variables {
    /** {@link Outcome}. */
    static final Variable<String> MEETING_OUTCOME = Variable.of("meetingOutcome", String.class);

    private Variables() {}
  }

  static final class Elements {
    static final String ARRANGE = "userTask_arrange";
    static final String TAKES_PLACE = "event_meetingEnds";

    private Elements() {}
  }

  /** What the office says once the time of a meeting has passed. */
  enum Outcome {
    HELD,
    POSTPONED
  }
}
