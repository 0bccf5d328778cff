package org.xiaohao.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.campaign.WorkTable;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Refusal;
import org.xiaohao.study.StudySession.State;

/** The sessions of all units. */
@Repository
public class StudySessions {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  StudySessions(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** The session with that key, if there is one. */
  public Optional<StudySession> find(String key) {
    return jdbc.sql("select * from study_session where session_key = ?")
        .param(key)
        .query(StudySessions::session)
        .optional();
  }

  /**
   * The session with that key.
   *
   * @throws Refusal if there is none
   */
  public StudySession get(String key) {
    return find(key).orElseThrow(() -> new Refusal("study.unknown", key));
  }

  /** Sessions of a unit by their begin. */
  public List<StudySession> ofUnit(String campaignId, String unitId) {
    return jdbc.sql(
            """
            select * from study_session where campaign_id = ? and unit_id = ?
            order by begins_at, session_key
            """)
        .params(campaignId, unitId)
        .query(StudySessions::session)
        .list();
  }

  /** Sessions of all units that take their material from there. */
  public List<StudySession> ofMaterial(String materialKey) {
    return jdbc.sql("select * from study_session where material_key = ? order by id")
        .param(materialKey)
        .query(StudySessions::session)
        .list();
  }

  /**
   * Sessions of a series on one day, of all units.
   *
   * @param planDate day of the plan, or the day that the office moved them to
   */
  public List<StudySession> ofDay(String campaignId, String seriesId, LocalDate planDate) {
    return jdbc.sql(
            """
            select * from study_session where campaign_id = ? and series_id = ? and plan_date = ?
            order by id
            """)
        .params(campaignId, seriesId, planDate)
        .query(StudySessions::session)
        .list();
  }

  /** What the campaign asks of this table. */
  WorkTable<StudySession> work() {
    return new WorkTable<>(
        jdbc,
        "study_session",
        StudySessions::session,
        "'PLANNED', 'PREPARING', 'READY', 'TO_RECORD', 'MAKE_UP'");
  }

  /** Writes rows; those whose key is there already are left alone. */
  void insert(List<StudySession> rows) {
    batch.batchUpdate(
        """
        insert into study_session (session_key, campaign_id, series_id, phase_id, work_id, topic_id,
          unit_id, material_key, title, state, plan_date, effective_date, day_off, last_date,
          begins_at, ends_at, prepare_by, limit_at, due_at)
        select cast(? as varchar), ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as date), cast(? as date), ?,
          cast(? as date), cast(? as timestamp with time zone), cast(? as timestamp with time zone),
          cast(? as timestamp with time zone), cast(? as timestamp with time zone),
          cast(? as timestamp with time zone)
        where not exists (select 1 from study_session where session_key = ?)
        """,
        rows,
        Math.max(1, rows.size()),
        (statement, row) -> {
          var time = row.time();
          var values =
              new Object[] {
                row.key(),
                row.campaignId(),
                row.seriesId(),
                row.phaseId(),
                row.workId(),
                row.topicId(),
                row.unitId(),
                row.materialKey(),
                row.title(),
                row.state().name(),
                time.date().planDate(),
                time.date().effectiveDate(),
                time.date().dayOff(),
                time.recordDay(),
                DbTime.of(time.begins()),
                DbTime.of(time.ends()),
                DbTime.of(time.prepareBy()),
                DbTime.of(time.recordBy()),
                DbTime.of(row.dueAt()),
                row.key()
              };
          for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
          }
        });
  }

  /** Saves what changed; refuses where somebody else changed it meanwhile. */
  StudySession save(StudySession changed) {
    var time = changed.time();
    var rows =
        jdbc.sql(
                """
                update study_session set title = ?, state = ?, plan_date = ?, effective_date = ?,
                  day_off = ?, last_date = ?, begins_at = ?, ends_at = ?, prepare_by = ?,
                  limit_at = ?, due_at = ?, prepared_at = ?, recorded_at = ?, done_at = ?,
                  version = version + 1
                where session_key = ? and version = ?
                """)
            .params(
                changed.title(),
                changed.state().name(),
                time.date().planDate(),
                time.date().effectiveDate(),
                time.date().dayOff(),
                time.recordDay(),
                DbTime.of(time.begins()),
                DbTime.of(time.ends()),
                DbTime.of(time.prepareBy()),
                DbTime.of(time.recordBy()),
                DbTime.of(changed.dueAt()),
                DbTime.of(changed.preparedAt()),
                DbTime.of(changed.recordedAt()),
                DbTime.of(changed.doneAt()),
                changed.key(),
                changed.version())
            .update();
    if (rows == 0) {
      throw new Refusal("study.changed-meanwhile", changed.title());
    }
    return get(changed.key());
  }

  private static StudySession session(ResultSet row, int number) throws SQLException {
    return new StudySession(
        row.getString("session_key"),
        row.getString("campaign_id"),
        row.getString("series_id"),
        row.getString("phase_id"),
        row.getString("work_id"),
        row.getString("topic_id"),
        row.getString("unit_id"),
        row.getString("material_key"),
        row.getString("title"),
        State.valueOf(row.getString("state")),
        new SessionTime(
            EffectiveDate.in(row),
            instant(row, "begins_at"),
            instant(row, "ends_at"),
            instant(row, "prepare_by"),
            instant(row, "limit_at"),
            row.getObject("last_date", LocalDate.class)),
        instant(row, "due_at"),
        DbTime.in(row, "prepared_at"),
        DbTime.in(row, "recorded_at"),
        DbTime.in(row, "done_at"),
        row.getLong("version"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return DbTime.in(row, column);
  }
}
