package org.xiaohao.benchmark;

/** What the selection of a unit's benchmarks tells its process. */
public interface SelectionWorkflow {

  /** The unit is asked for its proposal. */
  void opened(Selection selection);

  /** It has another title. */
  void renamed(Selection selection);

  /** Its limit was moved. */
  void moved(Selection selection);

  /** It was waived, or lapsed: nobody is to act any more. */
  void settled(Selection selection);
}
