package org.xiaohao.roster;

/** A roster after the launch names a party branch that the one before did not. */
public record BranchAdded(String campaignId, Branch branch) {}
