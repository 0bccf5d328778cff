package org.xiaohao.rectification;

import java.time.LocalDate;

/**
 * What a unit proposes to do about a problem (R79, R80).
 *
 * @param owner person of the unit
 * @param until working day by which it is rectified
 */
public record Proposal(String cause, String measure, String owner, LocalDate until) {}
