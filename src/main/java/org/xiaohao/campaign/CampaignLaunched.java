package org.xiaohao.campaign;

/** A campaign was accepted for launch; published in the transaction that writes it. */
public record CampaignLaunched(Campaign campaign) {}
