package org.xiaohao.roster;

import java.util.Locale;
import org.xiaohao.shared.Messages;

/**
 * A roster after the launch does not name a party branch any more: what it still owes ends.
 *
 * @param branch as the roster named it last
 * @param by who imported the roster
 */
public record BranchRemoved(String campaignId, Branch branch, String by) {

  /** Why what it owes need not be done any more. */
  public String reason(Locale language) {
    return Messages.text(language, "roster.branch-removed", branch.name());
  }
}
