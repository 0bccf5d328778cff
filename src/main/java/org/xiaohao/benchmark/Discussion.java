package org.xiaohao.benchmark;

import java.time.LocalDate;

/**
 * The collective discussion of a proposal (R58).
 *
 * @param day when it was discussed
 * @param participants who took part, in words
 * @param result what was found
 */
public record Discussion(LocalDate day, String participants, String result) {}
