package org.xiaohao.campaign;

/** A campaign was closed by the office; published in that transaction. */
public record CampaignClosed(String campaignId) {}
