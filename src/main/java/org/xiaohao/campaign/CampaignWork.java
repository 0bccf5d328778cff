package org.xiaohao.campaign;

import java.util.List;

/**
 * What a room contributes to a campaign: the rows that the plan makes it owe, and the process
 * instances that carry them. Implemented once per room; the campaign drives all of them alike.
 *
 * <p>Every method works on one chunk, in the transaction of its caller, and may be called again
 * after a crash: what is there already is left alone.
 */
public interface CampaignWork {

  /**
   * Writes rows that the plan makes this room owe and that are not there yet.
   *
   * @param size at most so many rows
   * @return rows written; fewer than {@code size} means that none is missing any more
   */
  int plan(Campaign campaign, int size);

  /**
   * Starts the instances of planned rows whose opening has come.
   *
   * @param opening what has begun: a phase or one of its works
   * @param size at most so many rows
   * @return instances started; fewer than {@code size} means that none waits any more
   */
  int open(Campaign campaign, Opening opening, int size);

  /**
   * Ends what is still open when the campaign closes: the rows become {@code LAPSED}, their
   * instances end.
   *
   * @param size at most so many rows
   * @return rows lapsed; fewer than {@code size} means that none is open any more
   */
  int lapse(Campaign campaign, int size);

  /**
   * Begin of a phase, or of one of its works.
   *
   * @param phase id of the phase
   * @param work id of the work; empty for what belongs to the phase as a whole
   */
  record Opening(String phase, String work) {}

  /** Names the table of this room in logs and in the consistency check. */
  String name();

  /** Rows of this room that the campaign planned for days before it was launched. */
  List<PastItem> past(Campaign campaign, String phase);

  /**
   * Records that a thing of the past was done before the launch.
   *
   * @param key business key of a row that {@link #past} listed
   * @param by who records it
   */
  void recordPast(String key, String by);

  /** A row whose day had passed when the campaign was launched. */
  record PastItem(String key, String title, String unit) {}
}
