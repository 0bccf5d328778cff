package org.xiaohao.supervision;

/** What assignments tell their process; it is started by hand, in Tasklist. */
public interface AssignmentWorkflow {

  /** Somebody else has to do it, if it is to be done now. */
  void doerChanged(String key);

  /** It has another limit. */
  void moved(Assignment assignment);

  /** An assignment ends without being finished. */
  void settled(String key);
}
