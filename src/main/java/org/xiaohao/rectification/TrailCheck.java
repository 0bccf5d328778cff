package org.xiaohao.rectification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.attachment.Attachments;
import org.xiaohao.attachment.StoredFiles;
import org.xiaohao.rectification.Judgements.Judgement;
import org.xiaohao.rectification.Judgements.Judgement.What;

/**
 * Checks the audit trail of every campaign: each link against its own hash and the link before, the
 * head against the last link, each row with what hangs on it against what its last link sealed, the
 * judgements that the appraisal counts, and the files that were handed in as evidence. Reads only.
 */
public final class TrailCheck {

  private final JdbcClient jdbc;
  private final ProblemList problems;
  private final Dossiers dossiers;
  private final Judgements judgements;
  private final Attachments attachments;
  private final @Nullable StoredFiles files;

  /** Of what the database holds. */
  public TrailCheck(JdbcClient jdbc) {
    this(jdbc, null);
  }

  /**
   * Of what the database holds, and of the bytes of evidence.
   *
   * @param files where they lie; null where they are not read
   */
  public TrailCheck(JdbcClient jdbc, @Nullable StoredFiles files) {
    this.jdbc = jdbc;
    this.problems = new ProblemList(jdbc);
    this.dossiers = new Dossiers(jdbc);
    this.judgements = new Judgements(jdbc);
    this.attachments = new Attachments(jdbc);
    this.files = files;
  }

  /** What is wrong. */
  public enum Fault {
    /** A link is missing before this one. */
    GAP,
    /** It does not follow the link before. */
    PREVIOUS,
    /** It was changed after it was written. */
    ALTERED,
    /** Links at the end are missing, or the head of the chain was changed. */
    HEAD,
    /** The head of the chain is gone: nobody can say whether links at the end are missing. */
    HEAD_MISSING,
    /** The row, or what hangs on it, was changed past the product. */
    ROW,
    /** The row is gone. */
    ROW_MISSING,
    /** No link tells of the row. */
    ROW_UNKNOWN,
    /** What became of evidence and proposals is not as the links tell: the appraisal counts it. */
    JUDGEMENT,
    /** A file that was handed in as evidence is gone, or is another one. */
    FILE,
    /** The bytes of such a file are gone, or are other ones. */
    FILE_BYTES
  }

  /**
   * The first place where the trail is broken.
   *
   * @param sequence place in the chain; 0 where no link is meant
   * @param problem key of the problem; empty where none is meant
   * @param at when the act was, as far as it is known
   * @param file name of the file that is meant, if one is
   */
  public record Broken(
      long sequence, String problem, @Nullable Instant at, Fault fault, @Nullable String file) {

    Broken(long sequence, String problem, @Nullable Instant at, Fault fault) {
      this(sequence, problem, at, fault, null);
    }
  }

  /**
   * How the chain of a campaign is.
   *
   * @param links links read
   * @param hash hash of the last link: whoever keeps it elsewhere finds a chain that was made anew
   * @param broken null where all is well
   */
  public record Chain(
      String campaignId, long links, int problems, String hash, @Nullable Broken broken) {}

  /**
   * All campaigns, by id: those that any table knows, so that no chain is gone by having lost its
   * head. The table of campaigns is read past its room: a command has a database and nothing else.
   */
  public List<Chain> chains() {
    return jdbc
        .sql(
            """
            select campaign_id from campaign
            union select campaign_id from rectification_chain
            union select campaign_id from rectification_event
            union select campaign_id from rectification_problem
            order by 1
            """)
        .query(String.class)
        .list()
        .stream()
        .map(this::chain)
        .toList();
  }

  /** The chain of one campaign. */
  public Chain chain(String campaignId) {
    var walk = new Walk(campaignId);
    jdbc.sql("select * from rectification_event where campaign_id = ? order by sequence")
        .param(campaignId)
        .query(
            row -> {
              walk.next(Trail.event(row, 0));
            });
    var broken = walk.broken;
    if (broken == null) {
      broken = head(campaignId, walk);
    }
    if (broken == null) {
      broken = rows(campaignId, walk);
    }
    var count =
        jdbc.sql("select count(*) from rectification_problem where campaign_id = ?")
            .param(campaignId)
            .query(Integer.class)
            .single();
    return new Chain(campaignId, walk.links, count, walk.hash, broken);
  }

  private @Nullable Broken head(String campaignId, Walk walk) {
    var fits =
        jdbc.sql("select links = ? and hash = ? from rectification_chain where campaign_id = ?")
            .params(walk.links, walk.hash, campaignId)
            .query(Boolean.class)
            .optional();
    if (fits.isEmpty()) {
      return new Broken(0, "", null, Fault.HEAD_MISSING);
    }
    return fits.get() ? null : new Broken(walk.links + 1, "", null, Fault.HEAD);
  }

