package org.xiaohao.appraisal;

/** Whom a commendation or criticism is about (R86); each level is ranked by itself. */
public enum Level {
  /** 科室. */
  DIVISION,
  /** 局属单位. */
  AFFILIATED_UNIT,
  /** 个人. */
  PERSON
}
