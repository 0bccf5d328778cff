package org.xiaohao.rectification;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks the audit trail of every campaign: each link against its own hash and the link before, the
 * head against the last link, and each row against what its last link sealed. Reads only.
 */
public final class TrailCheck {

  private final JdbcClient jdbc;
  private final ProblemList problems;
  private final Dossiers dossiers;

  public TrailCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.problems = new ProblemList(jdbc);
    this.dossiers = new Dossiers(jdbc);
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
    /** The row, or what hangs on it, was changed past the product. */
    ROW,
    /** The row is gone. */
    ROW_MISSING,
    /** No link tells of the row. */
    ROW_UNKNOWN
  }

  /**
   * The first place where the trail is broken.
   *
   * @param sequence place in the chain; 0 where no link is meant
   * @param problem key of the problem; empty where none is meant
   * @param at when the act was, as far as it is known
   */
  public record Broken(long sequence, String problem, @Nullable Instant at, Fault fault) {}

  /**
   * How the chain of a campaign is.
   *
   * @param links links read
   * @param hash hash of the last link: whoever keeps it elsewhere finds a chain that was made anew
   * @param broken null where all is well
   */
  public record Chain(
      String campaignId, long links, int problems, String hash, @Nullable Broken broken) {}

  /** All campaigns, by id. */
  public List<Chain> chains() {
    return jdbc
        .sql("select campaign_id from rectification_chain order by campaign_id")
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
      broken = rows(campaignId, walk.last);
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
        jdbc.sql(
                """
                select count(*) from rectification_chain
                where campaign_id = ? and links = ? and hash = ?
                """)
            .params(campaignId, walk.links, walk.hash)
            .query(Integer.class)
            .single();
    return fits == 1 ? null : new Broken(walk.links + 1, "", null, Fault.HEAD);
  }

  private @Nullable Broken rows(String campaignId, Map<String, ProblemEvent> last) {
    var left = new HashMap<>(last);
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
      if (!event.stateDigest().equals(dossiers.digest(problems.get(key)))) {
        return new Broken(event.sequence(), key, event.at(), Fault.ROW);
      }
    }
    return left.values().stream()
        .min((a, b) -> Long.compare(a.sequence(), b.sequence()))
        .map(
            event ->
                new Broken(event.sequence(), event.problemKey(), event.at(), Fault.ROW_MISSING))
        .orElse(null);
  }

  /** One pass over a chain, link by link. */
  private static final class Walk {

    private final String campaignId;
    private final Map<String, ProblemEvent> last = new HashMap<>();
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
