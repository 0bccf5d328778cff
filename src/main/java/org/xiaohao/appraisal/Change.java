package org.xiaohao.appraisal;

/**
 * What somebody makes of a proposal.
 *
 * @param reason why; required where the verdict changes
 */
public record Change(Party party, Verdict verdict, String reason) {}
