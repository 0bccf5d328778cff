package org.xiaohao.appraisal;

/** What appraisal tells its process. */
public interface AppraisalWorkflow {

  /** A round begins. */
  void started(Round round);
}
