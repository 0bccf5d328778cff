package org.xiaohao.campaign;

import org.jspecify.annotations.Nullable;

/**
 * A room came upon a problem (R77): an opinion of a meeting, an answer of a form, a finding of an
 * inspection. Published in the transaction that notes it; the room of rectification puts it on the
 * problem list, once per source.
 *
 * @param source where it was found
 * @param sourceKey what it was found in, unique among all sources: the natural key of the row,
 *     {@code #} and what tells its parts apart ({@code changzhi-2017/review-delegates#3})
 * @param occasion the same in words, shown with the problem
 * @param unitId unit that it concerns; null where the office has to find out
 * @param text what is wrong, in the words of who said it
 * @param kind one of the plan's kinds of problem; null where it was not said
 * @param by who put it on the list
 */
public record ProblemFound(
    String campaignId,
    Source source,
    String sourceKey,
    String occasion,
    @Nullable String unitId,
    String text,
    @Nullable String kind,
    String by) {

  /** Where problems come from. */
  public enum Source {
    /** Self-check report (R62). */
    SELF_CHECK,
    /** First check: against the demands of superiors (R45). */
    CHECK_SUPERIORS,
    /** Second check: against advanced regions (R46). */
    CHECK_ADVANCED,
    /** Third check: with those who are served (R47, R48). */
    CHECK_SERVED,
    /** Opinion of a review meeting (R49, R50). */
    REVIEW_MEETING,
    /** Opinion form (R59). */
    CONSULTATION,
    /** Inspection by the office (R13). */
    INSPECTION,
    /** Suggestion by anybody, at any time (R84). */
    SUGGESTION
  }
}
