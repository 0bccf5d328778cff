package org.xiaohao.webapps;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.CampaignLaunched;
import org.xiaohao.roster.Groups;

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

  CampaignAccess(Grants grants) {
    this.grants = grants;
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
}
