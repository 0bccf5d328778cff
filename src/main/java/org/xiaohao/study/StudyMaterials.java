package org.xiaohao.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.campaign.WorkTable;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Refusal;
import org.xiaohao.study.StudyMaterial.State;

/** The material of all days of study. */
@Repository
public class StudyMaterials {

  private final JdbcClient jdbc;

  StudyMaterials(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The material with that key, if there is one. */
  public Optional<StudyMaterial> find(String key) {
    return jdbc.sql("select * from study_material where material_key = ?")
        .param(key)
        .query(StudyMaterials::material)
        .optional();
  }

  /**
   * The material with that key.
   *
   * @throws Refusal if there is none
   */
  public StudyMaterial get(String key) {
    return find(key).orElseThrow(() -> new Refusal("study.unknown", key));
  }

  /** All material of a campaign by day. */
  public List<StudyMaterial> ofCampaign(String campaignId) {
    return jdbc.sql(
            "select * from study_material where campaign_id = ? order by effective_date, id")
        .param(campaignId)
        .query(StudyMaterials::material)
        .list();
  }

  /** What the campaign asks of this table. */
  WorkTable<StudyMaterial> work() {
    return new WorkTable<>(jdbc, "study_material", StudyMaterials::material, "'PLANNED', 'OPEN'");
  }

  /** Writes a row unless its key is there already. */
  void insert(StudyMaterial row) {
    if (find(row.key()).isPresent()) {
      return;
    }
    jdbc.sql(
            """
            insert into study_material (material_key, campaign_id, series_id, phase_id, work_id,
              topic_id, title, state, plan_date, effective_date, day_off, last_date, limit_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            row.key(),
            row.campaignId(),
            row.seriesId(),
            row.phaseId(),
            row.workId(),
            row.topicId(),
            row.title(),
            row.state().name(),
            row.date().planDate(),
            row.date().effectiveDate(),
            row.date().dayOff(),
            row.lastDate(),
            DbTime.of(row.limitAt()))
        .update();
  }

  /** Saves what changed; refuses where somebody else changed it meanwhile. */
  StudyMaterial save(StudyMaterial changed) {
    var rows =
        jdbc.sql(
                """
                update study_material set title = ?, state = ?, plan_date = ?, effective_date = ?,
                  day_off = ?, last_date = ?, limit_at = ?, text = ?, supplied_at = ?,
                  supplied_by = ?, version = version + 1
                where material_key = ? and version = ?
                """)
            .params(
                changed.title(),
                changed.state().name(),
                changed.date().planDate(),
                changed.date().effectiveDate(),
                changed.date().dayOff(),
                changed.lastDate(),
                DbTime.of(changed.limitAt()),
                changed.text(),
                DbTime.of(changed.suppliedAt()),
                changed.suppliedBy(),
                changed.key(),
                changed.version())
            .update();
    if (rows == 0) {
      throw new Refusal("study.changed-meanwhile", changed.title());
    }
    return get(changed.key());
  }

  private static StudyMaterial material(ResultSet row, int number) throws SQLException {
    return new StudyMaterial(
        row.getString("material_key"),
        row.getString("campaign_id"),
        row.getString("series_id"),
        row.getString("phase_id"),
        row.getString("work_id"),
        row.getString("topic_id"),
        row.getString("title"),
        State.valueOf(row.getString("state")),
        EffectiveDate.in(row),
        row.getObject("last_date", LocalDate.class),
        DbTime.in(row, "limit_at"),
        row.getString("text"),
        DbTime.in(row, "supplied_at"),
        row.getString("supplied_by"),
        row.getLong("version"));
  }
}
