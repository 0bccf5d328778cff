package org.xiaohao.webapps.api;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xiaohao.rectification.ProblemAct;

/**
 * What the page of an item shows of a problem beside what all items have. Words are ready to be
 * read, moments are local times of the plan.
 *
 * @param number {@code P0042}
 * @param source where it was found
 * @param found item in which it was found; null where there is none, or the reader may not see it
 * @param occasion the same in words; may be empty
 * @param extensions how often more time was granted
 * @param mostExtensions how often it can be
 * @param closingNumber {@code X0007}; null where it is not closed out
 * @param links what it was merged or split into, and what became a part of it
 * @param acts what the reader can do with it now
 */
record ProblemView(
    String number,
    String text,
    String source,
    @Nullable String found,
    String occasion,
    String registeredBy,
    String registeredAt,
    @Nullable String unit,
    @Nullable String kind,
    String weight,
    String urgency,
    @Nullable String cause,
    @Nullable String measure,
    String owner,
    String verifier,
    boolean onSite,
    int timesReturned,
    int timesReopened,
    int extensions,
    int mostExtensions,
    @Nullable String closingNumber,
    List<Proof> evidence,
    List<Link> links,
    Set<ProblemAct> acts) {

  /** Evidence as it was handed in. */
  record Proof(int number, String by, String at, String before, String after, List<String> files) {}

  /**
   * Another problem that it has to do with.
   *
   * @param how why, in words
   */
  record Link(String key, String title, String how) {}
}
