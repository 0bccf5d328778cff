package org.xiaohao.webapps.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a campaign as the office sees and moves them: by phase, by work, by kind.
 *
 * @param campaign id of the campaign
 */
record ScheduleView(String campaign, String title, List<Phase> phases) {

  /** A phase; {@code movable} until it is closed. */
  record Phase(
      String id,
      String title,
      String state,
      Span dates,
      boolean movable,
      List<Work> works,
      List<Kind> kinds) {}

  /** A work of a phase: a topic, the ledgers. */
  record Work(String id, String title, Span dates) {}

  /**
   * First and last day, as the plan names them and as they fall on working days.
   *
   * @param startsDayOff why the first day of the plan is no working day; null where it is one
   * @param endsDayOff why the last day of the plan is no working day; null where it is one
   */
  record Span(
      LocalDate starts,
      LocalDate ends,
      LocalDate startsEffective,
      LocalDate endsEffective,
      @Nullable String startsDayOff,
      @Nullable String endsDayOff) {}

  /**
   * Things of one kind.
   *
   * @param first earliest plan date among them
   * @param last latest plan date among them
   * @param movable whether all of them have one limit that can be moved
   * @param byDay whether all units meet on the same days, and one of these days can be moved
   * @param outside whether something that is not settled stands outside of the dates of its phase
   *     or work
   */
  record Kind(
      String id,
      String title,
      int items,
      int done,
      int open,
      LocalDate first,
      LocalDate last,
      boolean movable,
      boolean byDay,
      boolean outside) {}
}
