package org.xiaohao.consultation;

/** Whether a returned form counts for the quota (A8), and if not, why. */
public enum Validity {
  /** Counts. */
  VALID,
  /** Nothing is filled in. */
  BLANK,
  /** Something is filled in, but nothing is said (无). */
  NO_CONTENT,
  /** Filled in by the unit that gathers the forms, or one of its people. */
  FROM_INSIDE,
  /** Says the same as an earlier form of the same unit and consultation. */
  DUPLICATE,
  /** Says something, but came through an online poll that the plan counts apart (R47). */
  APART,
  /** Struck out by the office, which says why. */
  STRUCK_OUT
}
