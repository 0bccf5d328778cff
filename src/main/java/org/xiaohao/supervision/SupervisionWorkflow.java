package org.xiaohao.supervision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What supervision tells its process, and asks the engine. */
public interface SupervisionWorkflow {

  /** A campaign was launched: from the next working morning on there is a daily round. */
  void launched(String campaignId);

  /** A campaign was closed: nobody is reminded any more. */
  void closed(String campaignId);

  /** Whether the rounds of that campaign go on. */
  boolean isRunning(String campaignId);

  /** The open task of an item; empty where it was done meanwhile. */
  Optional<OpenTask> openTask(String key, String task);

  /** All open tasks of those items, without their groups. */
  List<OpenTask> openTasks(Collection<String> keys);
}
