package org.xiaohao.supervision;

/** What inspections tell their process; it is started by hand, in Tasklist. */
public interface InspectionWorkflow {

  /** A round ends without being finished. */
  void settled(String key);
}