  private @Nullable Broken rows(String campaignId, Walk walk) {
    var left = new HashMap<>(walk.last);
    var keys =
        jdbc.sql(
                """
                select problem_key from rectification_problem where campaign_id = ?
                order by problem_key
                """)
            .param(campaignId)
            .query(String.class)
            .list();
    for (var key : keys) {
      var event = left.remove(key);
      if (event == null) {
        return new Broken(0, key, null, Fault.ROW_UNKNOWN);
      }
      var judged = judgements.of(key).stream().map(Judged::of).toList();
      if (!judged.equals(walk.judged.getOrDefault(key, List.of()))) {
        return new Broken(event.sequence(), key, event.at(), Fault.JUDGEMENT);
      }
      var problem = problems.get(key);
      if (!event.stateDigest().equals(dossiers.digest(problem))
          && !event.stateDigest().equals(dossiers.formerDigest(problem))) {
        return new Broken(event.sequence(), key, event.at(), Fault.ROW);
      }
      for (var evidence : dossiers.evidence(key)) {
        for (var line : evidence.fileLines()) {
          var fault = fault(key, line, walk.files);
          if (fault != null) {
            return new Broken(event.sequence(), key, event.at(), fault, Evidence.name(line));
          }
        }
      }
    }
    return left.values().stream()
        .min((a, b) -> Long.compare(a.sequence(), b.sequence()))
        .map(
            event ->
                new Broken(event.sequence(), event.problemKey(), event.at(), Fault.ROW_MISSING))
        .orElse(null);
  }

  /**
   * What is wrong with a file that was evidence.
   *
   * @param recorded files of whose coming the chain tells: those stay. What came before the chain
   *     told of files could still be removed
   */
  private @Nullable Fault fault(String key, String line, Set<String> recorded) {
    var there =
        attachments.of(key).stream().filter(file -> Evidence.line(file).equals(line)).toList();
    if (there.isEmpty()) {
      var removed =
          !recorded.contains(key + " " + line)
              && attachments.removed(key).stream().map(Evidence::line).anyMatch(line::equals);
      return removed ? null : Fault.FILE;
    }
    var whole =
        files == null
            || there.stream()
                .anyMatch(
                    file -> files.checksum(file.id()).filter(file.sha256()::equals).isPresent());
    return whole ? null : Fault.FILE_BYTES;
  }

  /**
   * A judgement as its link tells of it. Links of today seal all of a judgement; those that are
   * older than the judgements say at least which there were, in their order.
   */
  private record Judged(What what, @Nullable String number, boolean undone) {

    static Judged of(Judgement judgement) {
      return new Judged(judgement.what(), judgement.closingNumber(), judgement.undoneAt() != null);
    }

    /** What a link adds to the judgements about its problem, or undoes of them. */
    static void follow(ProblemEvent event, List<Judged> judged) {
      switch (event.what()) {
        case "CLOSED_OUT" -> judged.add(new Judged(What.CLOSED_OUT, number(event), false));
        case "CHECK_RETURNED", "VERIFICATION_RETURNED", "PROPOSAL_RETURNED" ->
            judged.add(new Judged(What.RETURNED, null, false));
        case "REOPENED" ->
            judged.replaceAll(
                one -> one.number() == null ? one : new Judged(one.what(), one.number(), true));
        default -> {}
      }
    }

    /** The closing number stands in front of what was said. */
    private static String number(ProblemEvent event) {
      return String.valueOf(event.why()).split(" ", 2)[0];
    }
  }

  /** One pass over a chain, link by link. */
  private static final class Walk {

    private final String campaignId;
    private final Map<String, ProblemEvent> last = new HashMap<>();
    private final Set<String> files = new HashSet<>();
    private final Map<String, List<Judged>> judged = new HashMap<>();
    private @Nullable Broken broken;
    private long links;
    private String hash = ProblemEvent.NOTHING;

    Walk(String campaignId) {
      this.campaignId = campaignId;
    }

    void next(ProblemEvent event) {
      var fault = fault(event);
      if (fault != null && broken == null) {
        broken = new Broken(event.sequence(), event.problemKey(), event.at(), fault);
      }
      links = event.sequence();
      hash = event.hash();
      last.put(event.problemKey(), event);
      Judged.follow(event, judged.computeIfAbsent(event.problemKey(), any -> new ArrayList<>()));
      if (event.what().equals(EvidenceFiles.ADDED)) {
        files.add(event.problemKey() + " " + event.why());
      }
    }

    private @Nullable Fault fault(ProblemEvent event) {
      if (event.sequence() != links + 1) {
        return Fault.GAP;
      }
      if (!event.campaignId().equals(campaignId) || !event.hash().equals(event.expectedHash())) {
        return Fault.ALTERED;
      }
      return event.previousHash().equals(hash) ? null : Fault.PREVIOUS;
    }
  }
}
