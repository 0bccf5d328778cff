package org.xiaohao.appraisal;

/** The decision tables of {@code processes/score.dmn}, which an office may change. */
public interface ScoreTable {

  /** Points for a fact of that kind; 0 for a kind that no row names. */
  int points(String factKind, Level level);

  /**
   * What is to be proposed.
   *
   * @param share percentage of the level that is ranked before
   * @param lost points below zero, as a positive number
   */
  Verdict propose(Level level, int share, int total, int lost);

  /** Version of the table in use, as the engine counts. */
  int version();
}
