package org.xiaohao.notification;

/** How a notice reaches somebody. */
public enum Channel {
  MAIL,
  /** The bell in Tasklist: has arrived as soon as it is written. */
  BROWSER,
  /** Another system, or the robot of a group chat. */
  WEBHOOK
}
