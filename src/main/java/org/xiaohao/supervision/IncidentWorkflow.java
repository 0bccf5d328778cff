package org.xiaohao.supervision;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Red items as incidents of the engine, which its operators see. */
public interface IncidentWorkflow {

  /**
   * Raises an incident at the open task of each item.
   *
   * @param keys keys of items
   * @return ids of the incidents by item; without items that wait for no task at the moment
   */
  Map<String, String> raised(Collection<String> keys);

  /** Resolves incidents; those that went with their task are left alone. */
  void settled(Collection<String> incidents);

  /** Which of those incidents are still there. */
  Set<String> standing(Collection<String> incidents);
}
