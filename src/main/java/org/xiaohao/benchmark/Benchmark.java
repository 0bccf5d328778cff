package org.xiaohao.benchmark;

/**
 * Whom a unit looks up to in one kind of its work (R53, R57). Not to be mixed with the standard,
 * which is what the unit itself promises.
 *
 * @param workKind kind of work
 * @param model whom we look up to
 * @param reason why, and what is to be learned
 * @param means how it was found: one of the means that the plan names (R57)
 */
public record Benchmark(String workKind, String model, String reason, String means) {}
