package org.xiaohao.consultation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of which consultations and polls everybody may see how many have answered. */
@Repository
class PublicCounts {

  private final JdbcClient jdbc;

  PublicCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param subject key of a consultation, or code of a poll
   */
  boolean has(String subject) {
    return jdbc.sql("select count(*) from consultation_public_count where subject = ?")
            .param(subject)
            .query(Integer.class)
            .single()
        > 0;
  }

  void add(String subject) {
    jdbc.sql("insert into consultation_public_count (subject) values (?)").param(subject).update();
  }

  void remove(String subject) {
    jdbc.sql("delete from consultation_public_count where subject = ?").param(subject).update();
  }
}
