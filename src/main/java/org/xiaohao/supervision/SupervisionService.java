package org.xiaohao.supervision;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.shared.DbTime;

/** Says who is told of what is late. The only writer of the room's tables. */
@Service
@Transactional
public class SupervisionService {

  private final JdbcClient jdbc;
  private final Clock clock;

  SupervisionService(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The limit of a task has passed.
   *
   * @param key business key of the item
   * @param task id of the user task that is late
   */
  public void limitPassed(String key, String task) {
    jdbc.sql("insert into supervision_escalation (item_key, task, level, at) values (?, ?, 0, ?)")
        .params(key, task, DbTime.of(clock.instant()))
        .update();
  }
}
