package org.xiaohao.cli;

import org.xiaohao.ledger.CampaignReport;
import org.xiaohao.simulation.Replay;

/**
 * The result of a replay for machines.
 *
 * @param seconds how long it took
 */
record ReplayDocument(long seed, Replay.Outcome outcome, CampaignReport report, double seconds) {

  String toJson() {
    return AsciiJson.write(this);
  }
}
