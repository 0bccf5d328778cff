package org.xiaohao.campaign;

import java.util.List;

/** What a phase's gate wants to know; answered by the read side. */
public interface PhaseLedger {

  /**
   * What each unit owes, has done and lacks in a phase.
   *
   * @return all units in their fixed order, zeros included, then one line for the branches and one
   *     for what the office itself owes, where the phase has any
   */
  List<UnitCount> counts(String campaignId, String phaseId);

  /**
   * Problems that each unit has on the list, and what became of them (R77).
   *
   * @return all units in their fixed order, zeros included, then one line for what has no unit yet,
   *     where there is any; empty where the campaign has no problems at all
   */
  List<ProblemCount> problems(String campaignId);

  /** Things of a phase, or of the whole campaign, that are owed and not done. */
  record UnitCount(String name, int owed, int done) {

    /** How many are missing. */
    public int missing() {
      return owed - done;
    }
  }

  /**
   * Problems that stand on the list, or were struck off it.
   *
   * @param found all of them
   * @param longTerm cannot be solved soon: followed by the office, and no part of what is open
   */
  record ProblemCount(String name, int found, int closedOut, int longTerm) {

    /** How many are to be rectified still. */
    public int open() {
      return found - closedOut - longTerm;
    }
  }
}
