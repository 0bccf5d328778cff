package org.xiaohao.engine;

import java.util.Set;

/**
 * Wants to know when something happened to the tasks of an item: one came up, was done, got another
 * limit, or went away. Implemented by whoever keeps something beside the items.
 */
public interface ChangedItems {

  /**
   * Told once per transaction, just before it commits: rows and tasks are as they will be.
   *
   * @param keys business keys of the instances; not every instance carries an item
   */
  void changed(Set<String> keys);
}
