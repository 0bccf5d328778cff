package org.xiaohao.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Listens to the user tasks of all models, behind the listeners that the models name. In the order
 * of {@code @Order}.
 */
interface EveryTask extends TaskListener {

  /** Events of a task that it wants to hear of. */
  List<String> events();
}
