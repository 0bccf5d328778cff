package org.xiaohao.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xiaohao.shared.Finding;

/**
 * What came of reading a plan file.
 *
 * @param plan the plan; null where any finding is an error
 * @param findings everything found, from top to bottom
 * @param places where in the file each entry stands
 */
public record PlanReading(@Nullable Plan plan, List<Finding> findings, Places places) {}
