package org.xiaohao.benchmark.process;

import java.util.Map;
import org.xiaohao.benchmark.Selection.State;
import org.xiaohao.engine.Variable;

/** Words that the model {@code benchmark-selection} shares with the code. */
final class SelectionProcess {

  static final String KEY = "benchmark-selection";

  private SelectionProcess() {}

  static final class Messages {
    static final String SETTLED = "benchmark-selection.settled";

    private Messages() {}
  }

  static final class Variables {
    /** {@link Outcome}. */
    static final Variable<String> SELECTION_OUTCOME = Variable.of("selectionOutcome", String.class);

    private Variables() {}
  }

  /** A user task and the timer at its limit. */
  record Step(String task, String overdue) {}

  static final class Elements {
    static final Step PROPOSE = new Step("userTask_propose", "event_proposeOverdue");
    static final Step DISCUSS = new Step("userTask_discuss", "event_discussOverdue");
    static final Step CONFIRM = new Step("userTask_confirm", "event_confirmOverdue");

    /** Where the token is while a selection is open. */
    static final Map<State, Step> STEPS =
        Map.of(
            State.PROPOSING,
            PROPOSE,
            State.RETURNED,
            PROPOSE,
            State.DISCUSSING,
            DISCUSS,
            State.CONFIRMING,
            CONFIRM);

    private Elements() {}
  }

  /** What the discussion, and later the office, decides. */
  enum Outcome {
    ACCEPTED,
    RETURNED
  }
}
