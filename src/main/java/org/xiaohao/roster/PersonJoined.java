package org.xiaohao.roster;

/** A person is in the roster who was not before, or had left. Not published by the first import. */
public record PersonJoined(String campaignId, Person person) {}
