package org.xiaohao.rectification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.shared.DbTime;

/**
 * What hangs on a problem: evidence, requests for more time, links to other problems, judgements.
 */
@Repository
public class Dossiers {

  private final JdbcClient jdbc;
  private final Judgements judgements;

  Dossiers(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.judgements = new Judgements(jdbc);
  }

  /**
   * A link from one problem to another.
   *
   * @param to key of the problem that it became part of, or that became a part of it
   */
  public record ProblemLink(String from, String to, Kind kind) {

    /** Why they are linked. */
    public enum Kind {
      MERGED,
      SPLIT
    }
  }

  /** Evidence of a problem, the oldest first. */
  public List<Evidence> evidence(String key) {
    return jdbc.sql("select * from rectification_evidence where problem_key = ? order by number")
        .param(key)
        .query(
            (row, number) ->
                new Evidence(
                    row.getInt("number"),
                    row.getString("submitted_by"),
                    DbTime.in(row, "submitted_at"),
                    row.getString("before_text"),
                    row.getString("after_text"),
                    row.getString("files")))
        .list();
  }

  /** Requests for more time, the oldest first. */
  public List<Extension> extensions(String key) {
    return jdbc.sql("select * from rectification_extension where problem_key = ? order by id")
        .param(key)
        .query(Dossiers::extension)
        .list();
  }

  /** The request for more time that nobody has decided yet. */
  public Optional<Extension> openExtension(String key) {
    return extensions(key).stream().filter(asked -> asked.granted() == null).findFirst();
  }

  /** What a problem was merged or split into. */
  public List<ProblemLink> links(String key) {
    return links("from_key", key);
  }

  /** What was merged into a problem, or split off it. */
  public List<ProblemLink> linksTo(String key) {
    return links("to_key", key);
  }

  private List<ProblemLink> links(String side, String key) {
    return jdbc.sql("select * from rectification_link where " + side + " = ? order by id")
        .param(key)
        .query(
            (row, number) ->
                new ProblemLink(
                    row.getString("from_key"),
                    row.getString("to_key"),
                    ProblemLink.Kind.valueOf(row.getString("kind"))))
        .list();
  }

  void add(String key, Evidence evidence) {
    jdbc.sql(
            """
            insert into rectification_evidence (problem_key, number, submitted_by, submitted_at,
              before_text, after_text, files)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            key,
            evidence.number(),
            evidence.submittedBy(),
            DbTime.of(evidence.submittedAt()),
            evidence.before(),
            evidence.after(),
            evidence.files())
        .update();
  }

  void ask(String key, LocalDate until, String reason, String by, Instant at) {
    jdbc.sql(
            """
            insert into rectification_extension (problem_key, asked_by, asked_at, until_date,
              reason)
            values (?, ?, ?, ?, ?)
            """)
        .params(key, by, DbTime.of(at), until, reason)
        .update();
  }

  void decide(Extension extension, boolean granted, String comment, String by, Instant at) {
    jdbc.sql(
            """
            update rectification_extension
            set granted = ?, comment = ?, decided_by = ?, decided_at = ? where id = ?
            """)
        .params(granted, comment, by, DbTime.of(at), extension.id())
        .update();
  }

  /** Nobody has to decide any more about more time. */
  void lapseExtension(String key, Instant at) {
    openExtension(key).ifPresent(asked -> decide(asked, false, "", "", at));
  }

  void link(ProblemLink link) {
    jdbc.sql("insert into rectification_link (from_key, to_key, kind) values (?, ?, ?)")
        .params(link.from(), link.to(), link.kind().name())
        .update();
  }

  /**
   * Digest of a problem and of what hangs on it, as the database has them now. Field by field and
   * not by their {@code toString}: what is sealed today must come out the same after a renaming.
   */
  String digest(Problem problem) {
    var digest = digest("2", problem);
    for (var each : judgements.of(problem.key())) {
      digest
          .add("judgement", each.what(), each.closingNumber(), each.unitId(), each.ownerId())
          .add(each.submittedAt(), each.limitAt(), each.judgedAt(), each.undoneAt());
    }
    return digest.hex();
  }

  /** The digest of links that are older than the judgements: it does not know them. */
  String formerDigest(Problem problem) {
    return digest("1", problem).hex();
  }

  private Digest digest(String version, Problem problem) {
    var origin = problem.origin();
    var rating = problem.rating();
    var remedy = problem.remedy();
    var progress = problem.progress();
    var closing = problem.closing();
    var digest =
        new Digest()
            .add(version, problem.key(), problem.campaignId(), problem.title(), problem.unitId())
            .add(origin.source(), origin.sourceKey(), origin.occasion(), origin.text())
            .add(origin.registeredBy(), origin.registeredAt())
            .add(rating.kind(), rating.weight(), rating.urgency())
            .add(remedy.cause(), remedy.measure(), remedy.owner(), remedy.verifier())
            .add(remedy.onSite(), problem.state())
            .add(problem.date().planDate(), problem.date().effectiveDate())
            .add(problem.date().dayOff(), problem.limitAt(), problem.dueAt())
            .add(progress.evidence(), progress.evidenceBy(), progress.firstSubmittedAt())
            .add(progress.timesReturned(), progress.timesReopened(), progress.extensions());
    if (closing != null) {
      digest.add(closing.number(), closing.at(), closing.by());
    }
    for (var each : evidence(problem.key())) {
      digest
          .add("evidence", each.number(), each.submittedBy(), each.submittedAt())
          .add(each.before(), each.after(), each.files());
    }
    for (var each : extensions(problem.key())) {
      digest
          .add("extension", each.askedBy(), each.askedAt(), each.until(), each.reason())
          .add(each.decidedBy(), each.decidedAt(), each.granted(), each.comment());
    }
    links(problem.key()).forEach(link -> digest.add("link", link.to(), link.kind()));
    return digest;
  }

  private static Extension extension(ResultSet row, int number) throws SQLException {
    return new Extension(
        row.getLong("id"),
        row.getString("asked_by"),
        DbTime.in(row, "asked_at"),
        row.getObject("until_date", LocalDate.class),
        row.getString("reason"),
        row.getString("decided_by"),
        DbTime.in(row, "decided_at"),
        row.getObject("granted", Boolean.class),
        row.getString("comment"));
  }
}
