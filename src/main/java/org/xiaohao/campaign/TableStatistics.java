package org.xiaohao.campaign;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps PostgreSQL's plans fit for a launch. Its statistics were taken while the tables were nearly
 * empty; without new ones the cost of a chunk grows with the number of chunks.
 */
@Component
class TableStatistics {

  private final JdbcTemplate jdbc;
  private final AtomicInteger chunks = new AtomicInteger();

  TableStatistics(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A chunk was written in the current transaction. Counts from the start of this node. */
  void chunkWritten() {
    var number = chunks.incrementAndGet();
    if ((number == 5 || number == 50 || number == 500) && isPostgreSql()) {
      jdbc.execute("analyze");
    }
  }

  /** H2 would commit the transaction of the chunk. */
  private boolean isPostgreSql() {
    return Boolean.TRUE.equals(
        jdbc.execute(
            (ConnectionCallback<Boolean>)
                connection ->
                    connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
  }
}
