package org.xiaohao.supervision;

import java.time.Instant;
import java.util.Set;

/**
 * A user task that somebody has to do, as the engine has it.
 *
 * @param key business key of its instance
 * @param task id of the user task
 * @param name what is to be done, in words
 * @param dueAt by when
 * @param groups groups whose members may do it; empty where it is assigned to a person
 */
public record OpenTask(String key, String task, String name, Instant dueAt, Set<String> groups) {}
