package org.xiaohao.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.calendar.WorkingCalendar;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Refusal;

/** The campaigns that were launched, with their phases and works. */
@Repository
public class Campaigns {

  /** Without the plan, which is long and read once. */
  private static final String STATUS =
      "select campaign_id, state, launched_at, launch_day, closed_at from campaign";

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final WorkingCalendar calendar;

  /** A plan never changes after its launch, and every request needs it. */
  private final Map<String, Plan> plans = new ConcurrentHashMap<>();

  Campaigns(JdbcClient jdbc, ObjectMapper json, WorkingCalendar calendar) {
    this.jdbc = jdbc;
    this.json = json;
    this.calendar = calendar;
  }

  /** All campaigns, the newest first. */
  public List<Campaign> all() {
    return jdbc.sql(STATUS + " order by launched_at desc").query(this::campaign).list();
  }

  /** The campaign with that id, if it was launched. */
  public Optional<Campaign> find(String campaignId) {
    return jdbc.sql(STATUS + " where campaign_id = ?")
        .param(campaignId)
        .query(this::campaign)
        .optional();
  }

  /** The campaign with that id. */
  public Campaign get(String campaignId) {
    return find(campaignId).orElseThrow(() -> new Refusal("campaign.unknown", campaignId));
  }

  /** The campaign that a business key belongs to. */
  public Campaign of(String businessKey) {
    var slash = businessKey.indexOf('/');
    return get(slash < 0 ? businessKey : businessKey.substring(0, slash));
  }

  /** The real dates of a campaign's plan. */
  public PlanDates dates(Campaign campaign) {
    return new PlanDates(campaign.plan(), calendar);
  }

  /** Phases of a campaign in their order. */
  public List<PhaseStatus> phases(String campaignId) {
    return jdbc.sql("select * from campaign_phase where campaign_id = ? order by position")
        .param(campaignId)
        .query(Campaigns::phase)
        .list();
  }

  /** A phase by its key. */
  public PhaseStatus phase(String phaseKey) {
    return jdbc.sql("select * from campaign_phase where phase_key = ?")
        .param(phaseKey)
        .query(Campaigns::phase)
        .optional()
        .orElseThrow(() -> new Refusal("campaign.phase-unknown", phaseKey));
  }

  /** Works of a phase in their order. */
  public List<WorkStatus> works(String campaignId, String phaseId) {
    return jdbc.sql(
            "select * from campaign_work where campaign_id = ? and phase_id = ? order by position")
        .params(campaignId, phaseId)
        .query(Campaigns::work)
        .list();
  }

  /**
   * Whether what belongs to a phase, or to one of its works, is open by that day.
   *
   * @param work id of the work; null for what opens with the phase
   */
  public boolean hasBegun(String campaignId, String phase, @Nullable String work, LocalDate today) {
    return phases(campaignId).stream()
            .anyMatch(
                status ->
                    status.phaseId().equals(phase) && status.state() != PhaseStatus.State.PLANNED)
        && (work == null
            || works(campaignId, phase).stream()
                .anyMatch(
                    status ->
                        status.workId().equals(work) && !status.startsEffective().isAfter(today)));
  }

