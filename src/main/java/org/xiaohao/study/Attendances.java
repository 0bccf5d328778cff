package org.xiaohao.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.study.Attendance.Presence;

/** What was arranged for the sessions, who spoke and who was there. */
@Repository
public class Attendances {

  private final JdbcClient jdbc;

  Attendances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the unit arranged; empty as long as it did not. */
  public Optional<Preparation> preparation(String sessionKey) {
    var named =
        speakers(sessionKey).stream().filter(Speaker::named).map(Speaker::personId).toList();
    return jdbc.sql("select * from study_session where session_key = ? and place is not null")
        .param(sessionKey)
        .query(
            (row, number) ->
                new Preparation(
                    row.getString("place"),
                    row.getString("host_id"),
                    row.getString("kind"),
                    row.getBoolean("leader_invited"),
                    named))
        .optional();
  }

  /** Speakers in their order: named ones, and once it is recorded those who spoke. */
  public List<Speaker> speakers(String sessionKey) {
    return jdbc.sql("select * from study_speaker where session_key = ? order by position, id")
        .param(sessionKey)
        .query(
            (row, number) ->
                new Speaker(
                    row.getString("person_id"), row.getBoolean("named"), row.getBoolean("spoke")))
        .list();
  }

  /** Who was there, in the order of the record; empty until recorded. */
  public List<Attendance> ofSession(String sessionKey) {
    return jdbc.sql("select * from study_attendance where session_key = ? order by position")
        .param(sessionKey)
        .query(Attendances::attendance)
        .list();
  }

  /** At which sessions a person was or was not, by their begin. */
  public List<Attendance> ofPerson(String campaignId, String personId) {
    return jdbc.sql(
            """
            select a.* from study_attendance a join study_session s using (session_key)
            where s.campaign_id = ? and a.person_id = ? order by s.begins_at
            """)
        .params(campaignId, personId)
        .query(Attendances::attendance)
        .list();
  }

  /** What was discussed; empty until recorded. */
  public Optional<String> note(String sessionKey) {
    return jdbc.sql("select note from study_session where session_key = ? and note is not null")
        .param(sessionKey)
        .query(String.class)
        .optional();
  }

  void prepare(String sessionKey, Preparation preparation) {
    jdbc.sql(
            """
            update study_session set place = ?, host_id = ?, kind = ?, leader_invited = ?
            where session_key = ?
            """)
        .params(
            preparation.place(),
            preparation.hostId(),
            preparation.kind(),
            preparation.leaderInvited(),
            sessionKey)
        .update();
    jdbc.sql("delete from study_speaker where session_key = ?").param(sessionKey).update();
    for (var i = 0; i < preparation.speakers().size(); i++) {
      addSpeaker(sessionKey, preparation.speakers().get(i), i + 1, true, false);
    }
  }

  void record(String sessionKey, SessionRecord record) {
    jdbc.sql("update study_session set note = ? where session_key = ?")
        .params(record.note(), sessionKey)
        .update();
    for (var i = 0; i < record.people().size(); i++) {
      var entry = record.people().get(i);
      jdbc.sql(
              """
              insert into study_attendance (session_key, person_id, position, presence, reason)
              values (?, ?, ?, ?, ?)
              """)
          .params(
              sessionKey,
              entry.personId(),
              i + 1,
              entry.presence().name(),
              entry.reason().isEmpty() ? null : entry.reason())
          .update();
    }
    for (var i = 0; i < record.speakers().size(); i++) {
      var known =
          jdbc.sql("update study_speaker set spoke = true where session_key = ? and person_id = ?")
              .params(sessionKey, record.speakers().get(i))
              .update();
      if (known == 0) {
        addSpeaker(sessionKey, record.speakers().get(i), i + 1, false, true);
      }
    }
  }

  void makeUp(String sessionKey, MakeUpStudy study) {
    jdbc.sql(
            """
            update study_attendance set made_up_on = ?, made_up_how = ?
            where session_key = ? and person_id = ?
            """)
        .params(study.on(), study.how(), sessionKey, study.personId())
        .update();
  }

  private void addSpeaker(
      String sessionKey, String personId, int position, boolean named, boolean spoke) {
    jdbc.sql(
            """
            insert into study_speaker (session_key, person_id, position, named, spoke)
            values (?, ?, ?, ?, ?)
            """)
        .params(sessionKey, personId, position, named, spoke)
        .update();
  }

  private static Attendance attendance(ResultSet row, int number) throws SQLException {
    return new Attendance(
        row.getString("session_key"),
        row.getString("person_id"),
        Presence.valueOf(row.getString("presence")),
        row.getString("reason"),
        row.getObject("made_up_on", LocalDate.class),
        row.getString("made_up_how"));
  }
}
