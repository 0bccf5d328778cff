package org.xiaohao.webapps.draft;

import java.time.Instant;

/**
 * What somebody typed into the form that begins a process.
 *
 * @param process key of the process
 * @param content fields that were changed, with their values, as a JSON object
 */
public record StartDraft(String process, String personId, String content, Instant savedAt) {}