  void insert(Campaign campaign) {
    jdbc.sql(
            """
            insert into campaign (campaign_id, plan, state, launched_at, launch_day)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            campaign.id(),
            write(campaign.plan()),
            campaign.state().name(),
            DbTime.of(campaign.launchedAt()),
            campaign.launchDay())
        .update();
  }

  void insert(PhaseStatus phase) {
    jdbc.sql(
            """
            insert into campaign_phase (phase_key, campaign_id, phase_id, position, kind, title,
              starts_plan, starts_effective, ends_plan, ends_effective, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            phase.key(),
            phase.campaignId(),
            phase.phaseId(),
            phase.position(),
            phase.kind().name(),
            phase.title(),
            phase.startsPlan(),
            phase.startsEffective(),
            phase.endsPlan(),
            phase.endsEffective(),
            phase.state().name())
        .update();
  }

  void insert(WorkStatus work, int position) {
    jdbc.sql(
            """
            insert into campaign_work (campaign_id, phase_id, work_id, position, kind, title,
              starts_plan, starts_effective, ends_plan, ends_effective)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            work.campaignId(),
            work.phaseId(),
            work.workId(),
            position,
            work.kind().name(),
            work.title(),
            work.startsPlan(),
            work.startsEffective(),
            work.endsPlan(),
            work.endsEffective())
        .update();
  }

  /** Moves a phase's dates and state; refuses where somebody else changed it meanwhile. */
  void update(PhaseStatus phase, String by, @Nullable Instant closedAt) {
    var rows =
        jdbc.sql(
                """
                update campaign_phase set starts_plan = ?, starts_effective = ?, ends_plan = ?,
                  ends_effective = ?, state = ?, carried_over = ?, reason = ?, closed_by = ?,
                  closed_at = ?, version = version + 1
                where phase_key = ? and version = ?
                """)
            .params(
                phase.startsPlan(),
                phase.startsEffective(),
                phase.endsPlan(),
                phase.endsEffective(),
                phase.state().name(),
                phase.carriedOver(),
                phase.reason(),
                by,
                DbTime.of(closedAt),
                phase.key(),
                phase.version())
            .update();
    if (rows == 0) {
      throw new Refusal("campaign.changed-meanwhile", phase.title());
    }
  }

  void update(WorkStatus work) {
    jdbc.sql(
            """
            update campaign_work set starts_plan = ?, starts_effective = ?, ends_plan = ?,
              ends_effective = ? where campaign_id = ? and work_id = ?
            """)
        .params(
            work.startsPlan(),
            work.startsEffective(),
            work.endsPlan(),
            work.endsEffective(),
            work.campaignId(),
            work.workId())
        .update();
  }

  void running(String campaignId) {
    jdbc.sql("update campaign set state = 'RUNNING', version = version + 1 where campaign_id = ?")
        .param(campaignId)
        .update();
  }

  void closed(String campaignId, Instant at, String by, String note) {
    jdbc.sql(
            """
            update campaign set state = 'CLOSED', closed_at = ?, closed_by = ?, closing_note = ?,
              version = version + 1 where campaign_id = ?
            """)
        .params(DbTime.of(at), by, note, campaignId)
        .update();
  }

  void record(String campaignId, String subject, Instant at, String who, String what, String why) {
    jdbc.sql(
            """
            insert into campaign_event (campaign_id, subject, at, who, what, why)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(campaignId, subject, DbTime.of(at), who, what, why)
        .update();
  }

  private Campaign campaign(ResultSet row, int number) throws SQLException {
    var id = row.getString("campaign_id");
    var plan = plans.get(id);
    if (plan == null) {
      plan =
          read(
              jdbc.sql("select plan from campaign where campaign_id = ?")
                  .param(id)
                  .query(String.class)
                  .single());
      plans.put(id, plan);
    }
    return new Campaign(
        id,
        plan,
        Campaign.State.valueOf(row.getString("state")),
        DbTime.in(row, "launched_at"),
        row.getObject("launch_day", LocalDate.class),
        DbTime.in(row, "closed_at"));
  }

  private static PhaseStatus phase(ResultSet row, int number) throws SQLException {
    return new PhaseStatus(
        row.getString("phase_key"),
        row.getString("campaign_id"),
        row.getString("phase_id"),
        row.getInt("position"),
        Plan.PhaseKind.valueOf(row.getString("kind")),
        row.getString("title"),
        row.getObject("starts_plan", LocalDate.class),
        row.getObject("starts_effective", LocalDate.class),
        row.getObject("ends_plan", LocalDate.class),
        row.getObject("ends_effective", LocalDate.class),
        PhaseStatus.State.valueOf(row.getString("state")),
        row.getObject("carried_over", Integer.class),
        row.getString("reason"),
        row.getLong("version"));
  }

  private static WorkStatus work(ResultSet row, int number) throws SQLException {
    return new WorkStatus(
        row.getString("campaign_id"),
        row.getString("phase_id"),
        row.getString("work_id"),
        Plan.WorkKind.valueOf(row.getString("kind")),
        row.getString("title"),
        row.getObject("starts_plan", LocalDate.class),
        row.getObject("starts_effective", LocalDate.class),
        row.getObject("ends_plan", LocalDate.class),
        row.getObject("ends_effective", LocalDate.class));
  }

  private String write(Plan plan) {
    try {
      return json.writeValueAsString(plan);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("plan " + plan.id() + " cannot be stored", impossible);
    }
  }

  private Plan read(String stored) {
    try {
      return json.readValue(stored, Plan.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a stored plan cannot be read", broken);
    }
  }
}
