package org.xiaohao.roster;

import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A division or an affiliated unit (R3).
 *
 * @param id short name for machines, {@code [a-z0-9-]{1,24}}, unique in the roster
 * @param position place in the fixed order of the organisation, from 1; every list keeps it
 * @param name as the organisation writes it
 * @param kind division or affiliated unit
 * @param head person who heads it; null while the post is vacant
 * @param liaison person who is the office's contact; null while there is none
 * @param leaderInCharge bureau leader in charge of it (A24); null where none is named
 * @param studyDays days of the week on which it meets to study; empty means every day that the plan
 *     names (A2)
 */
public record Unit(
    String id,
    int position,
    String name,
    UnitKind kind,
    @Nullable String head,
    @Nullable String liaison,
    @Nullable String leaderInCharge,
    Set<DayOfWeek> studyDays) {

  /** Who acts for it: its liaison, without one its head; null where there is neither. */
  public @Nullable String acting() {
    return liaison == null ? head : liaison;
  }

  /** The same at another place of the order. */
  Unit at(int position) {
    return new Unit(id, position, name, kind, head, liaison, leaderInCharge, studyDays);
  }
}
