package org.xiaohao.roster;

/**
 * A person belongs to another unit or branch, or has another rank: what decides what one owes and
 * to whom. A new name, post or mail address alone moves nobody.
 */
public record PersonMoved(String campaignId, Person before, Person after) {}
