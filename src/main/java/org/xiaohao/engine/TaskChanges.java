package org.xiaohao.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells {@link ChangedItems} which items a transaction touched: of all models, so that no room has
 * to think of it. All keys together and only before the commit, because a chunk of a launch brings
 * up hundreds of tasks, and because rows are written after the listener of a task has run.
 */
@Component
@Order(2)
public class TaskChanges implements EveryTask {

  private final ObjectProvider<ChangedItems> listeners;
  private final ObjectProvider<IdentityService> identity;

  TaskChanges(ObjectProvider<ChangedItems> listeners, ObjectProvider<IdentityService> identity) {
    this.listeners = listeners;
    this.identity = identity;
  }

  @Override
  public List<String> events() {
    return List.of(
        TaskListener.EVENTNAME_CREATE,
        TaskListener.EVENTNAME_UPDATE,
        TaskListener.EVENTNAME_COMPLETE,
        TaskListener.EVENTNAME_DELETE);
  }

  @Override
  public void happened(DelegateTask task) {
    var key = task.getExecution().getProcessBusinessKey();
    if (key != null) {
      touched(key);
    }
  }

  /** Something happened to an item in this transaction that no task tells of. */
  public void touched(String key) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      ofTransaction().keys.add(key);
    }
  }

  private Touched ofTransaction() {
    for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
      if (synchronization instanceof Touched touched) {
        return touched;
      }
    }
    var touched = new Touched();
    TransactionSynchronizationManager.registerSynchronization(touched);
    return touched;
  }

  /** The house looks after its lights itself: the rights of who is logged in have no say. */
  private void tell(Set<String> keys) {
    var login = identity.getObject().getCurrentAuthentication();
    identity.getObject().clearAuthentication();
    try {
      listeners.orderedStream().forEach(listener -> listener.changed(keys));
    } finally {
      if (login != null) {
        identity
            .getObject()
            .setAuthentication(login.getUserId(), login.getGroupIds(), login.getTenantIds());
      }
    }
  }

  /** What one transaction touched. */
  private final class Touched implements TransactionSynchronization {

    private final Set<String> keys = new LinkedHashSet<>();

    /** Until nothing new comes up: telling may touch tasks of its own. */
    @Override
    public void beforeCommit(boolean readOnly) {
      while (!keys.isEmpty()) {
        var told = Set.copyOf(keys);
        keys.clear();
        tell(told);
      }
    }
  }
}
