package org.xiaohao.webapps.api;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;

/** Who is to act next on an item: the tasks of its process that are open now. */
@Component
class NextActors {

  private final TaskService tasks;
  private final IdentityService identity;
  private final Login login;
  private final ItemWords words;

  NextActors(TaskService tasks, IdentityService identity, Login login, ItemWords words) {
    this.tasks = tasks;
    this.identity = identity;
    this.login = login;
    this.words = words;
  }

  /** Also tasks that the reader may not see: only who acts is told, not what is in them. */
  List<ItemView.Next> of(Campaign campaign, String key) {
    return login.asHouse(
        () ->
            tasks.createTaskQuery().processInstanceBusinessKey(key).list().stream()
                .map(task -> next(campaign, task))
                .toList());
  }

  private ItemView.Next next(Campaign campaign, Task task) {
    var people =
        task.getAssignee() != null ? Stream.of(task.getAssignee()) : candidates(task.getId());
    return new ItemView.Next(
        task.getName(), people.distinct().map(id -> words.name(campaign, id)).toList());
  }

  private Stream<String> candidates(String taskId) {
    return tasks.getIdentityLinksForTask(taskId).stream()
        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
        .flatMap(this::people);
  }

  private Stream<String> people(IdentityLink link) {
    return link.getUserId() != null
        ? Stream.of(link.getUserId())
        : identity.createUserQuery().memberOfGroup(link.getGroupId()).list().stream()
            .map(User::getId);
  }
}
