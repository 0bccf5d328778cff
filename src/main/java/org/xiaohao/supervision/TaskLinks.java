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
   * @param dueAt by when; null for a task without a limit
   */
  record TaskLink(String id, String key, @Nullable Instant dueAt) {}

  /** The open tasks of those items. */
  List<TaskLink> of(Collection<String> keys);

  /** The open tasks of a campaign that came up after that moment. */
  List<TaskLink> since(String campaignId, Instant moment);
}
