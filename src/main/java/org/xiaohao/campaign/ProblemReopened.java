package org.xiaohao.campaign;

/**
 * A problem whose process had ended is rectified again, perhaps long after its campaign was closed.
 * Published in the transaction that reopens it.
 *
 * @param key business key of the problem
 */
public record ProblemReopened(String campaignId, String key) {}
