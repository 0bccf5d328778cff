package org.xiaohao.roster;

/** Level of a person, as far as the plan tells levels apart. */
public enum Rank {
  /** 局领导 (R32, R37). */
  BUREAU_LEADER,
  /** 科级干部: section chief or deputy (R67). */
  SECTION_CHIEF,
  /** 干部职工. */
  STAFF
}
