package org.xiaohao.roster;

import java.util.Locale;
import org.xiaohao.shared.Messages;

/**
 * A roster after the launch does not name a unit any more. Its people have left or moved by now;
 * what the unit itself still owes ends, its problems and tasks go to the unit that takes over.
 *
 * @param unit as the roster named it last
 * @param successor the unit that takes over, which the roster names
 * @param by who imported the roster
 */
public record UnitRemoved(String campaignId, Unit unit, Unit successor, String by) {

  /** Why what it owes need not be done any more. */
  public String reason(Locale language) {
    return Messages.text(language, "roster.unit-removed", unit.name(), successor.name());
  }
}
