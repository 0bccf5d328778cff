package org.xiaohao.roster.process;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.SharedTasks;
import org.xiaohao.engine.SharedTasks.Offer;
import org.xiaohao.roster.Deputies;
import org.xiaohao.roster.DeputyWorkflow;
import org.xiaohao.roster.Groups;

/**
 * Shares tasks with deputies. A deputy gets tasks and no membership: the tasks of the absent
 * person, and of the posts that this person alone holds.
 */
@Component
class EngineDeputyWorkflow implements DeputyWorkflow {

  private final SharedTasks tasks;
  private final Deputies deputies;
  private final IdentityService identity;

  EngineDeputyWorkflow(SharedTasks tasks, Deputies deputies, IdentityService identity) {
    this.tasks = tasks;
    this.deputies = deputies;
    this.identity = identity;
  }

  @Override
  public void share(String campaignId, String personId, String deputyId) {
    var posts = postsOf(campaignId, personId);
    tasks.of(campaignId, personId, posts).forEach(offer -> settle(campaignId, offer));
    tasks.of(campaignId, deputyId, List.of()).forEach(offer -> settle(campaignId, offer));
  }

  /** Offers a task to the deputies of whom it waits for, and to no former one. */
  void settle(String campaignId, Offer offer) {
    var ofPost = offer.groups().stream().anyMatch(group -> Groups.isPost(campaignId, group));
    if (offer.whose() == null && !ofPost) {
      return;
    }
    var holders = holders(campaignId, offer.whose(), offer.groups());
    var wanted = deputiesOf(campaignId, holders);
    offer.others().stream()
        .filter(other -> !wanted.contains(other))
        .forEach(other -> tasks.takeBack(offer, other));
    wanted.stream()
        .filter(deputy -> !offer.others().contains(deputy) && !holders.contains(deputy))
        .forEach(deputy -> tasks.share(offer, deputy));
  }

  /** Deputies, now, of those people. */
  Set<String> deputiesOf(String campaignId, Collection<String> holders) {
    var wanted = new HashSet<String>();
    holders.forEach(holder -> deputies.now(campaignId, holder).ifPresent(wanted::add));
    return wanted;
  }

  /** Whose a task is: the person's, else of those who hold the posts to which it is offered. */
  Set<String> holders(String campaignId, @Nullable String whose, Set<String> groups) {
    if (whose != null) {
      return Set.of(whose);
    }
    var holders = new HashSet<String>();
    groups.stream()
        .filter(group -> Groups.isPost(campaignId, group))
        .forEach(
            group ->
                identity.createUserQuery().memberOfGroup(group).list().stream()
                    .map(User::getId)
                    .forEach(holders::add));
    return holders;
  }

  private List<String> postsOf(String campaignId, String personId) {
    return identity.createGroupQuery().groupMember(personId).list().stream()
        .map(Group::getId)
        .filter(group -> Groups.isPost(campaignId, group))
        .toList();
  }
}
