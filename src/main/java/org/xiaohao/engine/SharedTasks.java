package org.xiaohao.engine;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tasks that somebody else may do too. A personal task that is shared is no longer assigned but
 * offered to both, so that either can take it up in Tasklist; the engine's owner keeps whose it is.
 * A task of a group stays offered to the group.
 */
@Component
public class SharedTasks {

  /**
   * Who may do a task.
   *
   * @param id the engine's id of it
   * @param whose person whose task it is; null for a task of groups
   * @param groups groups to which it is offered
   * @param others people beside the owner to whom it is offered
   */
  public record Offer(String id, @Nullable String whose, Set<String> groups, Set<String> others) {}

  private final TaskService tasks;
  private final AuthorizationService authorizations;

  SharedTasks(TaskService tasks, AuthorizationService authorizations) {
    this.tasks = tasks;
    this.authorizations = authorizations;
  }

  /**
   * Open tasks of a campaign that are somebody's: as the person, as a member of those groups, or
   * because they are shared with them.
   */
  public List<Offer> of(String campaignId, String person, Collection<String> groups) {
    var mine =
        Stream.of(
            tasks.createTaskQuery().taskAssignee(person),
            tasks.createTaskQuery().taskOwner(person),
            tasks.createTaskQuery().taskInvolvedUser(person));
    var ofGroups =
        groups.isEmpty()
            ? Stream.<TaskQuery>empty()
            : Stream.of(
                tasks
                    .createTaskQuery()
                    .taskCandidateGroupIn(List.copyOf(groups))
                    .includeAssignedTasks());
    return Stream.concat(mine, ofGroups)
        .flatMap(query -> ofCampaign(query, campaignId))
        .map(Task::getId)
        .distinct()
        .flatMap(id -> offer(id).stream())
        .toList();
  }

  /** A task that is open; empty where it was done meanwhile. */
  public Optional<Offer> offer(String taskId) {
    var task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null) {
      return Optional.empty();
    }
    var links = candidates(taskId);
    var groups =
        links.stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    var whose =
        task.getOwner() != null ? task.getOwner() : groups.isEmpty() ? task.getAssignee() : null;
    var others =
        links.stream()
            .map(IdentityLink::getUserId)
            .filter(Objects::nonNull)
            .filter(user -> !user.equals(whose))
            .collect(Collectors.toSet());
    return Optional.of(new Offer(taskId, whose, groups, others));
  }

  /** Offers it to somebody else too; that person gets the right to do it, and nothing more. */
  public void share(Offer offer, String with) {
    if (offer.whose() != null) {
      var task = tasks.createTaskQuery().taskId(offer.id()).singleResult();
      if (task.getOwner() == null) {
        tasks.addCandidateUser(offer.id(), offer.whose());
        tasks.setOwner(offer.id(), offer.whose());
        tasks.setAssignee(offer.id(), null);
      }
    }
    tasks.addCandidateUser(offer.id(), with);
  }

  /** Takes it back from somebody; whose it was has it alone again when nobody else is left. */
  public void takeBack(Offer offer, String from) {
    tasks.deleteCandidateUser(offer.id(), from);
    authorizations
        .createAuthorizationQuery()
        .userIdIn(from)
        .resourceType(Resources.TASK)
        .resourceId(offer.id())
        .list()
        .forEach(right -> authorizations.deleteAuthorization(right.getId()));
    var alone = offer.whose() != null && offer.others().equals(Set.of(from));
    if (alone) {
      tasks.deleteCandidateUser(offer.id(), offer.whose());
    }
    var task = tasks.createTaskQuery().taskId(offer.id()).singleResult();
    if (alone) {
      task.setOwner(null);
      task.setAssignee(offer.whose());
      tasks.saveTask(task);
    } else if (from.equals(task.getAssignee())) {
      tasks.setAssignee(offer.id(), null);
    }
  }

  /** Claimed tasks of a campaign that are offered to groups: who claimed them. */
  public List<Claim> claims(String campaignId) {
    return ofCampaign(
            tasks.createTaskQuery().taskAssigned().withCandidateGroups().includeAssignedTasks(),
            campaignId)
        .flatMap(
            task ->
                offer(task.getId()).stream()
                    .map(
                        offer ->
                            new Claim(
                                offer.id(), task.getAssignee(), offer.groups(), offer.others())))
        .toList();
  }

  /**
   * A task of groups that somebody has taken up.
   *
   * @param offeredTo people to whom it is offered beside the groups
   */
  public record Claim(String taskId, String by, Set<String> groups, Set<String> offeredTo) {}

  /** Offers it to its groups again. */
  public void putBack(Claim claim) {
    tasks.setAssignee(claim.taskId(), null);
  }

  private List<IdentityLink> candidates(String taskId) {
    return tasks.getIdentityLinksForTask(taskId).stream()
        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
        .toList();
  }

  /** The campaign's id stands in front of every business key. */
  private static Stream<Task> ofCampaign(TaskQuery query, String campaignId) {
    return query.processInstanceBusinessKeyLike(campaignId + "/%").list().stream();
  }
}
