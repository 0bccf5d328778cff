package org.xiaohao.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.calendar.WorkingCalendar;
import org.xiaohao.roster.Roster;
import org.xiaohao.shared.Finding;
import org.xiaohao.shared.Refusal;

/**
 * Holds a plan against the roster and the working calendar before it is launched: what does not
 * fit, what moves, and what will come of it. A launch refuses a plan with errors.
 */
@Component
public final class PlanCheck {

  /**
   * @param findings what the check adds to the findings of the reading, from top to bottom
   * @param forecast what will be created; null where an error keeps it from being foreseen
   */
  public record Outcome(List<Finding> findings, @Nullable Forecast forecast) {}

  /**
   * @param plan a plan without contradictions in itself
   * @param places where its entries stand, for the findings; see {@link PlanReading#places}
   * @param file name of its file, for the findings
   * @param roster null where it could not be read: then only the dates are checked
   */
  public Outcome check(
      Plan plan, Places places, String file, @Nullable Roster roster, WorkingCalendar calendar) {
    var findings = new PlanFindings(file, places);
    new TopicCheck(plan, findings).check();
    var dates = new DateCheck(plan, calendar, findings);
    var moves = dates.check();
    if (roster != null) {
      new OrganisationCheck(plan, findings).check(roster);
    }
    if (roster == null || !dates.complete()) {
      return new Outcome(findings.all(), null);
    }
    return outcome(plan, roster, calendar, moves, findings);
  }

  /** A limit at the end of December leads into a year whose calendar may be missing. */
  private static Outcome outcome(
      Plan plan,
      Roster roster,
      WorkingCalendar calendar,
      List<Forecast.Move> moves,
      PlanFindings findings) {
    try {
      var weeks = new WeeklyLoad(plan, roster, calendar).weeks();
      var forecast =
          new Forecast(
              roster.units().size(),
              roster.people().size(),
              roster.branches().size(),
              new Forecaster(plan, roster).amounts(),
              moves,
              weeks);
      return new Outcome(findings.all(), forecast);
    } catch (Refusal refusal) {
      findings.errorOf(refusal);
      return new Outcome(findings.all(), null);
    }
  }
}
