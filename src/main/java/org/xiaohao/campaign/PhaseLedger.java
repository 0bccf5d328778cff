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

  /** Things of a phase, or of the whole campaign, that are owed and not done. */
  record UnitCount(String name, int owed, int done) {

    /** How many are missing. */
    public int missing() {
      return owed - done;
    }
  }
}
