package org.xiaohao.webapps;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.CampaignLaunched;
import org.xiaohao.roster.Groups;
import org.xiaohao.shared.Messages;

/**
 * What the people of a campaign may see: staff work in Tasklist, where the engine shows each of
 * them the tasks that they may work on; the office also sees everything in Cockpit, and changes
 * nothing there.
 */
@Component
class CampaignAccess {

  private final AuthorizationService authorizations;
  private final FilterService filters;
  private final TaskService tasks;

  CampaignAccess(AuthorizationService authorizations, FilterService filters, TaskService tasks) {
    this.authorizations = authorizations;
    this.filters = filters;
    this.tasks = tasks;
  }

  @EventListener
  void on(CampaignLaunched launched) {
    var campaign = launched.campaign();
    var staff = Groups.staff(campaign.id());
    var office = Groups.office(campaign.id());
    grant(staff, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    grant(staff, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
    grant(office, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    grant(
        office,
        Resources.PROCESS_DEFINITION,
        Authorization.ANY,
        Permissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.READ_HISTORY);
    mayStart(office, "inspection");
    mayStart(Groups.leadingGroup(campaign.id()), "assignment");
    grant(office, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
    filter(campaign, "mine", 0, mine(), staff);
    filter(campaign, "all", 1, tasks.createTaskQuery(), office);
  }

  /** The engine asks for both: to start this process, and to start anything at all. */
  private void mayStart(String group, String process) {
    grant(
        group,
        Resources.PROCESS_DEFINITION,
        process,
        Permissions.READ,
        Permissions.CREATE_INSTANCE);
    grant(group, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
  }

  /** What waits for the person who looks: assigned, or offered to one of the person's groups. */
  private TaskQuery mine() {
    return tasks
        .createTaskQuery()
        .or()
        .taskAssigneeExpression("${currentUser()}")
        .taskCandidateGroupInExpression("${currentUserGroups()}")
        .endOr();
  }

  private void filter(
      Campaign campaign, String code, int priority, TaskQuery query, String readers) {
    var name = Messages.text(campaign.plan().language(), "webapps.filter." + code);
    if (filters.createFilterQuery().filterName(name).count() > 0) {
      grantFilter(filters.createFilterQuery().filterName(name).list().get(0), readers);
      return;
    }
    var filter =
        filters
            .newTaskFilter(name)
            .setQuery(query.orderByDueDate().asc())
            .setProperties(
                Map.of("priority", priority, "refresh", true, "showUndefinedVariable", false));
    grantFilter(filters.saveFilter(filter), readers);
  }

  private void grantFilter(Filter filter, String group) {
    grant(group, Resources.FILTER, filter.getId(), Permissions.READ);
  }

  private void grant(String group, Resource resource, String id, Permission... permissions) {
    var present =
        authorizations
            .createAuthorizationQuery()
            .groupIdIn(group)
            .resourceType(resource)
            .resourceId(id)
            .count();
    if (present == 0) {
      var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      authorization.setGroupId(group);
      authorization.setResource(resource);
      authorization.setResourceId(id);
      authorization.setPermissions(permissions);
      authorizations.saveAuthorization(authorization);
    }
  }
}
