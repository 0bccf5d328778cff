package org.xiaohao.webapps.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign stands: the first thing that the office sees. Words are ready to be read.
 *
 * @param at when it was read, local time of the plan
 * @param today the day of that moment
 * @param day which day of the campaign it is, from 1; null before it begins and after it ends
 * @param days how many days it has
 * @param office whether the reader is of the office, and may act
 * @param columns what the plan asks, in its order
 * @param rows units in their fixed order, then branches and the office where they owe something
 */
record BoardView(
    String campaign,
    String title,
    String organisation,
    String at,
    LocalDate today,
    @Nullable Integer day,
    int days,
    boolean office,
    List<Phase> phases,
    List<Column> columns,
    List<Row> rows) {

  /**
   * A phase.
   *
   * @param gate whether it has come to its gate, and waits for the office to close it
   */
  record Phase(
      String id,
      String title,
      String stateCode,
      LocalDate starts,
      LocalDate ends,
      int owed,
      int missing,
      boolean gate) {}

  /** Something that the plan asks. */
  record Column(String kind, String title, String room) {}

  /**
   * A unit, the branches or the office.
   *
   * @param cells in the order of the columns; zeros included
   */
  record Row(String party, String name, List<Cell> cells) {}

  /** How many are owed, done, near their limit, behind, overdue. */
  record Cell(int owed, int done, int blue, int yellow, int red) {
    static final Cell NONE = new Cell(0, 0, 0, 0, 0);
  }

  /** A page of the list behind a cell. */
  record Page(int total, int offset, List<Line> lines) {}

  /**
   * An item of that list.
   *
   * @param who who owes it
   */
  record Line(
      String key,
      Thing thing,
      String title,
      String who,
      String stateCode,
      String state,
      @Nullable String light,
      boolean open,
      String due,
      @Nullable String done,
      Can can) {}

  /** What the reader may do with it now. */
  record Can(boolean urge, boolean move, boolean waive) {}

  /**
   * What the charts show; lists of units are in their fixed order.
   *
   * @param days what was handed in or held, and what was finished, by day
   * @param problems by kind
   */
  record Charts(
      List<DayCount> days,
      List<UnitAttendance> attendance,
      List<Consultation> consultations,
      List<Problems> problems) {}

  /** Problems of a kind: closed out, and open by age in days. */
  record Problems(String kind, int closed, int week, int month, int quarter, int older) {}

  /** A day. */
  record DayCount(LocalDate day, int acted, int done) {}

  /** People times sessions. */
  record UnitAttendance(String name, int present, int leave, int absent, int madeUp) {}

  /** Opinion forms against the quota. */
  record Consultation(String title, int quota, List<UnitForms> units) {}

  /** Forms of a unit. */
  record UnitForms(String name, int valid, int invalid) {}

  /**
   * Something that waits for the office.
   *
   * @param late whether its limit has passed
   * @param today whether it is due today or late
   */
  record Waiting(
      String task,
      String name,
      @Nullable String about,
      @Nullable String due,
      boolean late,
      boolean today) {}
}
