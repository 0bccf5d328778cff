package org.xiaohao.supervision;

/** What assignments tell their process; it is started by hand, in Tasklist. */
public interface AssignmentWorkflow {

  /** An assignment ends without being finished. */
  void settled(String key);
}
