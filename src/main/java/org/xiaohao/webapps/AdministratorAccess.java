package org.xiaohao.webapps;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN;

import java.util.Arrays;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The administrator runs the system and reads no papers. The engine grants its administrators
 * everything; at each start, before anybody can come in, that is cut down to this: users and their
 * passwords, jobs that failed, where instances stand. No tasks, no variables, no models, no rights
 * of others, which the roster makes.
 */
@Component
class AdministratorAccess implements SmartInitializingSingleton {

  private final Grants grants;

  AdministratorAccess(Grants grants) {
    this.grants = grants;
  }

  @Override
  public void afterSingletonsInstantiated() {
    Arrays.stream(Resources.values())
        .forEach(resource -> grants.exactly(CAMUNDA_ADMIN, resource, ANY));
    grants.exactly(CAMUNDA_ADMIN, Resources.APPLICATION, "admin", Permissions.ACCESS);
    grants.exactly(CAMUNDA_ADMIN, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    grants.exactly(
        CAMUNDA_ADMIN,
        Resources.USER,
        ANY,
        Permissions.READ,
        Permissions.CREATE,
        Permissions.UPDATE,
        Permissions.DELETE);
    grants.exactly(CAMUNDA_ADMIN, Resources.GROUP, ANY, Permissions.READ);
    // Who else is administrator, they decide; every other role comes from the roster.
    grants.exactly(
        CAMUNDA_ADMIN,
        Resources.GROUP_MEMBERSHIP,
        CAMUNDA_ADMIN,
        Permissions.CREATE,
        Permissions.DELETE);
    grants.exactly(
        CAMUNDA_ADMIN,
        Resources.PROCESS_DEFINITION,
        ANY,
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_HISTORY,
        ProcessDefinitionPermissions.RETRY_JOB,
        ProcessDefinitionPermissions.SUSPEND,
        ProcessDefinitionPermissions.SUSPEND_INSTANCE);
    grants.exactly(CAMUNDA_ADMIN, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
    grants.exactly(CAMUNDA_ADMIN, Resources.DEPLOYMENT, ANY, Permissions.READ);
    grants.exactly(CAMUNDA_ADMIN, Resources.BATCH, ANY, BatchPermissions.READ);
    grants.exactly(CAMUNDA_ADMIN, Resources.SYSTEM, ANY, SystemPermissions.READ);
    grants.exactly(
        CAMUNDA_ADMIN,
        Resources.OPERATION_LOG_CATEGORY,
        ANY,
        UserOperationLogCategoryPermissions.READ);
  }
}
