package org.xiaohao.webapps.security;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * The people whom the house knows, and their roles, whoever vouched for them. Roles are the groups
 * that the roster made, see {@link org.xiaohao.roster.Groups}; each is an authority of that name.
 */
@Component
public class People {

  private final IdentityService identity;
  private final AuthorizationService authorizations;

  People(IdentityService identity, AuthorizationService authorizations) {
    this.identity = identity;
    this.authorizations = authorizations;
  }

  /**
   * What somebody who has proven to be that person may act as.
   *
   * @throws DisabledException if the person has no role (any more)
   */
  List<GrantedAuthority> authorities(String id) {
    var groups = groups(id);
    if (groups.isEmpty()) {
      throw new DisabledException("no role");
    }
    return groups.stream().<GrantedAuthority>map(SimpleGrantedAuthority::new).toList();
  }

  /** Ids of the groups that a person is in now, whatever they were at the login. */
  public List<String> groups(String id) {
    return identity.createGroupQuery().groupMember(id).unlimitedList().stream()
        .map(Group::getId)
        .toList();
  }

  /** The person with that login name. */
  Optional<User> find(String id) {
    return Optional.ofNullable(identity.createUserQuery().userId(id).singleResult());
  }

  /**
   * Whether a person may open one of the webapps now.
   *
   * @param application {@code tasklist}, {@code cockpit} or {@code admin}
   */
  boolean mayOpen(String id, String application) {
    return authorizations.isUserAuthorized(
        id, groups(id), Permissions.ACCESS, Resources.APPLICATION, application);
  }
}
