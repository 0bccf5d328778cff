package org.xiaohao.meeting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.campaign.WorkTable;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Refusal;

/** The meetings, with who is invited and what came out of them. */
@Repository
public class Meetings {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  Meetings(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** The meeting with that key, if there is one. */
  public Optional<Meeting> find(String key) {
    return jdbc.sql("select * from meeting_meeting where item_key = ?")
        .param(key)
        .query(MeetingRows::meeting)
        .optional();
  }

  /** The meeting with that key. */
  public Meeting get(String key) {
    return find(key).orElseThrow(() -> new Refusal("meeting.unknown", key));
  }

  /** All meetings of a campaign, in the order of the plan. */
  public List<Meeting> of(String campaignId) {
    return jdbc.sql("select * from meeting_meeting where campaign_id = ? order by id")
        .param(campaignId)
        .query(MeetingRows::meeting)
        .list();
  }

  /** Who is invited; empty until it is arranged. */
  public List<Invitee> invitees(String key) {
    return jdbc.sql("select * from meeting_invitee where item_key = ? order by position")
        .param(key)
        .query(MeetingRows::invitee)
        .list();
  }

  /** Its minutes with opinions and resolutions; empty until they are noted. */
  public Optional<Minutes> minutes(String key) {
    return jdbc.sql("select * from meeting_minutes where item_key = ?")
        .param(key)
        .query(
            (row, number) ->
                new Minutes(
                    row.getInt("attendees"),
                    row.getString("attendance"),
                    row.getString("text"),
                    opinions(key).stream()
                        .map(o -> new Minutes.Remark(o.raisedBy(), o.unitId(), o.text()))
                        .toList(),
                    resolutions(key).stream().map(Resolution::text).toList()))
        .optional();
  }

  /** The opinion with that key. */
  Opinion opinion(String opinionKey) {
    return jdbc.sql("select * from meeting_opinion where opinion_key = ?")
        .param(opinionKey)
        .query(MeetingRows::opinion)
        .optional()
        .orElseThrow(() -> new Refusal("meeting.opinion-unknown", opinionKey));
  }

  /** Opinions voiced in a meeting, in the order of their numbers (R49, R50). */
  public List<Opinion> opinions(String key) {
    return jdbc.sql("select * from meeting_opinion where item_key = ? order by number")
        .param(key)
        .query(MeetingRows::opinion)
        .list();
  }

  /** What a meeting resolved, in the order of the numbers (R54, R63). */
  public List<Resolution> resolutions(String key) {
    return jdbc.sql("select * from meeting_resolution where item_key = ? order by number")
        .param(key)
        .query(MeetingRows::resolution)
        .list();
  }

  /** What the campaign asks of this room. */
  WorkTable<Meeting> work() {
    return new WorkTable<>(
        jdbc,
        "meeting_meeting",
        MeetingRows::meeting,
        "'PLANNED', 'ARRANGING', 'ARRANGED', 'TO_RECORD'");
  }

  /** Writes a row; one whose key is there already is left alone. */
  void insert(Meeting row) {
    if (find(row.key()).isPresent()) {
      return;
    }
    jdbc.sql(
            """
            insert into meeting_meeting (item_key, campaign_id, meeting_id, phase_id, work_id,
              title, state, plan_date, effective_date, day_off, proposed_date, limit_at, due_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            row.key(),
            row.campaignId(),
            row.meetingId(),
            row.phaseId(),
            row.workId(),
            row.title(),
            row.state().name(),
            row.date().planDate(),
            row.date().effectiveDate(),
            row.date().dayOff(),
            row.proposed(),
            DbTime.of(row.limitAt()),
            DbTime.of(row.dueAt()))
        .update();
  }

  /** Saves what changed; refuses where somebody else changed it meanwhile. */
  Meeting save(Meeting changed) {
    var to = changed.arrangement();
    var rows =
        jdbc.sql(
                """
                update meeting_meeting set state = ?, plan_date = ?, effective_date = ?,
                  day_off = ?, proposed_date = ?, limit_at = ?, due_at = ?, held_on = ?,
                  starts = ?, ends = ?, place = ?, host = ?, agenda = ?, arranged_at = ?,
                  done_at = ?, done_by = ?, version = version + 1
                where item_key = ? and version = ?
                """)
            .params(
                changed.state().name(),
                changed.date().planDate(),
                changed.date().effectiveDate(),
                changed.date().dayOff(),
                changed.proposed(),
                DbTime.of(changed.limitAt()),
                DbTime.of(changed.dueAt()),
                to == null ? null : to.day(),
                to == null ? null : to.starts(),
                to == null ? null : to.ends(),
                to == null ? null : to.place(),
                to == null ? null : to.host(),
                to == null ? null : to.agenda(),
                DbTime.of(changed.arrangedAt()),
                DbTime.of(changed.doneAt()),
                changed.doneBy(),
                changed.key(),
                changed.version())
            .update();
    if (rows == 0) {
      throw new Refusal("meeting.changed-meanwhile", changed.title());
    }
    return get(changed.key());
  }

  /** Replaces who is invited: a meeting that was postponed is arranged anew. */
  void invite(String key, List<Invitee> invitees) {
    jdbc.sql("delete from meeting_invitee where item_key = ?").param(key).update();
    for (var i = 0; i < invitees.size(); i++) {
      var invitee = invitees.get(i);
      var audience = invitee.audience() == null ? null : invitee.audience().name();
      jdbc.sql(
              """
              insert into meeting_invitee (item_key, position, name, audience, mail)
              values (?, ?, ?, ?, ?)
              """)
          .params(key, i + 1, invitee.name(), audience, invitee.mail())
          .update();
    }
  }

  /** Ids of the people of the roster who were told of it, in no order. */
  Set<String> told(String key) {
    return Set.copyOf(
        jdbc.sql("select person_id from meeting_told where item_key = ?")
            .param(key)
            .query(String.class)
            .list());
  }

  /** Replaces who was told of it. */
  void tell(String key, Collection<String> people) {
    jdbc.sql("delete from meeting_told where item_key = ?").param(key).update();
    batch.batchUpdate(
        "insert into meeting_told (item_key, person_id) values (?, ?)",
        people.stream().distinct().map(person -> new Object[] {key, person}).toList());
  }

  void addMinutes(String key, Minutes minutes, String by, Instant at) {
    jdbc.sql(
            """
            insert into meeting_minutes (item_key, attendees, attendance, text, recorded_by,
              recorded_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(key, minutes.attendees(), minutes.attendance(), minutes.text(), by, DbTime.of(at))
        .update();
    for (var i = 0; i < minutes.opinions().size(); i++) {
      var opinion = minutes.opinions().get(i);
      jdbc.sql(
              """
              insert into meeting_opinion (opinion_key, item_key, number, raised_by, unit_id, text)
              values (?, ?, ?, ?, ?, ?)
              """)
          .params(
              Opinion.key(key, i + 1),
              key,
              i + 1,
              opinion.raisedBy(),
              opinion.unitId(),
              opinion.text())
          .update();
    }
    for (var i = 0; i < minutes.resolutions().size(); i++) {
      jdbc.sql(
              """
              insert into meeting_resolution (resolution_key, item_key, number, text)
              values (?, ?, ?, ?)
              """)
          .params(Resolution.key(key, i + 1), key, i + 1, minutes.resolutions().get(i))
          .update();
    }
  }

  void record(String key, Instant at, String who, String what, @Nullable String why) {
    jdbc.sql("insert into meeting_event (item_key, at, who, what, why) values (?, ?, ?, ?, ?)")
        .params(key, DbTime.of(at), who, what, why)
        .update();
  }
}
