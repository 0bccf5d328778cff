package org.xiaohao.webapps.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xiaohao.supervision.Light;

/**
 * An item as a line of a list.
 *
 * @param due local time of the plan
 * @param light NONE, BLUE, YELLOW or RED
 * @param task id of a task that the reader may work on; null where it waits for somebody else
 */
public record ItemSummary(
    String key,
    String title,
    String stateCode,
    String state,
    boolean open,
    boolean done,
    boolean late,
    Light light,
    LocalDate effectiveDate,
    String due,
    @Nullable String doneAt,
    @Nullable String task,
    ItemView.Can can) {}
