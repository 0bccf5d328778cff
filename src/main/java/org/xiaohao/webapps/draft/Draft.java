package org.xiaohao.webapps.draft;

import java.time.Instant;

/**
 * What somebody typed into the form of a task.
 *
 * @param taskId the engine's id of the task
 * @param itemKey business key of its instance
 * @param element id of the user task in its model
 * @param content fields that were changed, with their values, as a JSON object
 */
public record Draft(
    String taskId,
    String personId,
    String itemKey,
    String element,
    String content,
    Instant savedAt) {}
