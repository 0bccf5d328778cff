package org.xiaohao.benchmark;

import java.time.LocalDate;

/**
 * A field study in an advanced region (R56): encouraged, never asked for.
 *
 * @param place where
 * @param day when, within the window of the plan
 * @param visitors who went, in words
 * @param learned what was learned
 */
public record FieldVisit(String place, LocalDate day, String visitors, String learned) {}
