package org.xiaohao.roster;

/** Somebody will stand in for an absent person. Published in the transaction that notes it. */
public record DeputyNamed(Deputy deputy) {}
