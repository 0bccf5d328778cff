package org.xiaohao.rectification;

/**
 * The open page of a campaign on which everybody may suggest something.
 *
 * @param code last part of its address
 * @param open whether it takes suggestions
 */
public record SuggestionPage(String campaignId, String code, boolean open) {}
