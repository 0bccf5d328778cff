package org.xiaohao.consultation;

/**
 * A token for one respondent. It is shown once, when it is made; the tables keep its hash only.
 *
 * @param recipient whom it is for, in words; empty where tokens are laid out for whoever comes
 * @param token what the respondent answers with: 160 random bits, safe in an address
 */
public record Invitation(String recipient, String token) {}
