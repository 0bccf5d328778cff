package org.xiaohao.webapps;

import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
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

  /** The process that anybody may start: a problem is registered (R84). */
  private static final String OPEN_TO_ALL = "rectification";

  private final Grants grants;
  private final FilterService filters;
  private final TaskService tasks;

  CampaignAccess(Grants grants, FilterService filters, TaskService tasks) {
    this.grants = grants;
    this.filters = filters;
    this.tasks = tasks;
  }

  @EventListener
  void on(CampaignLaunched launched) {
    var campaign = launched.campaign();
    var staff = Groups.staff(campaign.id());
    var office = Groups.office(campaign.id());
    grants.exactly(staff, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    grants.exactly(staff, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
    grants.exactly(
        staff,
        Resources.PROCESS_DEFINITION,
        OPEN_TO_ALL,
        Permissions.READ,
        Permissions.CREATE_INSTANCE);
    grants.exactly(staff, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
    grants.exactly(office, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    grants.exactly(
        office,
        Resources.PROCESS_DEFINITION,
        Authorization.ANY,
        Permissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.READ_HISTORY,
        ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
        ProcessDefinitionPermissions.READ_TASK_VARIABLE,
        ProcessDefinitionPermissions.READ_HISTORY_VARIABLE);
    mayStart(office, "inspection");
    mayStart(Groups.leadingGroup(campaign.id()), "assignment");
    grants.exactly(office, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
    filter(campaign, "mine", 0, mine(), staff);
    filter(campaign, "all", 1, tasks.createTaskQuery(), office);
  }

  /** To start anything at all is granted to all staff; to start this, only to these. */
  private void mayStart(String group, String process) {
    grants.exactly(
        group,
        Resources.PROCESS_DEFINITION,
        process,
        Permissions.READ,
        Permissions.CREATE_INSTANCE);
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
    grants.exactly(group, Resources.FILTER, filter.getId(), Permissions.READ);
  }
}
