package org.xiaohao.supervision;

/** What slips tell their process. */
public interface SlipWorkflow {

  /** A slip is to be answered. */
  void opened(Slip slip);

  /** Nothing stands on it any more: it need not be answered. */
  void settled(Slip slip);
}
