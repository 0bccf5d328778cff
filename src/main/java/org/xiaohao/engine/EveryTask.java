package org.xiaohao.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * Hears of the user tasks of all models, behind the receivers that the models name. In the order of
 * {@code @Order}.
 */
interface EveryTask {

  /** Events of a task that it wants to hear of. */
  List<String> events();

  /** One of them happened, in the transaction of the engine's command. */
  void happened(DelegateTask task);
}
