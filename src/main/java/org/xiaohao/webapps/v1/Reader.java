package org.xiaohao.webapps.v1;

import java.util.Set;
import java.util.stream.Stream;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.ledger.Sight;
import org.xiaohao.webapps.Posts;

/**
 * Whoever asks, and what they may see: what is theirs, or in their charge, as in the pages. What
 * the pages show beyond that (tasks, points, problems that somebody raised) has no use for
 * programs.
 */
record Reader(String id, Set<String> groups) {

  boolean takesPart(String campaign) {
    var posts = posts(campaign);
    return posts.staff() || posts.office();
  }

  boolean isOffice(String campaign) {
    return posts(campaign).office();
  }

  /** The numbers of a whole campaign are for those who steer it. */
  boolean seesProgress(String campaign) {
    return posts(campaign).oversees();
  }

  Sight sight(String campaign) {
    var posts = posts(campaign);
    return new Sight(
        posts.office(),
        id,
        Stream.concat(posts.headed().stream(), posts.inCharge().stream()).toList(),
        posts.served(),
        posts.branches());
  }

  boolean sees(LedgerItem item) {
    return sight(item.campaignId()).covers(item);
  }

  private Posts posts(String campaign) {
    return Posts.of(groups, campaign);
  }
}
