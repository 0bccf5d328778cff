package org.xiaohao.notification.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.stereotype.Component;
import org.xiaohao.notification.NotificationWorkflow;

/**
 * Notices that were given up, as incidents of the campaign's supervision: its one token is there as
 * long as the campaign is, while those of the campaign itself go from phase to phase and would take
 * the incidents along.
 */
@Component
class EngineNotificationWorkflow implements NotificationWorkflow {

  static final String INCIDENT = "undeliveredNotice";

  private static final int LONGEST_MESSAGE = 1000;

  private final RuntimeService runtime;

  EngineNotificationWorkflow(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void gaveUp(String campaignId, String cause, String what) {
    for (var instance : instances(campaignId)) {
      var execution = leaf(runtime.getActivityInstance(instance));
      if (execution.isPresent() && incidents(instance, cause).isEmpty()) {
        runtime.createIncident(INCIDENT, execution.get(), cause, cut(what, LONGEST_MESSAGE));
      }
    }
  }

  @Override
  public void settled(String campaignId, String cause) {
    instances(campaignId).stream()
        .flatMap(instance -> incidents(instance, cause).stream())
        .forEach(known -> runtime.resolveIncident(known.getId()));
  }

  /** None where the campaign has ended. */
  private List<String> instances(String campaignId) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(campaignId + "/supervision")
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .toList();
  }

  /** An incident needs a token that is somewhere. */
  private static Optional<String> leaf(ActivityInstance tree) {
    return Stream.concat(
            Stream.of(tree.getChildTransitionInstances()).map(TransitionInstance::getExecutionId),
            Stream.of(tree.getChildActivityInstances())
                .flatMap(child -> Stream.of(child.getExecutionIds())))
        .findFirst();
  }

  private List<Incident> incidents(String instance, String cause) {
    return runtime
        .createIncidentQuery()
        .processInstanceId(instance)
        .incidentType(INCIDENT)
        .configuration(cause)
        .list();
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
