package org.xiaohao.roster;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people of each campaign as its last import left them. Reads only. */
@Repository
public class Rosters {

  private final JdbcClient jdbc;

  public Rosters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The roster that stands: what its last import named. */
  public Roster roster(String campaignId) {
    return new Roster(units(campaignId), branches(campaignId), people(campaignId));
  }

  /** Units of the campaign in their fixed order (R3). */
  public List<Unit> units(String campaignId) {
    return jdbc.sql(
            "select * from roster_unit where campaign_id = ? and removed_on is null"
                + " order by position")
        .param(campaignId)
        .query(RosterRows::unit)
        .list();
  }

  /** The unit with that id, also one that the roster names no more. */
  public Optional<Unit> unit(String campaignId, String unitId) {
    return jdbc.sql("select * from roster_unit where campaign_id = ? and unit_id = ?")
        .params(campaignId, unitId)
        .query(RosterRows::unit)
        .optional();
  }

  /** Branches of the campaign in their fixed order (R17). */
  public List<Branch> branches(String campaignId) {
    return jdbc.sql(
            "select * from roster_branch where campaign_id = ? and removed_on is null"
                + " order by position")
        .param(campaignId)
        .query(RosterRows::branch)
        .list();
  }

  /** The branch with that id, also one that the roster names no more. */
  public Optional<Branch> branch(String campaignId, String branchId) {
    return jdbc.sql("select * from roster_branch where campaign_id = ? and branch_id = ?")
        .params(campaignId, branchId)
        .query(RosterRows::branch)
        .optional();
  }

  /** Everybody who takes part now, in the order of the roster. */
  public List<Person> people(String campaignId) {
    return jdbc.sql(
            "select * from roster_person where campaign_id = ? and left_on is null"
                + " order by position")
        .param(campaignId)
        .query(RosterRows::person)
        .list();
  }

  /** Everybody of that unit who takes part now, in the order of the roster. */
  public List<Person> peopleOf(String campaignId, String unitId) {
    return jdbc.sql(
            "select * from roster_person where campaign_id = ? and unit_id = ?"
                + " and left_on is null order by position")
        .params(campaignId, unitId)
        .query(RosterRows::person)
        .list();
  }

  /**
   * A chunk of everybody who takes part now. Positions run from 1 without a gap, so the next chunk
   * comes after {@code afterPosition} + the size of this one. An import between two chunks may
   * shift people across their border.
   *
   * @param afterPosition position of the last person of the chunk before; 0 for the first
   * @param size at most so many
   * @return in the order of the roster; empty behind the last person
   */
  public List<Person> peopleAfter(String campaignId, long afterPosition, int size) {
    return jdbc.sql(
            "select * from roster_person where campaign_id = ? and position > ?"
                + " and left_on is null order by position fetch first ? rows only")
        .params(campaignId, afterPosition, size)
        .query(RosterRows::person)
        .list();
  }

  /**
   * People who take part now and whose name or login contains that, in the order of the roster.
   *
   * @param part compared without regard to case; empty for everybody
   * @param size at most so many
   */
  public List<Person> peopleLike(String campaignId, String part, int size) {
    var pattern = part.replaceAll("([\\\\%_])", "\\\\$1").toLowerCase(Locale.ROOT);
    return jdbc.sql(
            """
            select * from roster_person where campaign_id = ? and left_on is null
              and (lower(name) like ? escape '\\' or lower(person_id) like ? escape '\\')
            order by position fetch first ? rows only
            """)
        .params(campaignId, "%" + pattern + "%", "%" + pattern + "%", size)
        .query(RosterRows::person)
        .list();
  }

  /** The person with that login, also one who has left. */
  public Optional<Person> person(String campaignId, String personId) {
    return jdbc.sql("select * from roster_person where campaign_id = ? and person_id = ?")
        .params(campaignId, personId)
        .query(RosterRows::person)
        .optional();
  }

  /** The person with that login, if taking part now. */
  public Optional<Person> activePerson(String campaignId, String personId) {
    return jdbc.sql(
            "select * from roster_person where campaign_id = ? and person_id = ?"
                + " and left_on is null")
        .params(campaignId, personId)
        .query(RosterRows::person)
        .optional();
  }
}
