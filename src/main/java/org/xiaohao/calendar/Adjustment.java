package org.xiaohao.calendar;

/** Where a date of the plan goes that falls on a day off (A14). */
public enum Adjustment {
  /** To the last working day before. */
  BEFORE,
  /** To the next working day after. */
  AFTER
}
