package org.xiaohao.supervision;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which tasks a reminder can lead to, asked of the engine. */
public interface TaskLinks {

  /**
   * A task that somebody has to do.
   *
   * @param id of the task, for its address
   * @param key business key of its item
   * @param name what is to be done, in words
   * @param dueAt by when; null for a task without a limit
   */
  record TaskLink(String id, String key, String name, @Nullable Instant dueAt) {}

  /** The open tasks of those items. */
  List<TaskLink> of(Collection<String> keys);

  /** The open tasks of those items that came up at that moment or later. */
  List<TaskLink> of(Collection<String> keys, Instant moment);

  /** The open tasks of a campaign that came up after that moment. */
  List<TaskLink> since(String campaignId, Instant moment);
}
