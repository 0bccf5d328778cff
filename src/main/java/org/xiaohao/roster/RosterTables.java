package org.xiaohao.roster;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.util.ObjectUtils;

/** Reads and writes the room's tables by the whole campaign, in batches; decides nothing. */
final class RosterTables {

  private static final int BATCH = 500;

  /** A row, and whether the roster still names it. */
  record Stored<T>(T value, boolean gone) {}

  /** A person and the place in the roster, from 1. */
  record Placed(Person person, int position) {}

  private final JdbcTemplate jdbc;

  RosterTables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits for any other import of the campaign to end; false if the campaign never had one. */
  boolean lock(String campaignId) {
    var sql = "select campaign_id from roster_campaign where campaign_id = ? for update";
    return !jdbc.queryForList(sql, String.class, campaignId).isEmpty();
  }

  /**
   * Marks the first import of a campaign.
   *
   * @throws org.springframework.dao.DuplicateKeyException if another first import was quicker
   */
  void open(String campaignId, LocalDate today) {
    var sql = "insert into roster_campaign (campaign_id, taken_on) values (?, ?)";
    jdbc.update(sql, campaignId, today);
  }

  /** By id, together with those that are gone. */
  Map<String, Stored<Unit>> units(String campaignId) {
    return read("roster_unit", "removed_on", campaignId, RosterRows::unit, Unit::id);
  }

  /** By id, together with those that are gone. */
  Map<String, Stored<Branch>> branches(String campaignId) {
    return read("roster_branch", "removed_on", campaignId, RosterRows::branch, Branch::id);
  }

  /** By id, together with those that left. */
  Map<String, Stored<Placed>> people(String campaignId) {
    RowMapper<Placed> placed =
        (row, number) -> new Placed(RosterRows.person(row, number), row.getInt("position"));
    return read("roster_person", "left_on", campaignId, placed, one -> one.person().id());
  }

  private <T> Map<String, Stored<T>> read(
      String table, String goneOn, String campaignId, RowMapper<T> value, Function<T, String> id) {
    var stored = new LinkedHashMap<String, Stored<T>>();
    jdbc.query(
            "select * from " + table + " where campaign_id = ? order by position, id",
            (row, number) -> new Stored<>(value.mapRow(row, number), row.getObject(goneOn) != null),
            campaignId)
        .forEach(one -> stored.put(id.apply(one.value()), one));
    return stored;
  }

  void insertUnits(String campaignId, Collection<Unit> units) {
    write(
        "insert into roster_unit (position, name, kind, head, liaison, leader_in_charge,"
            + " study_days, campaign_id, unit_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        units,
        unit -> parameters(campaignId, unit));
  }

  /** Those that were gone are back. */
  void updateUnits(String campaignId, Collection<Unit> units) {
    write(
        "update roster_unit set position = ?, name = ?, kind = ?, head = ?, liaison = ?,"
            + " leader_in_charge = ?, study_days = ?, removed_on = null"
            + " where campaign_id = ? and unit_id = ?",
        units,
        unit -> parameters(campaignId, unit));
  }

  private static @Nullable Object[] parameters(String campaignId, Unit unit) {
    return parameters(
        unit.position(),
        unit.name(),
        unit.kind().name(),
        unit.head(),
        unit.liaison(),
        unit.leaderInCharge(),
        RosterRows.studyDays(unit.studyDays()),
        campaignId,
        unit.id());
  }

  void removeUnits(String campaignId, Collection<String> ids, LocalDate today) {
    write(
        "update roster_unit set removed_on = ? where campaign_id = ? and unit_id = ?",
        ids,
        id -> parameters(today, campaignId, id));
  }

  void insertBranches(String campaignId, Collection<Branch> branches) {
    write(
        "insert into roster_branch (position, name, secretary, campaign_id, branch_id)"
            + " values (?, ?, ?, ?, ?)",
        branches,
        branch -> parameters(campaignId, branch));
  }

  /** Those that were gone are back. */
  void updateBranches(String campaignId, Collection<Branch> branches) {
    write(
        "update roster_branch set position = ?, name = ?, secretary = ?, removed_on = null"
            + " where campaign_id = ? and branch_id = ?",
        branches,
        branch -> parameters(campaignId, branch));
  }

  private static @Nullable Object[] parameters(String campaignId, Branch branch) {
    return parameters(
        branch.position(), branch.name(), branch.secretary(), campaignId, branch.id());
  }

  void removeBranches(String campaignId, Collection<String> ids, LocalDate today) {
    write(
        "update roster_branch set removed_on = ? where campaign_id = ? and branch_id = ?",
        ids,
        id -> parameters(today, campaignId, id));
  }

  void insertPeople(String campaignId, Collection<Placed> people, LocalDate today) {
    write(
        "insert into roster_person (position, name, unit_id, branch_id, post, person_rank,"
            + " mail, campaign_id, person_id, joined_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        people,
        one -> ObjectUtils.addObjectToArray(parameters(campaignId, one), today));
  }

  private static @Nullable Object[] parameters(String campaignId, Placed placed) {
    var person = placed.person();
    return parameters(
        placed.position(),
        person.name(),
        person.unitId(),
        person.branchId(),
        person.post(),
        person.rank().name(),
        person.mail(),
        campaignId,
        person.id());
  }

  void updatePeople(String campaignId, Collection<Placed> people) {
    write(
        "update roster_person set position = ?, name = ?, unit_id = ?, branch_id = ?, post = ?,"
            + " person_rank = ?, mail = ? where campaign_id = ? and person_id = ?",
        people,
        one -> parameters(campaignId, one));
  }

  /** Those who left are back from that day on. */
  void returnPeople(String campaignId, Collection<String> ids, LocalDate today) {
    write(
        "update roster_person set joined_on = ?, left_on = null"
            + " where campaign_id = ? and person_id = ?",
        ids,
        id -> parameters(today, campaignId, id));
  }

  void removePeople(String campaignId, Collection<String> ids, LocalDate today) {
    write(
        "update roster_person set left_on = ? where campaign_id = ? and person_id = ?",
        ids,
        id -> parameters(today, campaignId, id));
  }

  private static @Nullable Object[] parameters(@Nullable Object... parameters) {
    return parameters;
  }

  private <T> void write(String sql, Collection<T> rows, Function<T, @Nullable Object[]> row) {
    jdbc.batchUpdate(
        sql,
        rows,
        BATCH,
        (statement, one) ->
            new ArgumentPreparedStatementSetter(row.apply(one)).setValues(statement));
  }
}
