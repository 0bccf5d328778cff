package org.xiaohao.study;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;

/** The audit trail of sessions and material: only ever appended to. */
@Repository
class StudyEvents {

  private final JdbcClient jdbc;
  private final Clock clock;

  StudyEvents(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Notes who did what, now.
   *
   * @param who person; empty where nobody did
   */
  void record(String key, String who, String what, @Nullable String why) {
    jdbc.sql("insert into study_event (item_key, at, who, what, why) values (?, ?, ?, ?, ?)")
        .params(key, DbTime.of(clock.instant()), who, what, why)
        .update();
  }
}
