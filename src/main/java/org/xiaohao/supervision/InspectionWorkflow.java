package org.xiaohao.supervision;

/** What inspections tell their process; it is started by hand, in Tasklist. */
public interface InspectionWorkflow {

  /** Its visits have another limit, which has not passed. */
  void moved(Inspection inspection);

  /** A round ends without being finished. */
  void settled(String key);
}
