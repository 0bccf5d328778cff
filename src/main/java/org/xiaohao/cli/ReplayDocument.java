package org.xiaohao.cli;

import org.xiaohao.ledger.CampaignReport;
import org.xiaohao.simulation.Replay;

/**
 * The result of a replay for machines.
 *
 * @param fingerprint of all that happened; the same seed gives the same one
 * @param seconds how long it took
 */
record ReplayDocument(
    long seed, Replay.Outcome outcome, CampaignReport report, String fingerprint, double seconds) {

  String toJson() {
    return AsciiJson.write(this);
  }
}
