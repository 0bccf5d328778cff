package org.xiaohao.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.meeting.Meeting.State;
import org.xiaohao.shared.DbTime;

/** Rows of the room's tables as records. */
final class MeetingRows {

  private MeetingRows() {}

  static Meeting meeting(ResultSet row, int number) throws SQLException {
    return new Meeting(
        row.getString("item_key"),
        row.getString("campaign_id"),
        row.getString("meeting_id"),
        row.getString("phase_id"),
        row.getString("work_id"),
        row.getString("title"),
        State.valueOf(row.getString("state")),
        EffectiveDate.in(row),
        row.getObject("proposed_date", LocalDate.class),
        DbTime.in(row, "limit_at"),
        DbTime.in(row, "due_at"),
        arrangement(row),
        DbTime.in(row, "arranged_at"),
        DbTime.in(row, "done_at"),
        row.getString("done_by"),
        row.getLong("version"));
  }

  private static @Nullable Arrangement arrangement(ResultSet row) throws SQLException {
    var day = row.getObject("held_on", LocalDate.class);
    return day == null
        ? null
        : new Arrangement(
            day,
            row.getObject("starts", LocalTime.class),
            row.getObject("ends", LocalTime.class),
            row.getString("place"),
            row.getString("host"),
            row.getString("agenda"));
  }

  static Invitee invitee(ResultSet row, int number) throws SQLException {
    var audience = row.getString("audience");
    return new Invitee(
        row.getString("name"),
        audience == null ? null : Audience.valueOf(audience),
        row.getString("mail"));
  }

  static Opinion opinion(ResultSet row, int number) throws SQLException {
    return new Opinion(
        row.getString("opinion_key"),
        row.getString("item_key"),
        row.getInt("number"),
        row.getString("raised_by"),
        row.getString("unit_id"),
        row.getString("text"));
  }

  static Resolution resolution(ResultSet row, int number) throws SQLException {
    return new Resolution(
        row.getString("resolution_key"),
        row.getString("item_key"),
        row.getInt("number"),
        row.getString("text"));
  }
}
