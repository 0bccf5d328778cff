package org.xiaohao.appraisal.process;

import org.xiaohao.engine.Variable;

/** Words that the model {@code appraisal} and its decision tables share with the code. */
final class AppraisalProcess {

  static final String KEY = "appraisal";

  private AppraisalProcess() {}

  static final class Variables {
    /** {@link ReviewOutcome}. */
    static final Variable<String> REVIEW_OUTCOME = Variable.of("reviewOutcome", String.class);

    /** {@link DecideOutcome}. */
    static final Variable<String> DECIDE_OUTCOME = Variable.of("decideOutcome", String.class);

    /** Key of the party that a token of the hearing is about. */
    static final Variable<String> PARTY = Variable.of("party", String.class);

    private Variables() {}
  }

  /** What the office makes of the proposal. */
  enum ReviewOutcome {
    CONFIRM,
    RECOMPUTE
  }

  /** What the leading group makes of what the office confirmed. */
  enum DecideOutcome {
    DECIDE,
    SEND_BACK
  }
}
