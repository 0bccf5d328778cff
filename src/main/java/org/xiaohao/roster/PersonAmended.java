package org.xiaohao.roster;

/** A person has another name, post or mail address, and the same unit, branch and rank. */
public record PersonAmended(String campaignId, Person person) {}
