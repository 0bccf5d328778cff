package org.xiaohao.campaign.process;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.xiaohao.campaign.CampaignWork.Opening;
import org.xiaohao.campaign.PhaseStatus;
import org.xiaohao.campaign.Plan.WorkKind;
import org.xiaohao.engine.Variable;

/** Words that the models {@code campaign} and {@code phase-*} share with the code. */
final class CampaignProcess {

  static final String KEY = "campaign";

  /** Where the next chunk of the launch begins; absent before the first and after the last. */
  static final Variable<String> LAUNCH_CURSOR = Variable.of("launchCursor", String.class);

  /** Whether the loop of chunks goes on. */
  static final Variable<Boolean> MORE = Variable.of("more", Boolean.class);

  /** The work that a token inside a phase belongs to. */
  static final Variable<String> WORK_ID = Variable.of("workId", String.class);

  /** The phase that a call activity runs. */
  static final Variable<String> PHASE_ID = Variable.of("phaseId", String.class);

  private CampaignProcess() {}

  /** What has begun for the token: the phase, or the work that it belongs to. */
  static Opening opening(VariableScope token, PhaseStatus phase) {
    return new Opening(phase.phaseId(), (String) token.getVariable(WORK_ID.name()));
  }

  /** Elements of the phase models that the code names. */
  static final class Elements {
    static final String PHASE_STARTS = "event_phaseStarts";
    static final String PHASE_ENDS = "event_phaseEnds";
    static final String CLOSE = "userTask_close";
    static final String CLOSE_OVERDUE = "event_closeOverdue";

    /** Timer at which works of that kind begin. */
    static String workStarts(WorkKind kind) {
      return "event_" + kind.name().toLowerCase(Locale.ROOT) + "Starts";
    }

    /** Timer at which works of that kind end. */
    static String workEnds(WorkKind kind) {
      return "event_" + kind.name().toLowerCase(Locale.ROOT) + "Ends";
    }

    private Elements() {}
  }
}
