package org.xiaohao.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.campaign.Plan.OwedBy;
import org.xiaohao.campaign.WorkTable;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Refusal;
import org.xiaohao.submission.Submission.State;

/** The papers that are owed, with their versions. */
@Repository
public class Submissions {

  private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final ObjectMapper json;

  Submissions(JdbcClient jdbc, JdbcTemplate batch, ObjectMapper json) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.json = json;
  }

  /** The submission with that key, if there is one. */
  public Optional<Submission> find(String key) {
    return jdbc.sql("select * from submission_item where item_key = ?")
        .param(key)
        .query(Submissions::submission)
        .optional();
  }

  /** The submission with that key. */
  public Submission get(String key) {
    return find(key).orElseThrow(() -> new Refusal("submission.unknown", key));
  }

  /** Versions of a paper, the newest first. */
  public List<SubmissionVersion> versions(String key) {
    return jdbc.sql("select * from submission_version where item_key = ? order by number desc")
        .param(key)
        .query(this::version)
        .list();
  }

  /** All that a person owes or owed, in the order of the limits. */
  public List<Submission> ofPerson(String campaignId, String personId) {
    return jdbc.sql(
            """
            select * from submission_item where campaign_id = ? and person_id = ?
            order by due_at, item_key
            """)
        .params(campaignId, personId)
        .query(Submissions::submission)
        .list();
  }

  /** All papers of one kind in a campaign, by key. */
  public List<Submission> ofPaper(String campaignId, String paperId) {
    return jdbc.sql(
            "select * from submission_item where campaign_id = ? and paper_id = ? order by item_key")
        .params(campaignId, paperId)
        .query(Submissions::submission)
        .list();
  }

  /** What a branch owes and nobody has settled yet, by key. */
  List<Submission> unfinishedOfBranch(String campaignId, String branchId) {
    return jdbc.sql(
            """
            select * from submission_item where campaign_id = ? and branch_id = ?
              and state in ('PLANNED', 'OPEN', 'SUBMITTED', 'RETURNED')
            order by item_key
            """)
        .params(campaignId, branchId)
        .query(Submissions::submission)
        .list();
  }

  /** Papers of a kind that are not handed in and have another plan date, the oldest first. */
  List<Submission> notOn(String campaignId, String paperId, LocalDate planDate, int size) {
    return jdbc.sql(
            """
            select * from submission_item where campaign_id = ? and paper_id = ? and plan_date <> ?
              and state in ('PLANNED', 'OPEN', 'RETURNED')
            order by id fetch first ? rows only
            """)
        .params(campaignId, paperId, planDate, size)
        .query(Submissions::submission)
        .list();
  }

  /** What the campaign asks of this room. */
  WorkTable<Submission> work() {
    return new WorkTable<>(
        jdbc,
        "submission_item",
        Submissions::submission,
        "'PLANNED', 'OPEN', 'SUBMITTED', 'RETURNED'");
  }

  /** Writes rows; those whose key is there already are left alone. */
  void insert(List<Submission> rows) {
    batch.batchUpdate(
        """
        insert into submission_item (item_key, campaign_id, paper_id, phase_id, work_id, owed_by,
          unit_id, branch_id, person_id, title, optional, state, plan_date, effective_date, day_off,
          last_date, limit_at, due_at)
        select cast(? as varchar), ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as boolean), ?,
          cast(? as date), cast(? as date), ?, cast(? as date),
          cast(? as timestamp with time zone), cast(? as timestamp with time zone)
        where not exists (select 1 from submission_item where item_key = ?)
        """,
        rows,
        rows.size(),
        (statement, row) -> {
          var values =
              new Object[] {
                row.key(),
                row.campaignId(),
                row.paperId(),
                row.phaseId(),
                row.workId(),
                row.owedBy().name(),
                row.unitId(),
                row.branchId(),
                row.personId(),
                row.title(),
                row.optional(),
                row.state().name(),
                row.date().planDate(),
                row.date().effectiveDate(),
                row.date().dayOff(),
                row.lastDate(),
                DbTime.of(row.limitAt()),
                DbTime.of(row.dueAt()),
                row.key()
              };
          for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
          }
        });
  }

  /** Saves what changed; refuses where somebody else changed it meanwhile. */
  Submission save(Submission changed) {
    var rows =
        jdbc.sql(
                """
                update submission_item set unit_id = ?, title = ?, state = ?, plan_date = ?,
                  effective_date = ?, day_off = ?, last_date = ?, limit_at = ?, due_at = ?,
                  first_submitted_at = ?, submitted_at = ?, submitted_by = ?, done_at = ?,
                  done_by = ?, times_returned = ?, version = version + 1
                where item_key = ? and version = ?
                """)
            .params(
                changed.unitId(),
                changed.title(),
                changed.state().name(),
                changed.date().planDate(),
                changed.date().effectiveDate(),
                changed.date().dayOff(),
                changed.lastDate(),
                DbTime.of(changed.limitAt()),
                DbTime.of(changed.dueAt()),
                DbTime.of(changed.firstSubmittedAt()),
                DbTime.of(changed.submittedAt()),
                changed.submittedBy(),
                DbTime.of(changed.doneAt()),
                changed.doneBy(),
                changed.timesReturned(),
                changed.key(),
                changed.version())
            .update();
    if (rows == 0) {
      throw new Refusal("submission.changed-meanwhile", changed.title());
    }
    return get(changed.key());
  }

  /** By when the newest version is to be reviewed. */
  void reviewDue(String key, Instant at) {
    jdbc.sql("update submission_item set review_due_at = ? where item_key = ?")
        .params(DbTime.of(at), key)
        .update();
  }

  void addVersion(String key, HandedIn content, String by, Instant at) {
    var number =
        jdbc.sql("select coalesce(max(number), 0) + 1 from submission_version where item_key = ?")
            .param(key)
            .query(Integer.class)
            .single();
    jdbc.sql(
            """
            insert into submission_version (item_key, number, submitted_by, submitted_at, text)
            values (?, ?, ?, ?, ?)
            """)
        .params(key, number, by, DbTime.of(at), content.text())
        .update();
    var id =
        jdbc.sql("select id from submission_version where item_key = ? and number = ?")
            .params(key, number)
            .query(Long.class)
            .single();
    for (var position = 0; position < content.rows().size(); position++) {
      jdbc.sql("insert into submission_row (version_id, position, cells) values (?, ?, ?)")
          .params(id, position + 1, write(content.rows().get(position)))
          .update();
    }
  }

  void review(
      SubmissionVersion version,
      SubmissionVersion.Outcome outcome,
      String comment,
      String by,
      Instant at) {
    jdbc.sql(
            """
            update submission_version set reviewed_by = ?, reviewed_at = ?, outcome = ?, comment = ?
            where id = ?
            """)
        .params(by, DbTime.of(at), outcome.name(), comment, version.id())
        .update();
  }

  void askExtension(String key, LocalDate until, String reason, String by, Instant at) {
    jdbc.sql(
            """
            insert into submission_extension (item_key, asked_by, asked_at, until_date, reason)
            values (?, ?, ?, ?, ?)
            """)
        .params(key, by, DbTime.of(at), until, reason)
        .update();
  }

  /** The request for more time that nobody has decided yet. */
  public Optional<Extension> findExtension(String key) {
    return jdbc.sql("select * from submission_extension where item_key = ? and granted is null")
        .param(key)
        .query(
            (row, number) ->
                new Extension(
                    row.getLong("id"),
                    row.getString("item_key"),
                    row.getString("asked_by"),
                    row.getObject("until_date", LocalDate.class),
                    row.getString("reason")))
        .optional();
  }

  Extension openExtension(String key) {
    return findExtension(key).orElseThrow(() -> new Refusal("submission.no-extension", key));
  }

  void decideExtension(
      Extension extension, boolean granted, String comment, String by, Instant at) {
    jdbc.sql(
            """
            update submission_extension set granted = ?, comment = ?, decided_by = ?, decided_at = ?
            where id = ?
            """)
        .params(granted, comment, by, DbTime.of(at), extension.id())
        .update();
  }

  void record(String key, Instant at, String who, String what, @Nullable String why) {
    jdbc.sql("insert into submission_event (item_key, at, who, what, why) values (?, ?, ?, ?, ?)")
        .params(key, DbTime.of(at), who, what, why)
        .update();
  }

  /** What happened to a paper, in its order. */
  public List<SubmissionEvent> events(String key) {
    return jdbc.sql("select * from submission_event where item_key = ? order by at, id")
        .param(key)
        .query(
            (row, number) ->
                new SubmissionEvent(
                    DbTime.in(row, "at"),
                    row.getString("who"),
                    row.getString("what"),
                    row.getString("why")))
        .list();
  }

  private static Submission submission(ResultSet row, int number) throws SQLException {
    return new Submission(
        row.getString("item_key"),
        row.getString("campaign_id"),
        row.getString("paper_id"),
        row.getString("phase_id"),
        row.getString("work_id"),
        OwedBy.valueOf(row.getString("owed_by")),
        row.getString("unit_id"),
        row.getString("branch_id"),
        row.getString("person_id"),
        row.getString("title"),
        row.getBoolean("optional"),
        State.valueOf(row.getString("state")),
        EffectiveDate.in(row),
        row.getObject("last_date", LocalDate.class),
        DbTime.in(row, "limit_at"),
        DbTime.in(row, "due_at"),
        DbTime.in(row, "first_submitted_at"),
        DbTime.in(row, "submitted_at"),
        row.getString("submitted_by"),
        DbTime.in(row, "done_at"),
        row.getString("done_by"),
        row.getInt("times_returned"),
        row.getLong("version"));
  }

  private SubmissionVersion version(ResultSet row, int number) throws SQLException {
    var id = row.getLong("id");
    var outcome = row.getString("outcome");
    return new SubmissionVersion(
        id,
        row.getString("item_key"),
        row.getInt("number"),
        row.getString("submitted_by"),
        DbTime.in(row, "submitted_at"),
        new HandedIn(row.getString("text"), rows(id)),
        row.getString("reviewed_by"),
        DbTime.in(row, "reviewed_at"),
        outcome == null ? null : SubmissionVersion.Outcome.valueOf(outcome),
        row.getString("comment"));
  }

  private List<Map<String, String>> rows(long versionId) {
    return jdbc
        .sql("select cells from submission_row where version_id = ? order by position")
        .param(versionId)
        .query(String.class)
        .list()
        .stream()
        .map(this::read)
        .toList();
  }

  private String write(Map<String, String> cells) {
    try {
      return json.writeValueAsString(cells);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("cells cannot be stored", impossible);
    }
  }

  private Map<String, String> read(String cells) {
    try {
      return json.readValue(cells, CELLS);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("stored cells cannot be read", broken);
    }
  }
}
