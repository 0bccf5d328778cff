package org.xiaohao.roster.process;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.SharedTasks;
import org.xiaohao.roster.RosterTaken;

/**
 * Puts back what somebody took up who may not do it any more, because they left or gave up the
 * post: it is offered to who holds the post now. Papers of their own are settled by their room.
 */
@Component
class Handover {

  private final SharedTasks tasks;
  private final IdentityService identity;

  Handover(SharedTasks tasks, IdentityService identity) {
    this.tasks = tasks;
    this.identity = identity;
  }

  /** Behind all others: by then the groups are those of the new roster. */
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void on(RosterTaken taken) {
    tasks.claims(taken.campaignId()).stream()
        .filter(claim -> !claim.offeredTo().contains(claim.by()))
        .filter(claim -> claim.groups().stream().noneMatch(group -> isMember(claim.by(), group)))
        .forEach(tasks::putBack);
  }

  private boolean isMember(String person, String group) {
    return identity.createUserQuery().userId(person).memberOfGroup(group).count() > 0;
  }
}
