package org.xiaohao.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of the room's tables as records. */
final class RosterRows {

  private RosterRows() {}

  static Unit unit(ResultSet row, int number) throws SQLException {
    return new Unit(
        row.getString("unit_id"),
        row.getInt("position"),
        row.getString("name"),
        UnitKind.valueOf(row.getString("kind")),
        row.getString("head"),
        row.getString("liaison"),
        row.getString("leader_in_charge"),
        studyDays(row.getString("study_days")));
  }

  static Branch branch(ResultSet row, int number) throws SQLException {
    return new Branch(
        row.getString("branch_id"),
        row.getInt("position"),
        row.getString("name"),
        row.getString("secretary"));
  }

  static Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        row.getString("person_id"),
        row.getString("name"),
        row.getString("unit_id"),
        row.getString("branch_id"),
        row.getString("post"),
        Rank.valueOf(row.getString("person_rank")),
        row.getString("mail"));
  }

  /** {@code THURSDAY,FRIDAY}; empty for every day. */
  static String studyDays(Set<DayOfWeek> days) {
    return days.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(","));
  }

  private static Set<DayOfWeek> studyDays(String stored) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var day : stored.split(",")) {
      if (!day.isEmpty()) {
        days.add(DayOfWeek.valueOf(day));
      }
    }
    return days;
  }
}
