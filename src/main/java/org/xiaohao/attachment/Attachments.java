package org.xiaohao.attachment;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files that belong to the rows of other rooms. */
@Repository
public class Attachments {

  private final JdbcClient jdbc;

  Attachments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How many files belong to a row.
   *
   * @param subject natural key of the row
   */
  public int count(String subject) {
    return jdbc.sql("select count(*) from attachment_file where subject = ? and deleted_at is null")
        .param(subject)
        .query(Integer.class)
        .single();
  }
}
