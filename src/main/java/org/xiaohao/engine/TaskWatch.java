package org.xiaohao.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;

/** Watches the tasks of all models. Told in the transaction of the engine's command. */
public interface TaskWatch {

  /** A task has come up; who may do it is settled. */
  void created(DelegateTask task);

  /**
   * A task is being completed; the room behind it has agreed.
   *
   * @param by who is logged in; {@link TaskForms#SYSTEM} where nobody is
   */
  void completed(DelegateTask task, String by);
}
