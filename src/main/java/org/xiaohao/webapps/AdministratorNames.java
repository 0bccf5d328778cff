package org.xiaohao.webapps;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The engine names its administrators and the first of them in English, which their pages show. A
 * name that somebody chose stays, and so does what a directory says.
 */
@Component
class AdministratorNames implements SmartInitializingSingleton {

  private static final String OF_THE_ENGINE = "camunda BPM Administrators";
  private static final String OURS = "系统管理员";

  private final IdentityService identity;
  private final CamundaBpmProperties engine;

  AdministratorNames(IdentityService identity, CamundaBpmProperties engine) {
    this.identity = identity;
    this.engine = engine;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (identity.isReadOnly()) {
      return;
    }
    var group = identity.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).singleResult();
    if (group != null && OF_THE_ENGINE.equals(group.getName())) {
      group.setName(OURS);
      identity.saveGroup(group);
    }
    var first = engine.getAdminUser();
    if (first != null && first.getId() != null) {
      name(first.getId());
    }
  }

  private void name(String id) {
    var user = identity.createUserQuery().userId(id).singleResult();
    var capitals = StringUtils.capitalize(id);
    if (user == null || !capitals.equals(user.getLastName())) {
      return;
    }
    user.setLastName("");
    if (capitals.equals(user.getFirstName())) {
      user.setFirstName(OURS);
    }
    identity.saveUser(user);
  }
}
