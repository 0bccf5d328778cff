package org.xiaohao.rectification.process;

import java.util.List;
import org.xiaohao.engine.Variable;

/** Words that the model {@code rectification} shares with the code. */
final class RectificationProcess {

  static final String KEY = "rectification";

  private RectificationProcess() {}

  static final class Messages {
    static final String REOPENED = "rectification.reopened";
    static final String SETTLED = "rectification.settled";
    static final String EXTENSION_ASKED = "rectification.extension-asked";
    static final String OWNER_LEFT = "rectification.owner-left";
    static final String UNIT_CHANGED = "rectification.unit-changed";

    private Messages() {}
  }

  static final class Variables {
    /** What the task before a gateway decided: a word of one of the enums below. */
    static final Variable<String> DECISION = Variable.of("decision", String.class);

    private Variables() {}
  }

  static final class Elements {
    static final String ANALYSE = "userTask_analyse";
    static final String RECTIFY = "userTask_rectify";
    static final String RECTIFY_OVERDUE = "event_rectifyOverdue";
    static final String VERIFY = "userTask_verify";

    /** Tasks whose forms show how the office judged it. */
    static final List<String> AFTER_TRIAGE =
        List.of(
            ANALYSE, "userTask_confirm", RECTIFY, "userTask_check", VERIFY, "userTask_followUp");

    private Elements() {}
  }

  /** What becomes of a new problem. */
  enum Triage {
    ACCEPTED,
    MERGED,
    EXPLAINED,
    LONG_TERM
  }

  /** Whether something is good as it is. */
  enum Verdict {
    PASSED,
    RETURNED
  }

  /** What a look at a long-term problem decides. */
  enum FollowUp {
    CONTINUE,
    RECTIFY,
    END
  }
}
