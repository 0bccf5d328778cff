package org.xiaohao.campaign;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xiaohao.roster.Roster;
import org.xiaohao.shared.Finding;

/**
 * A campaign folder after its check.
 *
 * @param plan null where it has errors
 * @param roster null where it has errors
 * @param findings errors first, each kind in reading order
 * @param forecast null where errors keep it from being foreseen
 */
public record CheckedCampaign(
    Path folder,
    @Nullable Plan plan,
    @Nullable Roster roster,
    List<Finding> findings,
    @Nullable Forecast forecast) {

  /** Whether it may be launched. */
  public boolean ready() {
    return findings.stream().noneMatch(Finding::isError);
  }
}
