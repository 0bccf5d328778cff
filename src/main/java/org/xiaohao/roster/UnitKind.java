package org.xiaohao.roster;

/** The two kinds of unit that the plan addresses (R3). */
public enum UnitKind {
  /** 局机关科室. */
  DIVISION,
  /** 局属单位. */
  AFFILIATED_UNIT
}
