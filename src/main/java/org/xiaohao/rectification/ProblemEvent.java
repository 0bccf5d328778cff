package org.xiaohao.rectification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link of the chain: something that was done to a problem. Never changed, never removed.
 *
 * @param sequence place in the chain of its campaign, from 1
 * @param who person; empty where a timer or an import did it
 * @param what an upper-case word ({@code CLOSED_OUT})
 * @param address remote address of the request; {@code system} where there was none
 * @param why reason, comment or number, where one was given
 * @param stateDigest digest of the problem, and of what hangs on it, after the act
 * @param previousHash hash of the link before; 64 zeros for the first
 * @param hash digest of all the other fields
 */
public record ProblemEvent(
    String campaignId,
    long sequence,
    String problemKey,
    Instant at,
    String who,
    String what,
    String address,
    @Nullable String why,
    String stateDigest,
    String previousHash,
    String hash) {

  /** Before the first link. */
  static final String NOTHING = "0".repeat(64);

  /** What its hash has to be. */
  String expectedHash() {
    return new Digest()
        .add(campaignId, sequence, problemKey, at, who, what, address, why)
        .add(stateDigest, previousHash)
        .hex();
  }

  /** With its hash. */
  ProblemEvent sealed() {
    return new ProblemEvent(
        campaignId,
        sequence,
        problemKey,
        at,
        who,
        what,
        address,
        why,
        stateDigest,
        previousHash,
        expectedHash());
  }
}
