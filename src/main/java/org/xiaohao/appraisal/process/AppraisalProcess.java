package org.xiaohao.appraisal.process;

import org.xiaohao.engine.Variable;

/** Words that the model {@code appraisal} and its decision tables share with the code. */
final class AppraisalProcess {

  static final String KEY = "appraisal";

  private AppraisalProcess() {}

  static final class Variables {
    /** {@link ReviewOutcome}. */
    static final Variable<String> REVIEW_OUTCOME = Variable.of("reviewOutcome", String.class);

    /** Key of the party that a token of the hearing is about. */
    static final Variable<String> PARTY = Variable.of("party", String.class);

    private Variables() {}
  }

  /** What the office makes of the proposal. */
  enum ReviewOutcome {
    CONFIRM,
    RECOMPUTE
  }
}
