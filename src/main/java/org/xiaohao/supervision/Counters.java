package org.xiaohao.supervision;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Numbers of slips, inspections and assignments: per campaign, in one row without gaps. */
@Repository
class Counters {

  private final JdbcClient jdbc;

  Counters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes numbers; whoever takes some at the same time waits until this transaction is over.
   *
   * @param series letter in front of the number
   * @param count how many
   * @return the first of them
   */
  int take(String campaignId, String series, int count) {
    if (add(campaignId, series, count) == 0) {
      jdbc.sql(
              """
              insert into supervision_counter (campaign_id, series, last_number) values (?, ?, ?)
              """)
          .params(campaignId, series, count)
          .update();
      return 1;
    }
    return jdbc.sql(
                "select last_number from supervision_counter where campaign_id = ? and series = ?")
            .params(campaignId, series)
            .query(Integer.class)
            .single()
        - count
        + 1;
  }

  /** Begins a series, so that there is something to lock. */
  void begin(String campaignId, String series) {
    jdbc.sql("insert into supervision_counter (campaign_id, series, last_number) values (?, ?, 0)")
        .params(campaignId, series)
        .update();
  }

  /** Whoever locks the same series waits until this transaction is over. */
  void lock(String campaignId, String series) {
    jdbc.sql(
            """
            select last_number from supervision_counter where campaign_id = ? and series = ?
            for update
            """)
        .params(campaignId, series)
        .query(Integer.class)
        .optional();
  }

  private int add(String campaignId, String series, int count) {
    return jdbc.sql(
            """
            update supervision_counter set last_number = last_number + ?
            where campaign_id = ? and series = ?
            """)
        .params(count, campaignId, series)
        .update();
  }
}
