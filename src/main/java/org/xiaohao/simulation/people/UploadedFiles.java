package org.xiaohao.simulation.people;

import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.shared.DbTime;

/** The files that go with papers: their entries, without content. */
@Simulated
class UploadedFiles {

  private final JdbcClient jdbc;
  private final Clock clock;

  UploadedFiles(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void attach(String subject, String name, String by) {
    jdbc.sql(
            """
            insert into attachment_file (file_id, subject, name, type, size, sha256, uploaded_by,
              uploaded_at) values (?, ?, ?, 'application/pdf', 0,
              'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', ?, ?)
            """)
        .params(UUID.randomUUID().toString(), subject, name, by, DbTime.of(clock.instant()))
        .update();
  }
}
