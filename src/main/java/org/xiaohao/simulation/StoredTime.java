package org.xiaohao.simulation;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.shared.DbTime;

/** How far simulated time had come when it was last written down. */
class StoredTime {

  private final JdbcClient jdbc;

  StoredTime(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty before the first start. */
  Optional<Instant> find() {
    return jdbc.sql("select simulated_at from simulation_clock where id = 1")
        .query((row, number) -> DbTime.in(row, "simulated_at"))
        .optional();
  }

  void save(Instant moment) {
    var at = DbTime.of(moment);
    if (jdbc.sql("update simulation_clock set simulated_at = ? where id = 1").param(at).update()
        == 0) {
      jdbc.sql("insert into simulation_clock (id, simulated_at) values (1, ?)").param(at).update();
    }
  }
}
