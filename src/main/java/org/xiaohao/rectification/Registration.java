package org.xiaohao.rectification;

import org.jspecify.annotations.Nullable;
import org.xiaohao.campaign.ProblemFound;
import org.xiaohao.campaign.ProblemFound.Source;

/**
 * A problem that is to be put on the list.
 *
 * @param sourceKey what it was found in; null where nobody knows. One that ends with {@code #} may
 *     be the source of many problems: the number of each is put behind it
 * @param occasion the same in words; may be empty
 * @param unitId unit that it concerns; null where the office has to find out
 * @param kind one of the plan's kinds; null where it was not said
 * @param by who registers it
 */
public record Registration(
    String campaignId,
    Source source,
    @Nullable String sourceKey,
    String occasion,
    @Nullable String unitId,
    String text,
    @Nullable String kind,
    String by) {

  /** What makes a source the source of many. */
  static final String MANY = "#";

  /** Key of the source of the problem with that key. */
  @Nullable String sourceKeyOf(String problemKey) {
    return sourceKey == null || !sourceKey.endsWith(MANY)
        ? sourceKey
        : sourceKey + problemKey.substring(problemKey.indexOf('/') + 1);
  }

  static Registration of(ProblemFound found) {
    return new Registration(
        found.campaignId(),
        found.source(),
        found.sourceKey(),
        found.occasion(),
        found.unitId(),
        found.text(),
        found.kind(),
        found.by());
  }
}
