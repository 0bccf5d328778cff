package org.xiaohao.rectification;

import java.util.EnumSet;
import java.util.Set;
import org.xiaohao.rectification.Problem.State;

/** What the office can do with a problem beside the tasks of its process; always with a reason. */
public enum ProblemAct {
  /** Another limit. */
  MOVE(EnumSet.of(State.RECTIFYING)),
  /** Another unit, which begins with the analysis. */
  REASSIGN(with(Problem.WITH_OWNER, State.ANALYSING, State.PROPOSED)),
  /** Another person of the same unit; measure and limit stay. */
  NAME_OWNER(EnumSet.of(State.RECTIFYING)),
  NAME_VERIFIER(Problem.WITH_OWNER),
  /** Another kind, weight or urgency. In triage the task does it. */
  RATE(without(Problem.UNSETTLED, State.REGISTERED)),
  /** In triage the task does it. */
  MERGE(without(Problem.UNSETTLED, State.REGISTERED)),
  SPLIT(Problem.UNSETTLED),
  CANCEL(Problem.UNSETTLED),
  /** At a look the task does it. */
  REOPEN(
      EnumSet.of(
          State.LOOK_BACK,
          State.LONG_TERM,
          State.CLOSED_OUT,
          State.EXPLAINED,
          State.FOLLOWED_UP,
          State.CANCELLED));

  private final Set<State> states;

  ProblemAct(Set<State> states) {
    this.states = states;
  }

  /** What the state of a problem allows; who may do it is another question. */
  public static Set<ProblemAct> of(Problem problem) {
    var acts = EnumSet.allOf(ProblemAct.class);
    acts.removeIf(act -> !act.states.contains(problem.state()));
    return acts;
  }

  private static Set<State> with(Set<State> states, State... others) {
    var more = EnumSet.copyOf(states);
    more.addAll(Set.of(others));
    return more;
  }

  private static Set<State> without(Set<State> states, State one) {
    var fewer = EnumSet.copyOf(states);
    fewer.remove(one);
    return fewer;
  }
}
