package org.xiaohao.meeting;

/** People of the roster who can be invited together; guests from outside are named in words. */
public enum Audience {
  /** 领导小组 (R7). */
  LEADING_GROUP,
  /** 各单位负责同志. */
  UNIT_HEADS,
  /** 局机关全体干部职工: everybody of the divisions (R54). */
  DIVISIONS,
  /** 全体干部职工. */
  STAFF
}
