package org.xiaohao.supervision;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;

/** What became of inspections and assignments on the way: only ever appended to. */
@Repository
class SupervisionEvents {

  private final JdbcClient jdbc;
  private final Clock clock;

  SupervisionEvents(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Notes who did what, now.
   *
   * @param who person; empty where nobody did
   */
  void record(String key, String who, String what, @Nullable String why) {
    jdbc.sql("insert into supervision_event (item_key, at, who, what, why) values (?, ?, ?, ?, ?)")
        .params(key, DbTime.of(clock.instant()), who, what, why)
        .update();
  }
}
