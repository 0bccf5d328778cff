package org.xiaohao.webapps;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.springframework.stereotype.Component;

/** What groups may do in the engine, written so that it is exactly that however it was before. */
@Component
class Grants {

  private final AuthorizationService authorizations;

  Grants(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  /**
   * Lets a group do these things with a resource and nothing else.
   *
   * @param id of the resource, or {@link Authorization#ANY}
   * @param permissions none to take everything away
   */
  void exactly(String group, Resource resource, String id, Permission... permissions) {
    var present =
        authorizations
            .createAuthorizationQuery()
            .groupIdIn(group)
            .resourceType(resource)
            .resourceId(id)
            .list();
    if (permissions.length == 0) {
      present.forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
      return;
    }
    var grant =
        present.isEmpty()
            ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT)
            : present.get(0);
    grant.setGroupId(group);
    grant.setResource(resource);
    grant.setResourceId(id);
    grant.setPermissions(permissions);
    authorizations.saveAuthorization(grant);
  }
}
