package org.xiaohao.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.campaign.WorkTable;
import org.xiaohao.consultation.Consultation.State;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Refusal;

/** The consultations that units hold, one row per consultation and unit. */
@Repository
public class Consultations {

  private final JdbcClient jdbc;

  Consultations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The consultation with that key, if there is one. */
  public Optional<Consultation> find(String key) {
    return jdbc.sql("select * from consultation_item where item_key = ?")
        .param(key)
        .query(Consultations::consultation)
        .optional();
  }

  /** The consultation with that key. */
  public Consultation get(String key) {
    return find(key).orElseThrow(() -> new Refusal("consultation.unknown", key));
  }

  /**
   * How many forms the units have, in the order in which the units were planned; units without a
   * form with zeros.
   *
   * @param consultationId entry of the plan
   */
  public List<UnitForms> validForms(String campaignId, String consultationId) {
    return jdbc.sql(
            """
            select i.unit_id, i.quota, count(f.number) as returned,
              coalesce(sum(case when f.validity = 'VALID' then 1 else 0 end), 0) as valid
            from consultation_item i left join consultation_form f on f.item_key = i.item_key
            where i.campaign_id = ? and i.consultation_id = ?
            group by i.id, i.unit_id, i.quota order by i.id
            """)
        .params(campaignId, consultationId)
        .query(
            (row, number) ->
                new UnitForms(
                    row.getString("unit_id"),
                    row.getInt("valid"),
                    row.getInt("returned"),
                    row.getInt("quota")))
        .list();
  }

  /**
   * The consultation with that key, which nobody else changes or adds forms to until the
   * transaction ends: whoever counts decides on what is there.
   */
  Consultation lock(String key) {
    return jdbc.sql("select * from consultation_item where item_key = ? for update")
        .param(key)
        .query(Consultations::consultation)
        .optional()
        .orElseThrow(() -> new Refusal("consultation.unknown", key));
  }

  /**
   * The rows of all units, in the order in which they were planned.
   *
   * @param consultationId entry of the plan
   */
  public List<Consultation> of(String campaignId, String consultationId) {
    return jdbc.sql(
            """
            select * from consultation_item where campaign_id = ? and consultation_id = ?
            order by id
            """)
        .params(campaignId, consultationId)
        .query(Consultations::consultation)
        .list();
  }

  /** What the campaign asks of this room. */
  WorkTable<Consultation> work() {
    return new WorkTable<>(
        jdbc,
        "consultation_item",
        Consultations::consultation,
        "'PLANNED', 'COLLECTING', 'SHORT', 'SUMMARISING'");
  }

  /** Writes a row; one whose key is there already is left alone. */
  void insert(Consultation row) {
    jdbc.sql(
            """
            insert into consultation_item (item_key, campaign_id, consultation_id, phase_id,
              work_id, unit_id, title, quota, state, plan_date, effective_date, day_off, limit_at,
              due_at)
            select cast(? as varchar), ?, ?, ?, ?, ?, ?, cast(? as int), ?, cast(? as date),
              cast(? as date), ?, cast(? as timestamp with time zone),
              cast(? as timestamp with time zone)
            where not exists (select 1 from consultation_item where item_key = ?)
            """)
        .params(
            row.key(),
            row.campaignId(),
            row.consultationId(),
            row.phaseId(),
            row.workId(),
            row.unitId(),
            row.title(),
            row.quota(),
            row.state().name(),
            row.date().planDate(),
            row.date().effectiveDate(),
            row.date().dayOff(),
            DbTime.of(row.limitAt()),
            DbTime.of(row.dueAt()),
            row.key())
        .update();
  }

  /** Saves what changed; refuses where somebody else changed it meanwhile. */
  Consultation save(Consultation changed) {
    var rows =
        jdbc.sql(
                """
                update consultation_item set title = ?, state = ?, plan_date = ?, effective_date = ?,
                  day_off = ?, limit_at = ?, due_at = ?, collected_at = ?, passed_reason = ?,
                  summary = ?, done_at = ?, done_by = ?, version = version + 1
                where item_key = ? and version = ?
                """)
            .params(
                changed.title(),
                changed.state().name(),
                changed.date().planDate(),
                changed.date().effectiveDate(),
                changed.date().dayOff(),
                DbTime.of(changed.limitAt()),
                DbTime.of(changed.dueAt()),
                DbTime.of(changed.collectedAt()),
                changed.passedReason(),
                changed.summary(),
                DbTime.of(changed.doneAt()),
                changed.doneBy(),
                changed.key(),
                changed.version())
            .update();
    if (rows == 0) {
      throw new Refusal("consultation.changed-meanwhile", changed.title());
    }
    return get(changed.key());
  }

  void record(String key, Instant at, String who, String what, @Nullable String why) {
    jdbc.sql("insert into consultation_event (item_key, at, who, what, why) values (?, ?, ?, ?, ?)")
        .params(key, DbTime.of(at), who, what, why)
        .update();
  }

  private static Consultation consultation(ResultSet row, int number) throws SQLException {
    return new Consultation(
        row.getString("item_key"),
        row.getString("campaign_id"),
        row.getString("consultation_id"),
        row.getString("phase_id"),
        row.getString("work_id"),
        row.getString("unit_id"),
        row.getString("title"),
        row.getInt("quota"),
        State.valueOf(row.getString("state")),
        EffectiveDate.in(row),
        DbTime.in(row, "limit_at"),
        DbTime.in(row, "due_at"),
        DbTime.in(row, "collected_at"),
        row.getString("passed_reason"),
        row.getString("summary"),
        DbTime.in(row, "done_at"),
        row.getString("done_by"),
        row.getLong("version"));
  }
}
