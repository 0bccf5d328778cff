package org.xiaohao.notification.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.xiaohao.notification.NotificationWorkflow;

/** Notices that were given up, as incidents of the campaign's instance. */
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
    var instance = instance(campaignId);
    if (instance.isPresent() && incidents(instance.get(), cause).isEmpty()) {
      runtime.createIncident(INCIDENT, instance.get(), cause, cut(what, LONGEST_MESSAGE));
    }
  }

  @Override
  public void settled(String campaignId, String cause) {
    instance(campaignId).stream()
        .flatMap(instance -> incidents(instance, cause).stream())
        .forEach(known -> runtime.resolveIncident(known.getId()));
  }

  private Optional<String> instance(String campaignId) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(campaignId)
        .list()
        .stream()
        .map(ProcessInstance::getId)
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
