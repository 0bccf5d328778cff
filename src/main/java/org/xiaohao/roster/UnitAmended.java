package org.xiaohao.roster;

/**
 * A roster after the launch says something else of a unit: another name, kind, head, liaison,
 * leader in charge or days of study. The place in the order alone amends nothing.
 */
public record UnitAmended(String campaignId, Unit before, Unit after) {}
