package org.xiaohao.webapps.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PhaseLedger;
import org.xiaohao.campaign.PhaseLedger.ProblemCount;
import org.xiaohao.campaign.PhaseStatus;
import org.xiaohao.shared.Refusal;

/**
 * The gate of a phase on the board: what is missing, and closing it. That is done by completing the
 * task of the model as the person who is logged in, the same as with its form in Tasklist.
 */
@Component
class Gates {

  private static final String TASK = "userTask_close";

  private final Campaigns campaigns;
  private final PhaseLedger ledger;
  private final TaskService tasks;
  private final FormService forms;
  private final ItemWords words;
  private final Login login;

  Gates(
      Campaigns campaigns,
      PhaseLedger ledger,
      TaskService tasks,
      FormService forms,
      ItemWords words,
      Login login) {
    this.campaigns = campaigns;
    this.ledger = ledger;
    this.tasks = tasks;
    this.forms = forms;
    this.words = words;
    this.login = login;
  }

  /**
   * What a gate shows.
   *
   * @param open whether it waits for the office
   * @param closable whether the reader may close it now
   * @param holder who of the office has taken it up; null for nobody
   * @param reason why it was closed with things missing; null where it was not
   * @param units all units in their fixed order, zeros included, then branches and the office
   * @param problems who has problems that are to be rectified still; they hold up nothing
   */
  record View(
      String campaign,
      String phase,
      String title,
      String stateCode,
      boolean open,
      boolean closable,
      @Nullable String holder,
      @Nullable String reason,
      int missing,
      List<Unit> units,
      Problems problems) {}

  /** What a unit owes, has done and lacks. */
  record Unit(String name, int owed, int done, int missing) {}

  /** The problem list of the campaign; units with open problems only. */
  record Problems(int found, int closedOut, int open, int longTerm, List<Open> units) {}

  /** Problems of a unit that are to be rectified still. */
  record Open(String name, int open) {}

  /** Whether the phase has come to its gate. */
  boolean isOpen(PhaseStatus phase) {
    return login.asHouse(() -> Optional.ofNullable(task(phase))).isPresent();
  }

  View view(Campaign campaign, String phaseId) {
    var phase = campaigns.phase(PhaseStatus.key(campaign.id(), phaseId));
    var task = login.asHouse(() -> Optional.ofNullable(task(phase))).orElse(null);
    var units =
        ledger.counts(campaign.id(), phaseId).stream()
            .map(of -> new Unit(of.name(), of.owed(), of.done(), of.missing()))
            .toList();
    return new View(
        campaign.id(),
        phaseId,
        phase.title(),
        phase.state().name(),
        task != null,
        task != null && login.isOffice(campaign.id()) && isFree(task),
        task == null || task.getAssignee() == null
            ? null
            : words.name(campaign, task.getAssignee()),
        phase.reason(),
        units.stream().mapToInt(Unit::missing).sum(),
        units,
        problems(campaign));
  }

  private Problems problems(Campaign campaign) {
    var counts = ledger.problems(campaign.id());
    return new Problems(
        counts.stream().mapToInt(ProblemCount::found).sum(),
        counts.stream().mapToInt(ProblemCount::closedOut).sum(),
        counts.stream().mapToInt(ProblemCount::open).sum(),
        counts.stream().mapToInt(ProblemCount::longTerm).sum(),
        counts.stream()
            .filter(count -> count.open() > 0)
            .map(count -> new Open(count.name(), count.open()))
            .toList());
  }

  /**
   * Closes a phase.
   *
   * @param carryOver whether what is missing is carried over
   * @throws Refusal if the phase has not come to its gate, somebody else has taken that up, or the
   *     campaign refuses it
   */
  void close(Campaign campaign, String phaseId, boolean carryOver, String reason) {
    var phase = campaigns.phase(PhaseStatus.key(campaign.id(), phaseId));
    var task = task(phase);
    if (task == null) {
      throw new Refusal("webapps.gate-not-open", phase.title());
    }
    if (!isFree(task)) {
      throw new Refusal("webapps.gate-taken", words.name(campaign, task.getAssignee()));
    }
    try {
      forms.submitTaskForm(
          task.getId(), Map.of("decision", carryOver ? "CARRY_OVER" : "CLOSE", "reason", reason));
    } catch (ProcessEngineException wrapped) {
      throw refusalIn(wrapped);
    }
  }

  /** Whether nobody else has taken it up. */
  private boolean isFree(Task task) {
    return task.getAssignee() == null || task.getAssignee().equals(login.id());
  }

  /** The engine wraps what a listener throws. */
  private static RuntimeException refusalIn(ProcessEngineException wrapped) {
    for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
    }
    return wrapped;
  }

  private @Nullable Task task(PhaseStatus phase) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(phase.key())
        .taskDefinitionKey(TASK)
        .singleResult();
  }
}
