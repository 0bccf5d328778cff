package org.xiaohao.notification;

/** How somebody wants to be told by mail. The bell in Tasklist shows everything to everybody. */
public enum Choice {
  /** Everything at once, and the digest besides. */
  AT_ONCE,
  /** Once a working morning; what cannot wait at once. For whoever has not chosen. */
  DIGEST,
  /** Nothing but what is red. */
  RED_ONLY
}
