package org.xiaohao.engine;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Moves running instances of an earlier version of a model to the newest one. */
@Component
public class OldVersions {

  private final RepositoryService repository;
  private final RuntimeService runtime;

  OldVersions(RepositoryService repository, RuntimeService runtime) {
    this.repository = repository;
    this.runtime = runtime;
  }

  /**
   * Moves all running instances of one version, each to the element of the same id; timers ask for
   * their dates again, and events wait as the new version says.
   *
   * @param versionTag of the version that they leave
   * @return how many were moved
   */
  public int migrate(String processKey, String versionTag) {
    var newest =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(processKey)
            .latestVersion()
            .singleResult();
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(processKey)
        .versionTag(versionTag)
        .list()
        .stream()
        .filter(old -> !versionTag.equals(newest.getVersionTag()))
        .mapToInt(old -> migrate(old, newest))
        .sum();
  }

  private int migrate(ProcessDefinition old, ProcessDefinition newest) {
    var running =
        runtime.createProcessInstanceQuery().processDefinitionId(old.getId()).list().stream()
            .map(instance -> instance.getId())
            .toList();
    if (!running.isEmpty()) {
      var plan =
          runtime
              .createMigrationPlan(old.getId(), newest.getId())
              .mapEqualActivities()
              .updateEventTriggers()
              .build();
      runtime.newMigration(plan).processInstanceIds(running).execute();
    }
    return running.size();
  }
}
