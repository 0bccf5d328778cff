package org.xiaohao.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Refusal;

/** The files that belong to the rows of other rooms. */
@Repository
public class Attachments {

  private final JdbcClient jdbc;

  /** For commands, too, which have a database and nothing else. */
  public Attachments(JdbcClient jdbc) {
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

  /** The files of a row, in the order in which they came. */
  public List<Attachment> of(String subject) {
    return jdbc.sql(
            "select * from attachment_file where subject = ? and deleted_at is null order by id")
        .param(subject)
        .query(Attachments::attachment)
        .list();
  }

  /** The files of a row that were removed. */
  public List<Attachment> removed(String subject) {
    return jdbc.sql(
            "select * from attachment_file where subject = ? and deleted_at is not null order by id")
        .param(subject)
        .query(Attachments::attachment)
        .list();
  }

  /** The file with that id, unless it was removed. */
  public Optional<Attachment> find(String id) {
    return jdbc.sql("select * from attachment_file where file_id = ? and deleted_at is null")
        .param(id)
        .query(Attachments::attachment)
        .optional();
  }

  void insert(Attachment file) {
    jdbc.sql(
            """
            insert into attachment_file (file_id, subject, name, type, size, sha256, uploaded_by,
              uploaded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            file.id(),
            file.subject(),
            file.name(),
            file.type(),
            file.size(),
            file.sha256(),
            file.uploadedBy(),
            DbTime.of(file.uploadedAt()))
        .update();
  }

  /** Marks it as removed; refuses where somebody else did so meanwhile. */
  void delete(Attachment file, String by, Instant at) {
    var rows =
        jdbc.sql(
                """
                update attachment_file set deleted_by = ?, deleted_at = ?
                where file_id = ? and deleted_at is null
                """)
            .params(by, DbTime.of(at), file.id())
            .update();
    if (rows == 0) {
      throw new Refusal("attachment.unknown");
    }
  }

  private static Attachment attachment(ResultSet row, int number) throws SQLException {
    return new Attachment(
        row.getString("file_id"),
        row.getString("subject"),
        row.getString("name"),
        row.getString("type"),
        row.getLong("size"),
        row.getString("sha256"),
        row.getString("uploaded_by"),
        DbTime.in(row, "uploaded_at"));
  }
}
