package org.xiaohao.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xiaohao.shared.Finding;

/**
 * What came of reading a roster file: all of it, or what is wrong with it.
 *
 * @param roster the roster; null as soon as one finding is an error
 * @param findings errors, or warnings and notes about a roster that can be used; from top to bottom
 */
public record RosterReading(@Nullable Roster roster, List<Finding> findings) {

  public RosterReading {
    findings = List.copyOf(findings);
  }
}
