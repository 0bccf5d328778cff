package org.xiaohao.rectification;

import java.util.EnumSet;
import java.util.Set;
import org.xiaohao.rectification.Problem.State;

/** What the office can do with a problem beside the tasks of its process; always with a reason. */
public enum ProblemAct {
  /** Another limit. */
  MOVE(State.RECTIFYING),
  /** Another unit, which begins with the analysis. */
  REASSIGN(State.ANALYSING, State.PROPOSED, State.RECTIFYING, State.CHECKING, State.VERIFYING),
  /** Another person of the same unit; measure and limit stay. */
  NAME_OWNER(State.RECTIFYING),
  NAME_VERIFIER(State.RECTIFYING, State.CHECKING, State.VERIFYING),
  /** In triage the task does it. */
  MERGE(
      State.ANALYSING,
      State.PROPOSED,
      State.RECTIFYING,
      State.CHECKING,
      State.VERIFYING,
      State.LONG_TERM,
      State.LONG_TERM_DUE),
  SPLIT(
      State.REGISTERED,
      State.ANALYSING,
      State.PROPOSED,
      State.RECTIFYING,
      State.CHECKING,
      State.VERIFYING,
      State.LONG_TERM,
      State.LONG_TERM_DUE),
  CANCEL(
      State.REGISTERED,
      State.ANALYSING,
      State.PROPOSED,
      State.RECTIFYING,
      State.CHECKING,
      State.VERIFYING,
      State.LONG_TERM,
      State.LONG_TERM_DUE),
  /** At a look the task does it. */
  REOPEN(
      State.LOOK_BACK,
      State.LONG_TERM,
      State.CLOSED_OUT,
      State.EXPLAINED,
      State.FOLLOWED_UP,
      State.CANCELLED);

  private final Set<State> states;

  ProblemAct(State... states) {
    this.states = Set.of(states);
  }

  /** What the state of a problem allows; who may do it is another question. */
  public static Set<ProblemAct> of(Problem problem) {
    var acts = EnumSet.allOf(ProblemAct.class);
    acts.removeIf(act -> !act.states.contains(problem.state()));
    return acts;
  }
}
