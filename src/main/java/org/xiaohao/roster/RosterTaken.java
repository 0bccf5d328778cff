package org.xiaohao.roster;

/**
 * A roster was imported; published by every import, after all other events, even where nothing
 * changed: what was derived from the roster can always be put right by importing it again.
 */
public record RosterTaken(String campaignId) {}
