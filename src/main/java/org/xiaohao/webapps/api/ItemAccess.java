package org.xiaohao.webapps.api;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.xiaohao.appraisal.AppraisalReports;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.rectification.Problem.State;
import org.xiaohao.rectification.ProblemList;
import org.xiaohao.roster.Deputies;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.shared.Refusal;

/** Which items the person who is logged in may see, and whose files that person may change. */
@Component
public class ItemAccess {

  private final Login login;
  private final Ledger ledger;
  private final TaskService tasks;
  private final TaskKeys keys;
  private final Responsibles responsibles;
  private final Deputies deputies;
  private final ProblemList problems;
  private final AppraisalReports reports;

  ItemAccess(
      Login login,
      Ledger ledger,
      Responsibles responsibles,
      Deputies deputies,
      ProblemList problems,
      AppraisalReports reports,
      TaskService tasks,
      TaskKeys keys) {
    this.login = login;
    this.ledger = ledger;
    this.responsibles = responsibles;
    this.deputies = deputies;
    this.problems = problems;
    this.reports = reports;
    this.tasks = tasks;
    this.keys = keys;
  }

  /**
   * The item behind a task that the person sees.
   *
   * @throws Refusal if there is no such task (any more), it is none of theirs, or it is about no
   *     item
   */
  LedgerItem ofTask(String taskId) {
    var task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null) {
      throw new Refusal("webapps.task-unknown");
    }
    return keys.of(task)
        .flatMap(ledger::find)
        .orElseThrow(() -> new Refusal("webapps.task-without-item-unknown"));
  }

  /**
   * The item with that key.
   *
   * @throws Refusal if there is none, or it is none of theirs
   */
  public LedgerItem visible(String key) {
    var item = ledger.find(key).orElseThrow(() -> new Refusal("webapps.item-unknown", key));
    if (!isVisible(item)) {
      // by what they asked for: the title of a problem is what nobody else is to read
      throw new Refusal("webapps.item-not-yours", item.key());
    }
    return item;
  }

  /** Whether the person may see it: because of what they are, or because it brought points. */
  boolean isVisible(LedgerItem item) {
    return seesAll(item) || reports.shows(item.campaignId(), item.key(), login.id());
  }

  /**
   * Whether the person sees all of it. Who sees it as the record behind points only, sees what was
   * recorded, and not what passes between its owner and the office.
   */
  boolean seesAll(LedgerItem item) {
    return owns(item) || oversees(item) || hasTaskOf(item) || raised(item) || leads(item);
  }

  /** The leading group sees what it assigned (R10), and all that it decides on (R86, R87). */
  private boolean leads(LedgerItem item) {
    return login.posts(item.campaignId()).leadingGroup()
        && (Thing.of(item) == Thing.ASSIGNMENT
            || reports.shows(item.campaignId(), item.key(), login.id()));
  }

  /** Units of an inspection whose praise the person sees: those whose points came of it. */
  Set<String> unitsShown(LedgerItem item) {
    return reports.unitsShown(item.campaignId(), item.key(), login.id());
  }

  /**
   * The item with that key, whose files the person may read: those of a round of inspections are
   * about many units, and only for who sees all of it.
   *
   * @throws Refusal if there is none, or they are none of theirs
   */
  LedgerItem readable(String key) {
    var item = visible(key);
    if (Thing.of(item) == Thing.INSPECTION && !seesAll(item)) {
      throw new Refusal("webapps.item-not-yours", item.title());
    }
    return item;
  }

  /** Who put a problem on the list sees what becomes of it (R84). */
  private boolean raised(LedgerItem item) {
    return item.room().equals("rectification")
        && problems.get(item.key()).origin().registeredBy().equals(login.id());
  }

  /** Whether it is theirs to do: as the owner, or as the deputy of the owner. */
  boolean owns(LedgerItem item) {
    return owners(item).stream()
        .anyMatch(owner -> deputies.acts(item.campaignId(), login.id(), owner));
  }

  /** Whose it is to do: the person's, else liaison and head of the unit, or the secretary. */
  Set<String> owners(LedgerItem item) {
    var campaign = item.campaignId();
    if (item.personId() != null) {
      return Set.of(item.personId());
    }
    var posts =
        item.unitId() != null
            ? Stream.of(
                responsibles.liaisonOf(campaign, item.unitId()),
                responsibles.headOf(campaign, item.unitId()))
            : Stream.of(item.branchId())
                .filter(Objects::nonNull)
                .map(branch -> responsibles.secretaryOf(campaign, branch));
    return posts.flatMap(Optional::stream).map(Person::id).collect(Collectors.toSet());
  }

  /** The office sees all, heads and the leader in charge see their units. */
  private boolean oversees(LedgerItem item) {
    var posts = login.posts(item.campaignId());
    return posts.office() || (item.unitId() != null && posts.oversees(item.unitId()));
  }

  /**
   * Whether the person may move it, call it off or give it to somebody else: the office, and who
   * leads the campaign for what they assigned themselves (R10).
   */
  boolean manages(LedgerItem item) {
    var posts = login.posts(item.campaignId());
    return posts.office() || (posts.leadingGroup() && Thing.of(item) == Thing.ASSIGNMENT);
  }

  /**
   * The item with that key, which the person may move, call off or give to somebody else.
   *
   * @throws Refusal if there is none, or it is not for them to decide
   */
  LedgerItem managed(String key) {
    var item = visible(key);
    if (!manages(item)) {
      throw new Refusal(
          Thing.of(item) == Thing.ASSIGNMENT
              ? "supervision.oversight-only"
              : "webapps.office-only");
    }
    return item;
  }

  /** The engine shows people the tasks that they may work on, and no other. */
  private boolean hasTaskOf(LedgerItem item) {
    return tasks.createTaskQuery().processInstanceBusinessKey(item.key()).count() > 0;
  }

  /**
   * Whether files may be added and removed: by whom the item waits for, as long as it does. A
   * problem that is judged, or struck off the list, stays as it is.
   */
  public boolean mayChangeFiles(LedgerItem item) {
    var office = login.isOffice(item.campaignId());
    return item.open()
        && !(item.room().equals("rectification") && State.valueOf(item.state()).keepsFiles())
        && switch (item.waitsFor()) {
          case OWNER -> owns(item);
          case OFFICE -> office;
          case NOBODY -> owns(item) || office;
          case REVIEWER -> false;
        };
  }

  /** Refuses where {@link #mayChangeFiles} says no. */
  public void requireChange(LedgerItem item) {
    if (!mayChangeFiles(item)) {
      throw new Refusal("webapps.files-fixed", item.title());
    }
  }
}
