package org.xiaohao.appraisal;

/** What somebody who is named for criticism says. */
public enum Answer {
  ACCEPTED,
  OBJECTED
}
