package org.xiaohao.simulation.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xiaohao.campaign.PlanDates;

/**
 * An open task in the eyes of who does it.
 *
 * @param taskId id of the engine; differs from run to run, so nothing may hang on it
 * @param process key of its process
 * @param element id of the user task
 * @param key natural key of the row behind it
 * @param assignee who is to do it; null where groups may
 * @param created when it came up
 * @param due when it has to be done
 * @param turn how often somebody acted on this task of this row before
 * @param before who completed which task of this row last, by user task
 * @param dates the plan and its real dates
 * @param draw lots about this row
 */
public record Todo(
    String taskId,
    String process,
    String element,
    String key,
    @Nullable String assignee,
    Instant created,
    Instant due,
    int turn,
    Map<String, String> before,
    PlanDates dates,
    Draw draw) {

  /** The kind of task: {@code <process>/<user task>}. */
  public String kind() {
    return process + "/" + element;
  }

  /** Lots about this turn of this task. */
  public Draw lots() {
    return draw.of(element + "#" + turn);
  }

  /** A part of the key: 0 the campaign; the rest as the room names its rows. */
  public String part(int index) {
    return key.split("/")[index];
  }

  /** The day on which it came up. */
  public LocalDate createdDay() {
    return dates.day(created);
  }

  /** The day on which it is due. */
  public LocalDate dueDay() {
    return dates.day(due);
  }

  /** A time of day so many working days after it came up. */
  public Instant afterDays(int workingDays, LocalTime time) {
    return dates.at(dates.calendar().plusWorkingDays(createdDay(), workingDays), time);
  }

  /** A time of day so many working days after it is due; before, where negative. */
  public Instant afterDue(int workingDays, LocalTime time) {
    return dates.at(dates.calendar().plusWorkingDays(dueDay(), workingDays), time);
  }
}
