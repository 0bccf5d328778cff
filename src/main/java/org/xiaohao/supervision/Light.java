package org.xiaohao.supervision;

/** How an item stands (R85), from the least grave to the gravest. */
public enum Light {
  /** In good time, done, or nobody's to act on. */
  NONE,
  /** Near its limit. */
  BLUE,
  /** Behind plan, or returned twice. */
  YELLOW,
  /** Overdue. */
  RED
}
