package org.xiaohao.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.Chunks;
import org.xiaohao.shared.DbTime;

/** Who stands in for whom, now and on other days, and what they did. */
@Repository
public class Deputies {

  private static final String NOT_ENDED = " and state <> 'ENDED'";

  private final JdbcClient jdbc;
  private final Clock clock;

  public Deputies(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Who stands in for that person on that day of the campaign; empty where nobody does. */
  public Optional<String> of(String campaignId, String personId, LocalDate day) {
    return Optional.ofNullable(of(campaignId, Set.of(personId), day).get(personId));
  }

  /** Deputies by the person for whom they stand in, of those people who have one on that day. */
  public Map<String, String> of(String campaignId, Collection<String> people, LocalDate day) {
    var deputies = new HashMap<String, String>();
    for (var chunk : Chunks.of(new HashSet<>(people))) {
      jdbc.sql(
              """
              select person_id, deputy_id from roster_deputy
              where campaign_id = :campaign and person_id in (:people)
                and begins_on <= :day and ends_on >= :day and state <> 'ENDED'
              """)
          .param("campaign", campaignId)
          .param("people", chunk)
          .param("day", day)
          .query(
              row -> {
                deputies.put(row.getString("person_id"), row.getString("deputy_id"));
              });
    }
    return deputies;
  }

  /** Who stands in for that person now; one look at an index. */
  public Optional<String> now(String campaignId, String personId) {
    var now = DbTime.of(clock.instant());
    return jdbc.sql(
            "select deputy_id from roster_deputy where campaign_id = ? and person_id = ?"
                + " and ends_at > ? and begins_at <= ?"
                + NOT_ENDED)
        .params(campaignId, personId, now, now)
        .query(String.class)
        .optional();
  }

  /** For whom that person stands in now. */
  public List<String> absentFor(String campaignId, String deputyId) {
    var now = DbTime.of(clock.instant());
    return jdbc.sql(
            "select person_id from roster_deputy where campaign_id = ? and deputy_id = ?"
                + " and ends_at > ? and begins_at <= ?"
                + NOT_ENDED
                + " order by person_id")
        .params(campaignId, deputyId, now, now)
        .query(String.class)
        .list();
  }

  /** Whether that is the person, or who stands in for that person now. */
  public boolean acts(String campaignId, String by, @Nullable String personId) {
    return personId != null
        && (by.equals(personId) || now(campaignId, personId).filter(by::equals).isPresent());
  }

  /** Like {@link #acts(String, String, String)}; nobody acts for a post that is vacant. */
  public boolean acts(String campaignId, String by, Optional<Person> person) {
    return acts(campaignId, by, person.map(Person::id).orElse(null));
  }

  /** Whether that deputy ever did something about the item for that person. */
  public boolean hasActed(String itemKey, @Nullable String deputyId, String personId) {
    return deputyId != null
        && jdbc.sql(
                    "select count(*) from roster_deputy_act"
                        + " where item_key = ? and deputy_id = ? and person_id = ?")
                .params(itemKey, deputyId, personId)
                .query(Integer.class)
                .single()
            > 0;
  }

  /** What deputies did about an item, in the order of time. */
  public List<Act> acts(String itemKey) {
    return jdbc.sql("select * from roster_deputy_act where item_key = ? order by at, id")
        .param(itemKey)
        .query(
            (row, number) ->
                new Act(
                    row.getString("task"),
                    row.getString("deputy_id"),
                    row.getString("person_id"),
                    DbTime.in(row, "at")))
        .list();
  }

  /**
   * What a deputy did.
   *
   * @param task id of the user task in its model
   * @param personId for whom
   */
  public record Act(String task, String deputyId, String personId, Instant at) {}

  /** Spans of that person, as who is absent and as deputy; the newest first. */
  public List<Deputy> about(String campaignId, String personId) {
    return jdbc.sql(
            "select * from roster_deputy where campaign_id = ? and (person_id = ? or deputy_id = ?)"
                + " order by begins_on desc, id desc")
        .params(campaignId, personId, personId)
        .query(Deputies::deputy)
        .list();
  }

  /** Spans of absent people of that unit; the newest first. */
  public List<Deputy> ofUnit(String campaignId, String unitId) {
    return jdbc.sql(
            """
            select d.* from roster_deputy d join roster_person p
              on p.campaign_id = d.campaign_id and p.person_id = d.person_id
            where d.campaign_id = ? and p.unit_id = ? order by d.begins_on desc, d.id desc
            """)
        .params(campaignId, unitId)
        .query(Deputies::deputy)
        .list();
  }

  /** The span with that number. */
  Optional<Deputy> find(long id) {
    return jdbc.sql("select * from roster_deputy where id = ?")
        .param(id)
        .query(Deputies::deputy)
        .optional();
  }

  /** Spans of that person, in either part, that are not over and touch the given days. */
  List<Deputy> touching(String campaignId, String personId, LocalDate begins, LocalDate ends) {
    return about(campaignId, personId).stream()
        .filter(span -> span.state() != Deputy.State.ENDED)
        .filter(span -> !span.begins().isAfter(ends) && !span.ends().isBefore(begins))
        .toList();
  }

  /** Spans whose begin or end has come, and whose tasks do not show it yet. */
  List<Deputy> turning(String campaignId) {
    var now = DbTime.of(clock.instant());
    return jdbc.sql(
            """
            select * from roster_deputy where campaign_id = ?
              and ((state = 'PLANNED' and begins_at <= ?) or (state = 'RUNNING' and ends_at <= ?))
            order by id
            """)
        .params(campaignId, now, now)
        .query(Deputies::deputy)
        .list();
  }

  /** Spans that are to come or running, in the order in which they were named. */
  public List<Deputy> notOver(String campaignId) {
    return jdbc.sql(
            "select * from roster_deputy where campaign_id = ?" + NOT_ENDED + " order by id")
        .param(campaignId)
        .query(Deputies::deputy)
        .list();
  }

  /** Spans whose deputies have the tasks. */
  List<Deputy> running(String campaignId) {
    return jdbc.sql(
            "select * from roster_deputy where campaign_id = ? and state = 'RUNNING' order by id")
        .param(campaignId)
        .query(Deputies::deputy)
        .list();
  }

  long insert(Deputy span) {
    var id = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into roster_deputy (campaign_id, person_id, deputy_id, begins_on, ends_on,
              begins_at, ends_at, reason, state, named_by, named_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            span.campaignId(),
            span.personId(),
            span.deputyId(),
            span.begins(),
            span.ends(),
            DbTime.of(span.beginsAt()),
            DbTime.of(span.endsAt()),
            span.reason(),
            span.state().name(),
            span.namedBy(),
            DbTime.of(clock.instant()))
        .update(id, "id");
    return Objects.requireNonNull(id.getKey()).longValue();
  }

  /** Keeps the state from which a span is taken: of two who end it, one does. */
  boolean move(Deputy span, Deputy.State to, @Nullable String by) {
    return jdbc.sql(
                "update roster_deputy set state = ?, ended_by = ?, ended_at = ?"
                    + " where id = ? and state = ?")
            .params(
                to.name(),
                by,
                to == Deputy.State.ENDED ? DbTime.of(clock.instant()) : null,
                span.id(),
                span.state().name())
            .update()
        == 1;
  }

  /** Notes that somebody acted for an absent person. */
  void acted(String campaignId, String itemKey, String task, String deputyId, String personId) {
    jdbc.sql(
            """
            insert into roster_deputy_act (campaign_id, item_key, task, deputy_id, person_id, at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(campaignId, itemKey, task, deputyId, personId, DbTime.of(clock.instant()))
        .update();
  }

  private static Deputy deputy(ResultSet row, int number) throws SQLException {
    return new Deputy(
        row.getLong("id"),
        row.getString("campaign_id"),
        row.getString("person_id"),
        row.getString("deputy_id"),
        row.getObject("begins_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        DbTime.in(row, "begins_at"),
        DbTime.in(row, "ends_at"),
        row.getString("reason"),
        Deputy.State.valueOf(row.getString("state")),
        row.getString("named_by"));
  }
}
