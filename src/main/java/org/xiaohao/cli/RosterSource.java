package org.xiaohao.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xiaohao.roster.Roster;
import org.xiaohao.shared.Finding;

/** Where a command gets a roster from. */
@FunctionalInterface
public interface RosterSource {

  /**
   * @param file the roster file, which may be missing
   * @param findings takes everything found in it, in the language of {@code LocaleContextHolder}
   * @return the roster; null where it cannot be used, with at least one error among the findings
   */
  @Nullable Roster read(Path file, List<Finding> findings);
}
