package org.xiaohao.campaign;

/** The last phase of a campaign has ended; the campaign itself is about to be closed. */
public record PhasesClosed(String campaignId) {}
