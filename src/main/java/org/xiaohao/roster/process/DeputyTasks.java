package org.xiaohao.roster.process;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xiaohao.engine.SharedTasks;
import org.xiaohao.engine.TaskForms;
import org.xiaohao.engine.TaskWatch;
import org.xiaohao.roster.DeputyService;

/** Shares new tasks with the deputies of whom they wait for, and notes what deputies do. */
@Component
class DeputyTasks implements TaskWatch {

  private final SharedTasks tasks;
  private final EngineDeputyWorkflow workflow;
  private final DeputyService service;

  DeputyTasks(SharedTasks tasks, EngineDeputyWorkflow workflow, DeputyService service) {
    this.tasks = tasks;
    this.workflow = workflow;
    this.service = service;
  }

  /**
   * Looks for a deputy at once, and shares the task before the transaction ends: while the command
   * that makes it is under way, the engine would grant the same right to the same person twice.
   */
  @Override
  public void created(DelegateTask task) {
    var campaign = campaignOf(task);
    var id = task.getId();
    if (!workflow.deputiesOf(campaign, holders(campaign, task)).isEmpty()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
              tasks.offer(id).ifPresent(offer -> workflow.settle(campaign, offer));
            }
          });
    }
  }

  /** Whoever may do it in their own right does not act for somebody else. */
  @Override
  public void completed(DelegateTask task, String by) {
    if (by.equals(TaskForms.SYSTEM)) {
      return;
    }
    var campaign = campaignOf(task);
    service.acted(
        campaign,
        task.getExecution().getProcessBusinessKey(),
        task.getTaskDefinitionKey(),
        by,
        holders(campaign, task));
  }

  private Set<String> holders(String campaign, DelegateTask task) {
    var groups =
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(group -> group != null)
            .collect(Collectors.toSet());
    var whose =
        task.getOwner() != null ? task.getOwner() : groups.isEmpty() ? task.getAssignee() : null;
    return workflow.holders(campaign, whose, groups);
  }

  /** The campaign's id stands in front of every business key. */
  private static String campaignOf(DelegateTask task) {
    var key = task.getExecution().getProcessBusinessKey();
    if (key == null) {
      return "";
    }
    var slash = key.indexOf('/');
    return slash < 0 ? key : key.substring(0, slash);
  }
}
