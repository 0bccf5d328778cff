package org.xiaohao.roster;

/** A roster after the launch names a unit that the one before did not. */
public record UnitAdded(String campaignId, Unit unit) {}
