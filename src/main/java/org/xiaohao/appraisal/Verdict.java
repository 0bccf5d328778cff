package org.xiaohao.appraisal;

/** What is proposed, and decided, for a party. */
public enum Verdict {
  /** 表扬 (R86). */
  COMMEND,
  /** 通报批评 (R87). */
  CRITICISE,
  /** Neither. */
  NONE
}
