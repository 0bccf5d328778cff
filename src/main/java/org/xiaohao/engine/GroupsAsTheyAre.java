package org.xiaohao.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.stereotype.Component;

/**
 * Checks a person's rights with all groups of that person. The engine first strikes out those that
 * no right names, and reads the groups of all rights for that, with each command: worth it where a
 * directory gives people hundreds of groups. Here a person has a handful, and the rights grow with
 * every task that was ever given to anybody.
 */
@Component
class GroupsAsTheyAre extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    if (engine.getCustomSessionFactories() == null) {
      engine.setCustomSessionFactories(new ArrayList<>());
    }
    engine.getCustomSessionFactories().add(new Rights.Factory());
  }

  private static final int STEP = 8;

  private static final class Rights extends AuthorizationManager {

    /** Filled up with the last one, so that the database sees few different statements. */
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
      if (groups == null || groups.isEmpty()) {
        return List.of();
      }
      var filled = new ArrayList<>(groups);
      while (filled.size() % STEP != 0) {
        filled.add(groups.get(groups.size() - 1));
      }
      return filled;
    }

    private static final class Factory implements SessionFactory {

      @Override
      public Class<?> getSessionType() {
        return AuthorizationManager.class;
      }

      @Override
      public Session openSession() {
        return new Rights();
      }
    }
  }
}
